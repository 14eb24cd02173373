import { takeoverIn } from '../../../shared/domain/contract/takeover.ts'
import { isMeant, type WhichTakeovers } from '../../../shared/domain/discontinuance/which-takeovers.ts'
import { shardCount, type ContractId, type ResellerId, type DiscontinuanceId } from '../../../shared/domain/ids.ts'
import type { Actor } from '../../../shared/domain/people.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { KeptOperation } from '../../../shared/domain/platform/operation.ts'
import { numbered } from '../../ports/papers.ts'
import type { Kept } from '../../ports/records.ts'
import type { World } from '../../ports/world.ts'
import { change } from '../change.ts'
import { stampOfStep } from './steps.ts'

/** Where in a book a listing goes on. */
type Position = { readonly shard: number; readonly after: string | null }
export const fromTheFirst: Position = { shard: 0, after: null }

/** What a listing found so far; null where it has come to the end of the book. */
export type Listed = { readonly contractIds: readonly ContractId[]; readonly next: Position | null }

type Book = { readonly resellerId: ResellerId; readonly discontinuanceId: DiscontinuanceId }

/**
 * The contracts of one page of a case's book that are meant, read consistently. What has ended, or was taken over again
 * since, is left out: nothing of this case can befall it any more.
 */
export const pageMeant = async (
  { contracts }: World,
  { resellerId, discontinuanceId }: Book,
  which: WhichTakeovers,
  { shard, after }: Position,
  now: Instant,
): Promise<Listed> => {
  const page = await contracts.bookShard(resellerId, shard, { after })
  const contractIds = page.items.flatMap(({ kept: { state } }) => {
    const takeover = takeoverIn(discontinuanceId, state)
    if (state.stage !== 'live' || !takeover || takeover !== state.takeover) return []
    return isMeant(which, state, takeover, now) ? [state.deal.contractId] : []
  })
  if (page.next) return { contractIds, next: { shard, after: page.next } }
  return { contractIds, next: shard + 1 < shardCount ? { shard: shard + 1, after: null } : null }
}

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
  const last = papers > 0 ? ((await world.ledger.paper(operationId, numbered('listed', papers))) as Listed) : null
  const now = world.clock.now()
  const contractIds: ContractId[] = []
  let next = last ? last.next : fromTheFirst
  while (next && contractIds.length < perPaper) {
    const page = await pageMeant(world, book, which, next, now)
    contractIds.push(...page.contractIds)
    next = page.next
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
  const papers = (await ledger.papers(operationId, names)) as readonly Listed[]
  return papers.flatMap(({ contractIds }) => contractIds)
}
