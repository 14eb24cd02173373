import type { Drill } from '../shapes/reseller.ts'
import type { Invariant } from './invariant.ts'
import type { Book } from '../reading/book.ts'
import { same } from '../reading/hash.ts'
import { kept, paperWith, streamsOf } from '../reading/looking-up.ts'

type Step = {
  readonly place: { readonly shard: number; readonly after: string | null } | null
  readonly tally: Drill['tally']
  readonly lines: readonly Line[]
}
type Line = { readonly contractId: string; readonly fate: string; readonly gaps: readonly string[] }

/** Steps that a drill's operation noted, one by one. */
const stepsOf = (book: Book, operationId: string): readonly Step[] =>
  (book.papers.get(operationId) ?? [])
    .filter(({ name }) => name.startsWith('results-'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ text }) => JSON.parse(text) as Step)

/**
 * I14. A drill adds up: the reseller's ledger has the counts of its operation's last step, which has no place left to go on from;
 * its lists name a contract once, and hold as many gaps and void drafts as were counted; and no case bears its name.
 */
export const drills: Invariant = {
  id: 'I14',
  says: { ja: '訓練の結果は、各段階の集計と同じ', en: 'a drill is what its steps counted' },
  check: (book, see) => {
    for (const { id, entries } of streamsOf(book, 'reseller')) {
      for (const { where, event } of entries) {
        if (event.type !== 'drill-run') continue
        const { operationId, tally, on } = event
        const steps = stepsOf(book, operationId)
        const last = steps.at(-1)
        const lines = steps.flatMap((one) => one.lines)
        const operation = kept(book, 'operation', operationId)
        const paper = paperWith(book, id, event.sha256)
        const said = paper && (JSON.parse(paper.text) as { tally: unknown; on: unknown; scoreTenths: unknown })
        see(
          where,
          !last && 'is of an operation that noted nothing',
          last && !same(last.tally, tally) && 'counts other than its last step',
          last && last.place !== null && 'ended before its book did',
          new Set(lines.map(({ contractId }) => contractId)).size !== lines.length && 'lists a contract twice',
          lines.filter(({ fate }) => fate === 'voided').length !== tally.voided && 'lists other drafts than it counts',
          lines.filter(({ gaps }) => gaps.length > 0).length !== tally.wouldGap && 'lists other gaps than it counts',
          operation &&
            (operation.kind !== 'drillTakeover' || operation.stage !== 'finished') &&
            'is of no drill that is done',
          said &&
            !same([said.tally, said.on, said.scoreTenths], [tally, on, event.scoreTenths]) &&
            'says other than its paper',
          book.states.has(`dsc_${operationId.slice('opr_'.length)}`) && 'goes under the name of a case',
        )
      }
    }
  },
}
