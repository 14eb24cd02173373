import type { Answer, Stamp } from '../../shared/domain/command.ts'
import { setTimeout as pause } from 'node:timers/promises'
import type { Commits } from '../ports/records.ts'

const maxAttempts = 6

type Refused = { readonly kind: string }

/**
 * Runs a command until it is answered. Where another write came between, it is read and decided anew, a few times.
 * A refusal stands only if the command had not already been done: a replay gets its first answer, whatever has
 * happened since.
 */
export const runCommand = async <Value, No extends Refused>(
  commits: Pick<Commits, 'answerTo'>,
  stamp: Stamp,
  attempt: () => Promise<Answer<Value, No>>,
): Promise<Answer<Value, No>> => {
  for (let attempts = 1; ; attempts += 1) {
    const answer = await attempt()
    if (answer.ok) return answer
    if (answer.refusal.kind === 'changed-meanwhile' && attempts < maxAttempts) {
      await pause(Math.random() * 10 * 2 ** attempts)
      continue
    }
    const first = (await commits.answerTo(stamp)) as Answer<Value, No> | undefined
    return first ?? answer
  }
}
