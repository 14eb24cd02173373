import type { Answer, CommandMetadata } from '../../shared/domain/command.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import { setTimeout as pause } from 'node:timers/promises'
import type { Commits } from '../ports/records.ts'

const maxAttempts = 6

// Trying again is safe for both: the command's own record lets it land once, however often it is sent.
const passing = new Set(['changed-meanwhile', 'outcome-unknown'])

type Refused = { readonly kind: string }

/**
 * Runs a command until it is answered. Where another write came between, or the answer of the table was lost, it is
 * read and decided anew, a few times.
 * A refusal stands only if the command had not already been done: a replay gets its first answer, whatever has
 * happened since. To a person who is no longer a member nothing else is said: not even how things stand.
 */
export const runCommand = async <Value, No extends Refused>(
  commits: Pick<Commits, 'answerTo' | 'isStillMember'>,
  metadata: CommandMetadata,
  attempt: () => Promise<Answer<Value, No>>,
): Promise<Answer<Value, No>> => {
  for (let attempts = 1; ; attempts += 1) {
    const answer = await attempt()
    if (answer.ok) return answer
    if (passing.has(answer.refusal.kind) && attempts < maxAttempts) {
      await pause(Math.random() * 10 * 2 ** attempts)
      continue
    }
    const first = (await commits.answerTo(metadata)) as Answer<Value, No> | undefined
    if (first) return first
    if (answer.refusal.kind === 'no-longer-member' || (await commits.isStillMember(metadata))) return answer
    return { ok: false, refusal: { kind: 'no-longer-member' } as Refusal<'no-longer-member'> as unknown as No }
  }
}
