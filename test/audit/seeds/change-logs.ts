import type { Entry } from '../../../functions/audit/reading/entries.ts'
import type { Seed, Tampering } from './tampering.ts'

/** The last event of a contract that a reseller answers for: it stands in two logs. */
const inTwoLogs = ({ book }: Tampering): Entry => {
  const found = [...book.streams.values()]
    .flatMap(({ entries }) => entries.at(-1) ?? [])
    .find(({ kind, log }) => kind === 'contract' && log.ep !== undefined && log.pp !== undefined)
  if (!found) throw new Error('no event in two logs')
  return found
}

/** Seeded violations of I53: events in the change logs. */
export const changeLogSeeds: readonly Seed[] = [
  {
    invariant: 'I53',
    name: 'an event stands in no change log',
    edit: (tampering) =>
      tampering.set(inTwoLogs(tampering).where, { ep: undefined, es: undefined, pp: undefined, ps: undefined }),
  },
  {
    invariant: 'I53',
    name: 'a reseller’s event is missing from its own log',
    edit: (tampering) => tampering.set(inTwoLogs(tampering).where, { pp: undefined, ps: undefined }),
  },
  {
    invariant: 'I53',
    name: 'an event stands in the log of another reseller',
    edit: (tampering) => tampering.set(inTwoLogs(tampering).where, { pp: 'rsl_another#log' }),
  },
  {
    invariant: 'I53',
    name: 'an event stands in the log as if it had been recorded at another time',
    edit: (tampering) => tampering.set(inTwoLogs(tampering).where, { es: '000000000000a#00000000' }),
  },
]
