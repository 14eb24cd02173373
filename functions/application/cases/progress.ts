import { missingToClose } from '../../../shared/domain/discontinuance/closing.ts'
import type { ExistingSubmission } from '../../../shared/domain/submission/states.ts'
import {
  addedUp,
  counted,
  countedAt,
  isCounting,
  isCurrent,
  nothingCounted,
  type TallyCounts,
} from '../../../shared/domain/discontinuance/tally.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { Breach, Missing } from '../../../shared/domain/refusal.ts'
import { editionOfCase, judge } from '../../../shared/standard/index.ts'
import type { DiscontinuanceFacts } from '../../../shared/standard/model/occasion.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { editionOf } from '../../../shared/policy/judging.ts'
import { hoursOf } from '../../views/coverage-view.ts'
import type { ExistingDiscontinuance } from '../../../shared/domain/discontinuance/states.ts'
import { factsOf, listed } from '../../../shared/policy/case-facts.ts'
import { isRead, shardsOf } from './case-shards.ts'
import { readWhole } from '../read-whole.ts'

const reportsOf = async (
  { directory }: Dependencies,
  state: ExistingDiscontinuance,
): Promise<readonly ExistingSubmission[]> =>
  (await Promise.all(state.reports.map(({ submissionId }) => directory.submission(state.entityId, submissionId))))
    .filter((report) => report !== undefined)
    .map((report) => report.state)

/** The facts of a case for reports: its book is read only while the takeovers are still being opened. */
export const factsOfCase = async (
  deps: Dependencies,
  state: ExistingDiscontinuance,
): Promise<DiscontinuanceFacts | undefined> =>
  state.reached
    ? factsOf(state, await reportsOf(deps, state), listed(state))
    : (await progressOf(deps, state, deps.clock.now())).facts

/** Breaches of the standard by a case as it stands, by the newest edition its reseller's services name. */
export const breachesOf = async (
  { directory }: Dependencies,
  { entityId, resellerId }: ExistingDiscontinuance,
  facts: DiscontinuanceFacts | undefined,
): Promise<readonly Breach[]> => {
  const [reseller, services] = await Promise.all([
    directory.reseller(entityId, resellerId),
    directory.services(entityId),
  ])
  const sold = readWhole(services).filter((one) => reseller?.state.authorizations[one.state.serviceId])
  const edition = editionOfCase(sold.flatMap((one) => one.state.versions.map((version) => version.edition)))
  return facts && edition ? judge(editionOf(edition), 'discontinuance', facts) : []
}

/**
 * Progress of the takeovers of a case, and everything still missing to close it. A small case is counted as it stands;
 * of a large one the last tally is given, with its instant.
 */
export const progressOf = async (deps: Dependencies, state: ExistingDiscontinuance, now: Instant) => {
  const [count, reports] = await Promise.all([countOf(deps, state, now), reportsOf(deps, state)])
  const { takeovers, coverage, gapMinutes, examples } = count.counts
  const several = (n: number, which: keyof typeof examples) => ({ count: n, examples: examples[which] })
  const missing: readonly Missing[] =
    state.stage === 'takingOver'
      ? missingToClose(
          state,
          {
            toTell: several(takeovers.opened, 'toTell'),
            toSettle: several(takeovers.told, 'toSettle'),
            toCover: several(coverage.gap + coverage.atRisk, 'toCover'),
            isCurrent: count.isCurrent,
          },
          reports,
        )
      : []
  const begun = state.reached ? listed(state) : count.passed
  return {
    takeovers,
    coverage: { ...coverage, gapMinutes, gapHours: hoursOf(gapMinutes) },
    countedAt: count.at,
    counting: count.counting,
    missing,
    facts: factsOf(state, reports, begun),
  }
}

type Count = {
  readonly counts: TallyCounts
  readonly at: Instant | null
  readonly counting: boolean
  /** True where closing can rest on this count. */
  readonly isCurrent: boolean
  /** Contracts of the list that have their takeover, while it is not reached. */
  readonly passed: number
}

const countOf = async (deps: Dependencies, state: ExistingDiscontinuance, now: Instant): Promise<Count> => {
  const none = { counts: nothingCounted, at: null, counting: false, isCurrent: true, passed: 0 }
  if (state.stage !== 'takingOver' && state.stage !== 'closed') return none
  if (isRead(state)) {
    const each: TallyCounts[] = []
    for await (const shard of shardsOf(deps, state, now)) each.push(counted(shard))
    const counts = addedUp(each)
    const { opened, told, settled } = counts.takeovers
    return { counts, at: now, counting: false, isCurrent: true, passed: opened + told + settled }
  }
  if (!state.reached) {
    const checkpoints = await deps.contracts.checkpoints(state.discontinuanceId)
    return { ...none, counting: true, passed: checkpoints.reduce((sum, { passed }) => sum + passed, 0) }
  }
  const tallies = await deps.contracts.tallies(state.discontinuanceId)
  return {
    counts: addedUp(tallies.map((one) => one.counts)),
    at: countedAt(tallies),
    counting: isCounting(state, tallies),
    isCurrent: isCurrent(state, tallies),
    passed: 0,
  }
}
