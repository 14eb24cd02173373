import type { CoverageArea } from '../contract/contract-words.ts'
import { coverageOf, type CoverageStage } from '../contract/coverage.ts'
import type { ServiceId } from '../ids.ts'
import type { Instant } from '../plain-date.ts'
import type { EndedContract, LiveContract, Takeover } from '../contract/states.ts'

/** Filter of a case's takeovers: those of which all that is said holds; all of them where nothing is said. */
export type WhichTakeovers = {
  readonly stage?: Takeover['stage'] | undefined
  readonly coverage?: CoverageStage | undefined
  readonly serviceId?: ServiceId | undefined
  /** The facet nobody has looked at yet. */
  readonly unknown?: CoverageArea | undefined
}

/** True for a takeover that the filter means as it stands at a moment. */
export const isMeant = (
  { stage, coverage, serviceId, unknown }: WhichTakeovers,
  contract: LiveContract | EndedContract,
  takeover: Takeover,
  now: Instant,
): boolean =>
  (stage === undefined || takeover.stage === stage) &&
  (serviceId === undefined || contract.deal.serviceId === serviceId) &&
  (unknown === undefined || takeover.coverage[unknown].stage === 'unknown') &&
  (coverage === undefined || coverageOf(contract, takeover, now).stage === coverage)
