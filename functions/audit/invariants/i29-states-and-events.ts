import type { Invariant } from './invariant.ts'
import type { Stream } from '../reading/entries.ts'
import { digest } from '../reading/hash.ts'

/** A change ends where the next event is of another command. */
const endsChange = ({ entries }: Stream, index: number): boolean =>
  entries[index]?.command !== entries[index + 1]?.command

/**
 * I29. Every state row has a ledger and every ledger a state row, of the same kind. The last event of each change bears
 * the SHA-256 of the state it led to, which is what folding up to there gives; the others bear none.
 */
export const statesAndEvents: Invariant = {
  id: 'I29',
  says: {
    ja: '台帳ごとに状態があり、変わるたびのハッシュが合う',
    en: 'a state for each ledger, hashed at each change',
  },
  check: ({ heads, states, streams }, see) => {
    for (const { id, where } of heads.values()) {
      const kind = streams.get(id)?.kind
      see(where, kind !== 'contract' && `has ${kind ? `a ledger of a ${kind}` : 'no ledger'}`)
    }
    for (const { id, where, kind } of states.values()) {
      const other = streams.get(id)?.kind
      see(where, other !== kind && `is of a ${kind} and has ${other ? `a ledger of a ${other}` : 'no ledger'}`)
    }
    for (const stream of streams.values()) {
      const { id, kind, entries, where } = stream
      const row = kind === 'contract' ? heads.get(id) : states.get(id)
      see(
        where,
        !row && `is the ledger of no ${kind}`,
        entries.some((entry) => entry.kind !== kind) && 'is of two kinds',
      )
      for (const [index, entry] of entries.entries()) {
        const due = endsChange(stream, index) ? digest(stream.states[index]) : null
        see(entry.where, entry.after !== due && `names ${entry.after} as the state it led to, not ${due}`)
      }
    }
  },
}
