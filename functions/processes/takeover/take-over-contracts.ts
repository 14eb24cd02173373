import { applyDiscontinuance, takeoverIn } from '../../../shared/domain/contract/takeover.ts'
import { advanced, type Checkpoint } from '../../../shared/domain/discontinuance/fan-out.ts'
import { shardCount, type DiscontinuanceId, type EntityId } from '../../../shared/domain/ids.ts'
import { knownOnOf } from '../../../shared/domain/discontinuance/proposing.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { Versioned } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change } from '../../application/change.ts'
import { systemMetadata } from '../../application/system-metadata.ts'
import { entriesOf, isHeldBy, type PortfolioEntry } from '../../application/contracts/portfolio.ts'
import type { MayGoOn } from '../operation/runner.ts'
import { freezeList } from './freeze-list.ts'
import type { ExistingDiscontinuance } from '../../../shared/domain/discontinuance/states.ts'
import { caseWithParties } from '../../application/cases/case-with-parties.ts'
import { isRead } from '../../application/cases/case-shards.ts'

// A transaction holds a hundred rows: two for each contract, one for the command, one for the checkpoint.
const perTransaction = 49
const perPage = 4 * perTransaction

/**
 * Carries out the fan-out after the instant: the list is frozen and sealed by its hash, then every contract on it gets
 * its takeover and every open draft is void, shard by shard, each step with its checkpoint; at last a pass over the
 * whole portfolio must find nothing left. It can stop anywhere and begin again, and two workers at once do no harm.
 * True when all is done.
 */
export const takeOverContracts =
  (deps: Dependencies) =>
  async (entityId: EntityId, discontinuanceId: DiscontinuanceId, mayGoOn: MayGoOn): Promise<boolean> => {
    for (;;) {
      const about = await caseWithParties(deps, entityId, discontinuanceId)
      if (!about?.found.state.since) throw new Error(`${discontinuanceId} is not approved`)
      const { state } = about.found
      if (state.reached) return true
      if (!state.list) await freezeList(deps, about, about.found.state.since)
      else {
        const run: Run = { deps, state, since: about.found.state.since, mayGoOn }
        const passed = await reachList(run, about.found)
        if (passed !== 'leftSome') return passed === 'nothingLeft'
      }
      if (!mayGoOn()) return false
    }
  }

type Passed = 'nothingLeft' | 'leftSome' | 'outOfTime'

/** Every shard of the book, then the pass that must find nothing left. */
const reachList = async (run: Run, found: Versioned<ExistingDiscontinuance>): Promise<Passed> => {
  const begun = await checkpointsOf(run)
  // Shards go one after another: two at once gain next to nothing, and whoever signs meanwhile waits behind both.
  for (let shard = 0; shard < shardCount; shard += 1)
    if (!(await reachShard(run, shard, begun.get(shard)))) return 'outOfTime'
  return sweepBook(run, found)
}

const checkpointsOf = async ({ deps, state }: Run): Promise<ReadonlyMap<number, Checkpoint>> =>
  new Map((await deps.contracts.checkpoints(state.discontinuanceId)).map((one) => [one.shard, one]))

type Run = {
  readonly deps: Dependencies
  readonly state: ExistingDiscontinuance
  readonly since: Instant
  readonly mayGoOn: MayGoOn
}

/** Reaches one shard of the portfolio, a page at a time, from its checkpoint. True when the shard is done. */
const reachShard = async (run: Run, shard: number, from: Checkpoint | undefined): Promise<boolean> => {
  const { deps, state, mayGoOn } = run
  let checkpoint = from
  while (!checkpoint?.done) {
    if (!mayGoOn()) return false
    const page = await deps.contracts.portfolioShard(state.resellerId, shard, {
      after: checkpoint?.after ?? null,
      limit: perPage,
    })
    const packs = inPacks(page.items.flatMap((entry) => reaching(run, entry)))
    const last = packs.pop() ?? []
    let landed = true
    for (const pack of packs) {
      if (!mayGoOn()) return false
      landed = (await reachPack(run, pack)) && landed
    }
    const next = advanced(checkpoint, {
      discontinuanceId: state.discontinuanceId,
      shard,
      passed: page.items.filter((entry) => isOnList(run, entry)).length,
      next: page.next,
      at: deps.clock.now(),
    })
    // Contracts that moved meanwhile are read again: the checkpoint follows what is done, and never runs ahead of it.
    if (landed && (await reachPack(run, last, next))) checkpoint = next
    else checkpoint = (await checkpointsOf(run)).get(shard)
  }
  return true
}

/** The pass over the whole book that must find nothing left to reach; where it does, the case is looked at again. */
const sweepBook = async (run: Run, found: Versioned<ExistingDiscontinuance>): Promise<Passed> => {
  const { deps, state, mayGoOn } = run
  const left: Reach[] = []
  for await (const entries of entriesOf(deps.contracts, state.resellerId))
    left.push(...entries.flatMap((entry) => reaching(run, entry)))
  for (const pack of inPacks(left)) {
    if (!mayGoOn()) return 'outOfTime'
    await reachPack(run, pack)
  }
  return left.length === 0 && (await noteReached(deps, found)) ? 'nothingLeft' : 'leftSome'
}

type Reach = { readonly entry: PortfolioEntry; readonly events: ReturnType<typeof applyDiscontinuance> }

const inPacks = (all: readonly Reach[]): Reach[][] =>
  Array.from({ length: Math.ceil(all.length / perTransaction) }, (_, n) =>
    all.slice(n * perTransaction, (n + 1) * perTransaction),
  )

const isOnList = ({ state }: Run, { kept }: PortfolioEntry): boolean => {
  const takeover = takeoverIn(state.discontinuanceId, kept.state)
  return takeover ? !takeover.late : kept.state.stage === 'live' && isHeldBy(state.resellerId, kept.state)
}

const reaching = ({ state: about, since }: Pick<Run, 'state' | 'since'>, entry: PortfolioEntry): readonly Reach[] => {
  const { state } = entry.kept
  const { resellerId, discontinuanceId } = about
  const events = isHeldBy(resellerId, state)
    ? applyDiscontinuance(state, { discontinuanceId, since, knownOn: knownOnOf(about) })
    : []
  return events.length > 0 ? [{ entry, events }] : []
}

/**
 * One transaction for many contracts, with the checkpoint it takes the shard to. If any of them moved since it was
 * read, or another worker was here, nothing is written. A pack is named by what it holds, so that it lands once.
 */
const reachPack = async ({ deps, state }: Run, pack: readonly Reach[], checkpoint?: Checkpoint): Promise<boolean> => {
  if (pack.length === 0) return checkpoint ? deps.commits.note(checkpoint) : true
  const now = deps.clock.now()
  const held = pack.map(({ entry: { kept } }) => [kept.state.deal.contractId, kept.version])
  const name = deps.digest([held, checkpoint ? [checkpoint.shard, checkpoint.version] : null])
  const landed = await deps.commits.commit({
    metadata: systemMetadata('take-over', `${state.discontinuanceId}/${name.slice(0, 32)}`, now),
    answer: pack.length,
    changes: pack.map(({ entry: { kept, name: sme }, events }) =>
      change('contract', kept.state.deal.contractId, kept, events, now, { name: sme }),
    ),
    ...(checkpoint ? { checkpoint } : {}),
  })
  return landed.ok
}

const noteReached = async (deps: Dependencies, found: Versioned<ExistingDiscontinuance>): Promise<boolean> => {
  const { discontinuanceId } = found.state
  const now = deps.clock.now()
  const reached = { type: 'list-reached' as const }
  const toCount = { type: 'tally-asked' as const, entityId: found.state.entityId }
  const events = isRead(found.state) ? [reached] : [reached, toCount]
  const noted = await deps.commits.commit({
    metadata: systemMetadata('list-reached', discontinuanceId, now),
    answer: true,
    changes: [change('discontinuance', discontinuanceId, found, events, now)],
  })
  return noted.ok
}
