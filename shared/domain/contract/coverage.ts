import type { Instant } from '../plain-date.ts'
import type { Refusal } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { Words } from '../words.ts'
import { coverageAreas, type CoverageArea, takeoverStages } from './contract-words.ts'
import type { FacetNow, Gap, Coverage, EndedContract, ExistingContract, LiveContract, Takeover } from './states.ts'
import type { CoverageEvent, ContractEvent } from './events.ts'
import { wrongStage } from './in-stage.ts'

export const labelOfFacet: Record<CoverageArea, Words> = {
  monitoring: { ja: '監視', en: 'Monitoring' },
  contact: { ja: '窓口', en: 'Contact' },
  insurance: { ja: '保険', en: 'Insurance' },
}

/**
 * `gap` while anything is lost; else `atRisk` while anything is unknown; else `restored` after a gap and `covered`
 * without one. `ended` where the contract has ended, or was taken over again: then the later takeover goes on with it.
 */
export const coverageStages = ['covered', 'atRisk', 'gap', 'restored', 'ended'] as const
export type CoverageStage = (typeof coverageStages)[number]

const unknown: FacetNow = { stage: 'unknown' }

/** A takeover opens at risk: nobody has looked yet. */
export const unknownCoverage: Coverage = { monitoring: unknown, contact: unknown, insurance: unknown, gaps: [] }

/** The coverage after a finding. A facet lost again, from earlier on, is lost from the earlier moment. */
export const coverageAfter = (
  coverage: Coverage,
  { facet, finding, statedAt }: Pick<CoverageEvent, 'facet' | 'finding' | 'statedAt'>,
): Coverage => {
  const now = coverage[facet]
  if (finding === 'lost') {
    const since = now.stage === 'lost' && now.since < statedAt ? now.since : statedAt
    return { ...coverage, [facet]: { stage: 'lost', since } }
  }
  const gaps = now.stage === 'lost' ? apart([...coverage.gaps, gapFrom(now.since, statedAt)]) : coverage.gaps
  return { ...coverage, [facet]: { stage: 'confirmed' }, gaps }
}

const gapFrom = (from: Instant, until: Instant): Gap => ({ from, until: until < from ? from : until })

/** The same times, in order, none touching another: what overlaps is one gap. */
const apart = (gaps: readonly Gap[]): readonly Gap[] => {
  const all: Gap[] = []
  for (const gap of [...gaps].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = all.at(-1)
    if (!last || last.until < gap.from) all.push(gap)
    else all[all.length - 1] = { from: last.from, until: last.until < gap.until ? gap.until : last.until }
  }
  return all
}

const minuteMs = 60_000

/** Instant since which something is lost; null while nothing is. */
export const gapSince = (coverage: Coverage): Instant | null =>
  coverageAreas.reduce<Instant | null>((first, facet) => {
    const now = coverage[facet]
    return now.stage === 'lost' && (first === null || now.since < first) ? now.since : first
  }, null)

/**
 * Whole minutes in which anything was lost, up to a moment; a minute that has begun counts (当社解釈). What was lost at
 * once counts once.
 */
export const gapMinutes = (coverage: Coverage, until: Instant): number => {
  const since = gapSince(coverage)
  const all = since === null ? coverage.gaps : apart([...coverage.gaps, gapFrom(since, until)])
  const ms = all.reduce((sum, gap) => {
    const end = gap.until < until ? gap.until : until
    return sum + Math.max(0, Date.parse(end) - Date.parse(gap.from))
  }, 0)
  return Math.ceil(ms / minuteMs)
}

const stageNow = (coverage: Coverage): CoverageStage => {
  const stages = new Set(coverageAreas.map((facet) => coverage[facet].stage))
  if (stages.has('lost')) return 'gap'
  if (stages.has('unknown')) return 'atRisk'
  return coverage.gaps.length > 0 ? 'restored' : 'covered'
}

/** Service to a takeover's SME as of a moment, and the minutes of its gaps: counted until it ended, if it did. */
export const coverageOf = (
  contract: LiveContract | EndedContract,
  { discontinuanceId, coverage }: Pick<Takeover, 'discontinuanceId' | 'coverage'>,
  now: Instant,
): { readonly stage: CoverageStage; readonly gapMinutes: number } => {
  const { takeover, earlierTakeovers } = contract
  const all = takeover ? [...earlierTakeovers, takeover] : earlierTakeovers
  const next = all[all.findIndex((one) => one.discontinuanceId === discontinuanceId) + 1]
  const endedAt = next?.since ?? (contract.stage === 'ended' ? contract.endedAt : null)
  return {
    stage: endedAt === null ? stageNow(coverage) : 'ended',
    gapMinutes: gapMinutes(coverage, endedAt ?? now),
  }
}

type Noting = Omit<CoverageEvent, 'type'>

/**
 * Puts on record that a facet is alive or lost, on somebody's evidence, until the case is closed. Nothing is lost
 * before the takeover's instant, found alive before it was lost, or found out tomorrow.
 */
export const noteCoverage = (
  contract: ExistingContract,
  noting: Noting,
  { now, caseClosed }: { readonly now: Instant; readonly caseClosed: boolean },
): Result<readonly ContractEvent[], Refusal<'wrong-stage' | 'does-not-fit'>> => {
  if (contract.stage !== 'live') return wrongStage(contract, 'live')
  const { takeover } = contract
  if (!takeover) return refuse({ kind: 'wrong-stage', what: 'takeover', stage: 'none', needs: takeoverStages })
  if (caseClosed) return refuse({ kind: 'wrong-stage', what: 'discontinuance', stage: 'closed', needs: ['takingOver'] })
  const { facet, finding, statedAt } = noting
  const no = (needs: string) =>
    refuse<Refusal<'does-not-fit'>>({ kind: 'does-not-fit', what: 'at', given: statedAt, needs })
  if (statedAt < takeover.since) return no(`when the takeover began (${takeover.since}) or later`)
  if (statedAt > now) return no('a moment that has come')
  const before = takeover.coverage[facet]
  if (finding === 'confirmed' && before.stage === 'lost' && statedAt < before.since)
    return no(`when it was lost (${before.since}) or later`)
  return ok([{ type: 'takeover-coverage-noted', ...noting }])
}
