import { dayInJapan, isPlainDate } from '../../../shared/domain/plain-date.ts'
import type { ContractEvent } from '../../../shared/domain/contract/contract.ts'
import type { Invariant } from '../invariant.ts'
import type { Entry, Stream } from '../reading/entries.ts'
import { concluded } from '../reading/looking-up.ts'

const isMoment = (at: unknown): at is string =>
  typeof at === 'string' && !Number.isNaN(Date.parse(at)) && new Date(at).toISOString() === at

/** The days a contract's event speaks of. */
const daysIn = (event: ContractEvent): readonly (readonly [what: string, on: string])[] => {
  switch (event.type) {
    case 'contract-explained':
      return [['explained', event.explanation.on]]
    case 'contract-signed':
      return [['signed', event.signedOn]]
    case 'contract-attested':
      return [
        ['explained', event.explanation.on],
        ['signed', event.signedOn],
      ]
    case 'contract-ended':
      return [['ended', event.on]]
    default:
      return []
  }
}

const notYet = ({ kind, event, at }: Entry): string | undefined => {
  if (kind !== 'contract' || !isMoment(at)) return undefined
  const today = dayInJapan(at)
  const late = daysIn(event as ContractEvent).find(([, day]) => !isPlainDate(day) || day > today)
  if (late) return `says ${late[0]} on ${late[1]}, on ${today}`
  const elsewhere = event.type === 'contract-signed' && event.signedOn !== today
  return elsewhere ? `says signed on ${event.signedOn}, on ${today}` : undefined
}

const daysOfContract = ({ kind, now }: Stream): readonly (string | undefined)[] => {
  const made = kind === 'contract' ? concluded(now as Parameters<typeof concluded>[0]) : undefined
  if (!made) return []
  const { explanation, signedOn } = made
  return [
    explanation.on > signedOn ? `was explained on ${explanation.on}, signed on ${signedOn}` : undefined,
    made.stage === 'ended' && made.endedOn < signedOn ? `ended on ${made.endedOn}, signed on ${signedOn}` : undefined,
  ]
}

/**
 * I06. Along a ledger time never goes back, to the millisecond, and a state row bears the moment of the last event. Nobody explains after the signature, ends before it, or
 * records a day that has not come: explanation ≤ signature ≤ end ≤ the day in Japan the event is of.
 */
export const times: Invariant = {
  id: 'I06',
  says: 'time never goes back, days are in order',
  check: ({ heads, states, streams }, see) => {
    for (const { id, where, row } of [...heads.values(), ...states.values()]) {
      const last = streams.get(id)?.entries.at(-1)?.at
      see(where, last !== undefined && row['u'] !== Date.parse(last) && `does not stand at ${last}`)
    }
    for (const stream of streams.values()) {
      for (const [index, entry] of stream.entries.entries()) {
        const before = stream.entries[index - 1]
        see(
          entry.where,
          !isMoment(entry.at) && `${String(entry.at)} is no moment`,
          before !== undefined && entry.at < before.at && `is of ${entry.at}, after one of ${before.at}`,
          notYet(entry),
        )
      }
      see(stream.where, ...daysOfContract(stream))
    }
  },
}
