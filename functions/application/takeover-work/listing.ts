import { takeoverIn } from '../../../shared/domain/contract/takeover.ts'
import { isMeant, type WhichTakeovers } from '../../../shared/domain/discontinuance/which-takeovers.ts'
import type { ContractId, ResellerId, DiscontinuanceId } from '../../../shared/domain/ids.ts'
import type { Actor } from '../../../shared/domain/people.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { KeptOperation } from '../../../shared/domain/platform/operation.ts'
import { numbered } from '../../ports/papers.ts'
import type { Kept } from '../../ports/records.ts'
import type { World } from '../../ports/world.ts'
import { listedForm } from '../papers/books.ts'
import { change } from '../change.ts'
import { pagesOf, startOfBook, type Entry, type Place } from '../contracts/portfolio.ts'
import { stampOfStep } from './steps.ts'

/** What a listing found so far; null where it has come to the end of the book. */
export type Listed = { readonly contractIds: readonly ContractId[]; readonly next: Place | null }

type Book = { readonly resellerId: ResellerId; readonly discontinuanceId: DiscontinuanceId }

/**
 * Of some entries of a case's book, the contracts that are meant. What has ended, or was taken over again since, is left
 * out: nothing of this case can befall it any more.
 */
export const meantAmong = (
  entries: readonly Entry[],
  { discontinuanceId }: Book,
  which: WhichTakeovers,
  now: Instant,
): readonly ContractId[] =>
  entries.flatMap(({ kept: { state } }) => {
    const takeover = takeoverIn(discontinuanceId, state)
    if (state.stage !== 'live' || !takeover || takeover !== state.takeover) return []
    return isMeant(which, state, takeover, now) ? [state.deal.contractId] : []
  })

/** Contracts to a paper, or a few more: a page of the book is listed whole. */
const perPaper = 1_000

/** Lists on from where the last paper ended, and notes what was found on a paper of its own. */
export const listMore = async (
  world: World,
  found: Kept<KeptOperation>,
  book: Book,
  which: WhichTakeovers,
  actor: Actor,
): Promise<void> => {
  const { operationId, listed } = found.state
  const papers = listed?.papers ?? 0
  const last = papers > 0 ? listedForm.read(await world.ledger.paper(operationId, numbered('listed', papers))) : null
  const now = world.clock.now()
  const contractIds: ContractId[] = []
  let next: Place | null = last?.next ?? startOfBook
  for await (const page of pagesOf(world.contracts, book.resellerId, next)) {
    contractIds.push(...meantAmong(page.entries, book, which, now))
    next = page.next
    if (contractIds.length >= perPaper) break
  }
  const content: Listed = { contractIds, next }
  const paper = { name: numbered('listed', papers + 1), content, sha256: world.digest(content) }
  const event = {
    type: 'operation-listed' as const,
    rows: contractIds.length,
    complete: next === null,
    listedSha256: paper.sha256,
  }
  // Where another worker listed on from there first, its paper stands.
  await world.commits.commit({
    stamp: stampOfStep(operationId, `listed/${papers + 1}`, actor, now),
    answer: papers + 1,
    changes: [change('operation', operationId, found, [event], now, { papers: [paper] })],
  })
}

/** Everything that was listed, in the order of the book. */
export const allListed = async (
  { ledger }: World,
  { operationId, listed }: KeptOperation,
): Promise<readonly ContractId[]> => {
  const names = Array.from({ length: listed?.papers ?? 0 }, (_, index) => numbered('listed', index + 1))
  const papers = (await ledger.papers(operationId, names)).map(listedForm.read)
  return papers.flatMap(({ contractIds }) => contractIds)
}
