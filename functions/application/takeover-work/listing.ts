import { takeoverIn } from '../../../shared/domain/contract/takeover.ts'
import { isMeant, type WhichTakeovers } from '../../../shared/domain/discontinuance/which-takeovers.ts'
import type { ContractId, ResellerId, DiscontinuanceId } from '../../../shared/domain/ids.ts'
import type { Actor } from '../../../shared/domain/people.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { ExistingOperation } from '../../../shared/domain/platform/operation.ts'
import { numbered } from '../../ports/papers.ts'
import type { Versioned } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { listedForm } from '../../papers/books.ts'
import { change } from '../change.ts'
import { pagesOf, startOfPortfolio, type PortfolioEntry, type PortfolioCursor } from '../contracts/portfolio.ts'
import { metadataOfStep } from './steps.ts'

type Book = { readonly resellerId: ResellerId; readonly discontinuanceId: DiscontinuanceId }

/**
 * Contracts that are meant, of some entries of a case's portfolio. What has ended, or was taken over again since, is
 * left out: nothing of this case can befall it any more.
 */
export const meantAmong = (
  entries: readonly PortfolioEntry[],
  { discontinuanceId }: Book,
  which: WhichTakeovers,
  now: Instant,
): readonly ContractId[] =>
  entries.flatMap(({ kept: { state } }) => {
    const takeover = takeoverIn(discontinuanceId, state)
    if (state.stage !== 'live' || !takeover || takeover !== state.takeover) return []
    return isMeant(which, state, takeover, now) ? [state.deal.contractId] : []
  })

/** Contracts to an evidence document, or a few more: a page of the book is listed whole. */
const perPaper = 1_000

/** Lists on from where the last evidence document ended, and notes what was found in one of its own. */
export const listMore = async (
  deps: Dependencies,
  found: Versioned<ExistingOperation>,
  book: Book,
  which: WhichTakeovers,
  actor: Actor,
): Promise<void> => {
  const { operationId, listed } = found.state
  const papers = listed?.papers ?? 0
  const last = papers > 0 ? listedForm.read(await deps.ledger.paper(operationId, numbered('listed', papers))) : null
  const now = deps.clock.now()
  const contractIds: ContractId[] = []
  let next: PortfolioCursor | null = last?.next ?? startOfPortfolio
  for await (const page of pagesOf(deps.contracts, book.resellerId, next)) {
    contractIds.push(...meantAmong(page.entries, book, which, now))
    next = page.next
    if (contractIds.length >= perPaper) break
  }
  const content = listedForm.write({ contractIds, next })
  const paper = { name: numbered('listed', papers + 1), content, sha256: deps.digest(content) }
  const event = {
    type: 'operation-listed' as const,
    rows: contractIds.length,
    complete: next === null,
    listedSha256: paper.sha256,
  }
  // The evidence document of another worker that listed on from there first stands.
  await deps.commits.commit({
    metadata: metadataOfStep(operationId, `listed/${papers + 1}`, actor, now),
    answer: papers + 1,
    changes: [change('operation', operationId, found, [event], now, { papers: [paper] })],
  })
}

/** Contracts that were listed, in the order of the portfolio. */
export const allListed = async (
  { ledger }: Dependencies,
  { operationId, listed }: ExistingOperation,
): Promise<readonly ContractId[]> => {
  const names = Array.from({ length: listed?.papers ?? 0 }, (_, index) => numbered('listed', index + 1))
  const papers = (await ledger.papers(operationId, names)).map(listedForm.read)
  return papers.flatMap(({ contractIds }) => contractIds)
}
