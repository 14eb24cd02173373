import { takeoverIn } from '../../../shared/domain/contract/takeover.ts'
import { missingToClose } from '../../../shared/domain/discontinuance/closing.ts'
import type { KeptDiscontinuance } from '../../../shared/domain/discontinuance/discontinuance.ts'
import type { KeptSubmission } from '../../../shared/domain/discontinuance/submission.ts'
import type { LiveContract } from '../../../shared/domain/contract/contract.ts'
import { coverageOf, type CoverageStage } from '../../../shared/domain/contract/coverage.ts'
import { dayInJapan, type Instant } from '../../../shared/domain/plain-date.ts'
import type { Breach, Missing } from '../../../shared/domain/refusal.ts'
import { editionOfCase, judge } from '../../../shared/standard/index.ts'
import type { DiscontinuanceFacts } from '../../../shared/standard/occasion.ts'
import type { World } from '../../ports/world.ts'
import { editionOf } from '../judging.ts'
import { hoursOf } from '../views/coverage-view.ts'
import { bookOf } from './book.ts'

const examplesShown = 5
const several = (ids: readonly string[]) => ({ count: ids.length, examples: ids.slice(0, examplesShown) })

const reportsOf = async ({ directory }: World, state: KeptDiscontinuance): Promise<readonly KeptSubmission[]> =>
  (await Promise.all(state.reports.map(({ submissionId }) => directory.submission(state.entityId, submissionId))))
    .filter((report) => report !== undefined)
    .map((report) => report.state)

/** What the rules on a discontinuance ask of a case that has begun; undefined for one that only was proposed. */
const factsOf = (
  state: KeptDiscontinuance,
  reports: readonly KeptSubmission[],
  contractsTakenOver: number,
): DiscontinuanceFacts | undefined => {
  if (state.since === null) return undefined
  const sentOn = (toIpa: boolean) => {
    const sentAt = reports.find(({ to }) => (to === 'ipa') === toIpa)?.sentAt
    return sentAt ? dayInJapan(sentAt) : null
  }
  return {
    occurredOn: state.occurredOn,
    reportedToIpaOn: sentOn(true),
    reportedToRegistrationBodyOn: sentOn(false),
    contractsListed: listed(state),
    contractsTakenOver,
  }
}

const listed = ({ list, late }: KeptDiscontinuance): number => (list?.contracts ?? 0) + late

/** The facts of a case for reports: its book is read only while the takeovers are still being opened. */
export const factsOfCase = async (world: World, state: KeptDiscontinuance): Promise<DiscontinuanceFacts | undefined> =>
  state.reached
    ? factsOf(state, await reportsOf(world, state), listed(state))
    : (await progressOf(world, state, world.clock.now())).facts

/** What the standard objects to in a case as it stands, by the newest edition its reseller's services name. */
export const breachesOf = async (
  { directory }: World,
  { entityId, resellerId }: KeptDiscontinuance,
  facts: DiscontinuanceFacts | undefined,
): Promise<readonly Breach[]> => {
  const [reseller, services] = await Promise.all([
    directory.reseller(entityId, resellerId),
    directory.services(entityId),
  ])
  const sold = services.filter((one) => reseller?.state.authorizations[one.state.serviceId])
  const edition = editionOfCase(sold.flatMap((one) => one.state.versions.map((version) => version.edition)))
  return facts && edition ? judge(editionOf(edition), 'discontinuance', facts) : []
}

/** How far the takeovers of a case are, read from the book itself, and everything still missing to close it. */
export const progressOf = async (world: World, state: KeptDiscontinuance, now: Instant) => {
  const { contracts } = world
  const open = { opened: [] as string[], told: [] as string[] }
  const covered: Record<CoverageStage, string[]> = { covered: [], atRisk: [], gap: [], restored: [], ended: [] }
  let gapMinutes = 0
  if (state.stage === 'takingOver' || state.stage === 'closed') {
    for await (const entries of bookOf(contracts, state.resellerId)) {
      for (const { kept } of entries) {
        const takeover = takeoverIn(state.discontinuanceId, kept.state)
        if (!takeover) continue
        const { contractId } = kept.state.deal
        if (takeover.stage !== 'settled') open[takeover.stage].push(contractId)
        const coverage = coverageOf(kept.state as LiveContract, takeover, now)
        covered[coverage.stage].push(contractId)
        gapMinutes += coverage.gapMinutes
      }
    }
  }
  const reports = await reportsOf(world, state)
  const missing: readonly Missing[] =
    state.stage === 'takingOver'
      ? missingToClose(
          state,
          {
            toTell: several(open.opened),
            toSettle: several(open.told),
            toCover: several([...covered.gap, ...covered.atRisk]),
          },
          reports,
        )
      : []
  const begun = state.reached ? listed(state) : open.opened.length + open.told.length
  return {
    takeovers: {
      opened: open.opened.length,
      told: open.told.length,
      settled: Math.max(0, begun - open.opened.length - open.told.length),
    },
    coverage: {
      covered: covered.covered.length,
      atRisk: covered.atRisk.length,
      gap: covered.gap.length,
      restored: covered.restored.length,
      ended: covered.ended.length,
      gapMinutes,
      gapHours: hoursOf(gapMinutes),
    },
    missing,
    facts: factsOf(state, reports, begun),
  }
}
