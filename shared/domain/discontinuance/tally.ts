import type { CoverageStage } from '../contract/coverage.ts'
import { shardCount, type ContractId, type DiscontinuanceId } from '../ids.ts'
import type { Instant } from '../plain-date.ts'
import type { ExistingDiscontinuance } from './states.ts'
import type { TakeoverStage } from '../contract/contract-words.ts'

/**
 * Tally of one shard of a case's book. A takeover goes forward and nothing tells the tally; whatever sets one back is a
 * setback of the case. So a tally that knows of every setback may count too many open, and never too few.
 */
export type CaseTally = {
  readonly discontinuanceId: DiscontinuanceId
  readonly shard: number
  /** Number of setbacks the case had when counting began. */
  readonly setbacks: number
  readonly counts: TallyCounts
  readonly at: Instant
}

export type TallyCounts = {
  readonly takeovers: Readonly<Record<TakeoverStage, number>>
  readonly coverage: Readonly<Record<CoverageStage, number>>
  readonly gapMinutes: number
  /** The first few contracts of each kind that are still to be seen to. */
  readonly examples: Readonly<Record<'toTell' | 'toSettle' | 'toCover', readonly ContractId[]>>
}

/** Contract of a case, as it is counted. */
export type Counted = {
  readonly contractId: ContractId
  readonly takeover: TakeoverStage
  readonly coverage: { readonly stage: CoverageStage; readonly gapMinutes: number }
}

const examplesShown = 5

export const nothingCounted: TallyCounts = {
  takeovers: { opened: 0, told: 0, settled: 0 },
  coverage: { covered: 0, atRisk: 0, gap: 0, restored: 0, ended: 0 },
  gapMinutes: 0,
  examples: { toTell: [], toSettle: [], toCover: [] },
}

const isToCover = (stage: CoverageStage): boolean => stage === 'gap' || stage === 'atRisk'

export const counted = (contracts: readonly Counted[]): TallyCounts => {
  const takeovers = { ...nothingCounted.takeovers }
  const coverage = { ...nothingCounted.coverage }
  const examples = { toTell: [] as ContractId[], toSettle: [] as ContractId[], toCover: [] as ContractId[] }
  let gapMinutes = 0
  for (const one of contracts) {
    takeovers[one.takeover] += 1
    coverage[one.coverage.stage] += 1
    gapMinutes += one.coverage.gapMinutes
    if (one.takeover === 'opened') keep(examples.toTell, one.contractId)
    if (one.takeover === 'told') keep(examples.toSettle, one.contractId)
    if (isToCover(one.coverage.stage)) keep(examples.toCover, one.contractId)
  }
  return { takeovers, coverage, gapMinutes, examples }
}

const keep = (examples: ContractId[], one: ContractId): void => {
  if (examples.length < examplesShown) examples.push(one)
}

/** Several counts as one. */
export const addedUp = (all: readonly TallyCounts[]): TallyCounts =>
  all.reduce(
    (sum, one) => ({
      takeovers: added(sum.takeovers, one.takeovers),
      coverage: added(sum.coverage, one.coverage),
      gapMinutes: sum.gapMinutes + one.gapMinutes,
      examples: {
        toTell: [...sum.examples.toTell, ...one.examples.toTell].slice(0, examplesShown),
        toSettle: [...sum.examples.toSettle, ...one.examples.toSettle].slice(0, examplesShown),
        toCover: [...sum.examples.toCover, ...one.examples.toCover].slice(0, examplesShown),
      },
    }),
    nothingCounted,
  )

const added = <Key extends string>(a: Readonly<Record<Key, number>>, b: Readonly<Record<Key, number>>) =>
  Object.fromEntries(Object.entries<number>(a).map(([key, n]) => [key, n + b[key as Key]])) as Record<Key, number>

/** True if a case can be judged by these tallies: every shard was counted, and nothing was set back since. */
export const isCurrent = ({ setbacks = 0 }: ExistingDiscontinuance, tallies: readonly CaseTally[]): boolean =>
  tallies.length === shardCount && tallies.every((one) => one.setbacks === setbacks)

/** Instant as of which the figures stand: that of the oldest tally; null while a shard was never counted. */
export const countedAt = (tallies: readonly CaseTally[]): Instant | null =>
  tallies.length === shardCount ? (tallies.map(({ at }) => at).toSorted()[0] ?? null) : null

/** True for a shard to be counted for what was last asked: it never was, or not since, or something was set back. */
export const isToCount = (
  { setbacks = 0, tallyAskedAt }: ExistingDiscontinuance,
  tally: Pick<CaseTally, 'setbacks' | 'at'> | undefined,
): boolean =>
  tally === undefined || tally.setbacks !== setbacks || (tallyAskedAt !== undefined && tally.at < tallyAskedAt)

/** True while counting that was asked for, or is needed after the list was reached, is not done in every shard. */
export const isCounting = (state: ExistingDiscontinuance, tallies: readonly CaseTally[]): boolean => {
  const asked = state.tallyAskedAt
  return tallies.length < shardCount || (asked !== undefined && tallies.some(({ at }) => at < asked))
}
