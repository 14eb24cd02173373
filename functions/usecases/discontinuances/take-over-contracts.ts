import { reachContract, takeoverIn } from '../../../shared/domain/contract/takeover.ts'
import type { FrozenList, KeptDiscontinuance } from '../../../shared/domain/discontinuance/discontinuance.ts'
import type { ContractId, DiscontinuanceId, EntityId, ResellerId } from '../../../shared/domain/ids.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import { numbered } from '../../ports/papers.ts'
import type { Change, Kept, Paper } from '../../ports/records.ts'
import type { World } from '../../ports/world.ts'
import { change } from '../change.ts'
import { systemStamp } from '../system-stamp.ts'
import { caseWithParties } from './approve-discontinuance.ts'
import { bookOf, isHeldBy, type Entry } from './book.ts'
import { difficultyReport } from './difficulty-report.ts'

// A transaction holds a hundred rows: two for each contract, and one for the command.
const perTransaction = 49
const perListPaper = 2_000

/** Whether there is time to begin another step. */
export type MayGoOn = () => boolean

/**
 * What follows the instant: the list is frozen and sealed by its hash, then every contract on it gets its takeover
 * and every open draft is void, until a pass over the whole book finds nothing left. It can stop anywhere and begin
 * again. True when all of it is done.
 */
export const takeOverContracts =
  (world: World) =>
  async (entityId: EntityId, discontinuanceId: DiscontinuanceId, mayGoOn: MayGoOn): Promise<boolean> => {
    const about = await caseWithParties(world, entityId, discontinuanceId)
    const since = about?.found.state.since
    if (!about || !since) throw new Error(`${discontinuanceId} is not approved`)
    const { state } = about.found
    if (state.reached) return true
    if (!state.list) {
      await freeze(world, about, since)
      return mayGoOn() && takeOverContracts(world)(entityId, discontinuanceId, mayGoOn)
    }

    let left = 0
    const waiting: Reach[] = []
    for await (const entries of bookOf(world.contracts, state.resellerId)) {
      waiting.push(...entries.flatMap((entry) => reaching(entry, state.resellerId, { discontinuanceId, since })))
      while (waiting.length >= perTransaction) {
        if (!mayGoOn()) return false
        left += await reachPack(world, discontinuanceId, waiting.splice(0, perTransaction))
      }
    }
    left += await reachPack(world, discontinuanceId, waiting)
    // Anything that was still to reach, or that moved meanwhile, is looked at again.
    const done = left === 0 && (await noteReached(world, about.found))
    return done || (mayGoOn() && takeOverContracts(world)(entityId, discontinuanceId, mayGoOn))
  }

type About = NonNullable<Awaited<ReturnType<typeof caseWithParties>>>

/** Freezes the list: read twice, since the second pass must find what the first did; sealed with both drafts. */
const freeze = async (world: World, about: About, since: Instant): Promise<void> => {
  const { found } = about
  const { resellerId, discontinuanceId } = found.state
  const first = await listed(world, resellerId, discontinuanceId)
  const second = await listed(world, resellerId, discontinuanceId)
  if (world.digest(first.lines) !== world.digest(second.lines))
    throw new Error(`the book of ${resellerId} moved behind its fence`)
  const list: FrozenList = { contracts: second.lines.length, voided: second.drafts, sha256: world.digest(second.lines) }

  const now = world.clock.now()
  const papers = inPapers(world, second.lines)
  const changed = change('discontinuance', discontinuanceId, found, [{ type: 'list-frozen', list }], now, { papers })
  const state = changed.state as KeptDiscontinuance
  const content = difficultyReport({ ...about, state, since, reseller: about.reseller.state })
  await world.commits.commit({
    stamp: systemStamp('freeze-list', discontinuanceId, now),
    answer: list,
    changes: [changed, ...(await redrafted(world, state, content, now))],
  })
}

type ListLine = readonly [contractId: ContractId, documentSha256: string]

const listed = async (world: World, resellerId: ResellerId, discontinuanceId: DiscontinuanceId) => {
  const lines: ListLine[] = []
  let drafts = 0
  for await (const entries of bookOf(world.contracts, resellerId)) {
    for (const {
      kept: { state },
    } of entries) {
      const takeover = takeoverIn(discontinuanceId, state)
      // What has turned up late is counted apart; the list is of the instant.
      if (takeover?.late) continue
      if (takeover || (state.stage === 'live' && isHeldBy(resellerId, state)))
        lines.push([state.deal.contractId, state.deal.documentSha256])
      else if (isHeldBy(resellerId, state) && (state.stage === 'drafted' || state.stage === 'offered')) drafts += 1
    }
  }
  return { lines: lines.sort(([a], [b]) => (a < b ? -1 : 1)), drafts }
}

const inPapers = ({ digest }: World, lines: readonly ListLine[]): readonly Paper[] => {
  const papers: Paper[] = []
  for (let from = 0; from < lines.length; from += perListPaper) {
    const content = lines.slice(from, from + perListPaper)
    papers.push({ name: numbered('list', papers.length + 1), content, sha256: digest(content) })
  }
  return papers
}

/** Both reports are drafted anew, now that the number of contracts is known. */
const redrafted = async (
  world: World,
  state: KeptDiscontinuance,
  content: unknown,
  at: Instant,
): Promise<readonly Change[]> => {
  const { entityId, discontinuanceId } = state
  const contentSha256 = world.digest(content)
  return Promise.all(
    state.reports.map(async ({ submissionId, to }) => {
      const found = await world.directory.submission(entityId, submissionId)
      if (!found) throw new Error(`no ${submissionId}`)
      const event = { type: 'submission-drafted' as const, submissionId, entityId, discontinuanceId, to, contentSha256 }
      const paper = { name: numbered('content', found.state.contents + 1), content, sha256: contentSha256 }
      return change('submission', submissionId, found, [event], at, { papers: [paper] })
    }),
  )
}

type Reach = { readonly entry: Entry; readonly events: ReturnType<typeof reachContract> }

const reaching = (
  entry: Entry,
  resellerId: ResellerId,
  reason: { readonly discontinuanceId: DiscontinuanceId; readonly since: Instant },
): readonly Reach[] => {
  const { state } = entry.kept
  const events = isHeldBy(resellerId, state) ? reachContract(state, reason) : []
  return events.length > 0 ? [{ entry, events }] : []
}

/**
 * One transaction for many contracts. If any of them moved since it was read, none is written: the next pass reads
 * them all again. A pack is named by what it holds, so that it lands once. Gives how many there were to reach.
 */
const reachPack = async (world: World, discontinuanceId: DiscontinuanceId, pack: readonly Reach[]): Promise<number> => {
  if (pack.length === 0) return 0
  const now = world.clock.now()
  const name = world.digest(pack.map(({ entry: { kept } }) => [kept.state.deal.contractId, kept.version]))
  await world.commits.commit({
    stamp: systemStamp('take-over', `${discontinuanceId}/${name.slice(0, 32)}`, now),
    answer: pack.length,
    changes: pack.map(({ entry: { kept, name: sme }, events }) =>
      change('contract', kept.state.deal.contractId, kept, events, now, { name: sme }),
    ),
  })
  return pack.length
}

const noteReached = async (world: World, found: Kept<KeptDiscontinuance>): Promise<boolean> => {
  const { discontinuanceId } = found.state
  const now = world.clock.now()
  const noted = await world.commits.commit({
    stamp: systemStamp('list-reached', discontinuanceId, now),
    answer: true,
    changes: [change('discontinuance', discontinuanceId, found, [{ type: 'list-reached' }], now)],
  })
  return noted.ok
}
