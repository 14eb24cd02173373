import type { Invariant } from './invariant.ts'
import type { Book } from '../reading/book.ts'
import type { Stream } from '../reading/entries.ts'
import { paperWith, streamsOf } from '../reading/looking-up.ts'

type Row = {
  readonly row: number
  readonly verdict: string
  readonly contractId: string | null
  readonly refusal?: object | null
  readonly sameAs?: number | null
}

const rowsOn = (book: Book, id: string, sha256: string): readonly Row[] => {
  const paper = paperWith(book, id, sha256)
  if (!paper) return []
  // An evidence document of results was a list of rows before it bore the number of its form.
  const said = JSON.parse(paper.text) as readonly Row[] | { readonly form: number; readonly rows: readonly Row[] }
  return 'rows' in said ? said.rows : said
}

/** The contracts each command changed. */
const contractsChanged = (book: Book): ReadonlyMap<string, ReadonlySet<string>> => {
  const changed = new Map<string, Set<string>>()
  for (const { id, entries } of streamsOf(book, 'contract')) {
    for (const { command } of entries) changed.set(command, (changed.get(command) ?? new Set()).add(id))
  }
  return changed
}

/** Work that changes contracts in the transactions of its own steps. */
const isOnContracts = ({ now }: Stream<'operation'>) =>
  now.stage !== 'none' && (now.discontinuanceId !== undefined || now.kind === 'recordFormReading')

/**
 * I14. Work on many contracts adds up: each row has one result; what a step says it accepted and refused is what its
 * results say; the contracts of its accepted rows, and no others, changed in the transaction of that very step, save
 * those an earlier row had changed; and what is finished has a result for every row.
 */
export const workAddsUp: Invariant = {
  id: 'I14',
  says: { ja: 'まとめて行う作業の件数が合う', en: 'work on many contracts adds up' },
  check: (book, see) => {
    const changed = contractsChanged(book)
    for (const stream of streamsOf(book, 'operation').filter(isOnContracts)) {
      const { id, now, entries } = stream
      const done = new Map<number, number>()
      for (const { where, event, command } of entries) {
        if (event.type !== 'operation-advanced') continue
        const rows = rowsOn(book, id, event.resultsSha256)
        for (const { row } of rows) done.set(row, (done.get(row) ?? 0) + 1)
        const accepted = rows.filter(({ verdict }) => verdict === 'accepted')
        const first = accepted.filter(({ sameAs = null }) => sameAs === null)
        const due = new Set(first.map(({ contractId }) => contractId))
        const did = changed.get(command) ?? new Set()
        see(
          where,
          accepted.length !== event.accepted && `says ${event.accepted} were accepted, its results ${accepted.length}`,
          rows.length - accepted.length !== event.refused && `says ${event.refused} were refused, its results another`,
          rows.some(({ refusal = null, verdict }) => refusal !== null && verdict !== 'refused') &&
            'accepted a row that it refused',
          (did.size !== due.size || [...did].some((one) => !due.has(one))) && 'changed other contracts than it says',
        )
      }
      const twice = [...done].find(([, times]) => times > 1)
      see(
        stream.where,
        twice && `did row ${twice[0]} ${twice[1]} times`,
        now.stage === 'finished' && now.total !== done.size && `is finished with ${done.size} rows of ${now.total}`,
      )
    }
  },
}
