import type { Holder, PortfolioOwner } from '../shapes/ids.ts'
import type { Interval } from '../shapes/contract-parts.ts'
import type { Invariant } from './invariant.ts'
import type { Book } from '../reading/book.ts'
import { concluded, gateOver, kept, liveIn } from '../reading/looking-up.ts'

type GateText = {
  readonly owner: PortfolioOwner
  readonly entityId: Holder
  readonly discontinued: { readonly since: string; readonly discontinuanceId: string } | null
}

const isReached = (book: Book, discontinuanceId: string): boolean =>
  kept(book, 'discontinuance', discontinuanceId)?.reached === true

/** Intervals of a reseller that stopped, which run on past its instant although its list is reached. */
const outlived = (book: Book, intervals: readonly Interval[]): string | undefined => {
  for (const { party, from, until } of intervals) {
    const discontinued = kept(book, 'reseller', party)?.discontinued
    if (!discontinued || !isReached(book, discontinued.discontinuanceId)) continue
    // An interval without length leaves nobody answering: its contract was signed by a clock ahead of the instant's.
    if (until === null || (until > discontinued.since && until > from))
      return `${party} answers until ${until ?? 'now'}, and stopped at ${discontinued.since}`
  }
  return undefined
}

/**
 * I09. A live contract has exactly one open interval of responsibility, its last. Cut by the governing portfolio
 * guard (that of whoever holds the contract: behind a discontinued one the implementing entity answers), it names who
 * answers now; and once the list of a discontinuance is reached, what is stored is that already, for ended contracts
 * too: nobody answers beyond the instant it stopped (第2章1.(10)).
 */
export const whoAnswers: Invariant = {
  id: 'I09',
  says: { ja: '有効な契約の責任を負う者は、ちょうど一者', en: 'exactly one answers for a live contract' },
  check: (book, see) => {
    for (const { id, where, contract } of liveIn(book)) {
      const { responsibility, holder, deal, takeover } = contract
      const open = responsibility.filter(({ until }) => until === null)
      const last = responsibility.at(-1)
      const gate = gateOver(book, holder, id)?.says as GateText | undefined
      const stopped = gate?.discontinued ?? null
      const cut = stopped && last?.party === gate?.owner ? deal.entityId : last?.party
      const answers = stopped ? deal.entityId : holder
      const drained = stopped === null || isReached(book, stopped.discontinuanceId)
      const inTakeover = takeover !== null && takeover.stage !== 'settled'
      see(
        where,
        open.length !== 1 && `has ${open.length} open intervals`,
        last?.until !== null && 'has no open interval at its end',
        !gate && `is held by ${holder}, which has no gate`,
        cut !== answers && `is answered for by ${cut}, and should be by ${answers}`,
        drained && last?.party !== answers && `names ${last?.party} although ${answers} answers`,
        inTakeover && !stopped && `is being taken over from ${holder}, which has not stopped`,
      )
    }
    for (const { where, contract } of book.heads.values()) {
      const made = concluded(contract)
      if (made) see(where, outlived(book, made.responsibility))
    }
  },
}
