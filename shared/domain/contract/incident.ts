import type { Instant } from '../plain-date.ts'
import type { Breach, Refusal } from '../refusal.ts'
import { done, refuse, type Result } from '../result.ts'
import { wrongStage } from './prepare.ts'
import type { ContractEvent, KeptContract } from './contract.ts'

/** 第2章1.(2): serious; already defended against; or an alert that needs no response. */
export const incidentSeverities = ['serious', 'defended', 'noResponseNeeded'] as const
export type IncidentSeverity = (typeof incidentSeverities)[number]

/** Told at once, or in a later report. */
export const tellingHows = ['atOnce', 'inReport'] as const
export type TellingHow = (typeof tellingHows)[number]

export type IncidentNotice = {
  readonly severity: IncidentSeverity
  readonly how: TellingHow
  readonly detectedAt: Instant
  readonly toldAt: Instant
}

/** How a serious incident's telling stands to the service's target. To miss a target is no breach. */
export type Target = { readonly minutes: number; readonly met: boolean } | null

const minuteMs = 60_000

/** Null where there is no target: for anything not serious, and where the service names none. The last minute is in time. */
export const targetOf = (
  { severity, detectedAt, toldAt }: Pick<IncidentNotice, 'severity' | 'detectedAt' | 'toldAt'>,
  seriousTargetMinutes: number | null,
): Target =>
  severity === 'serious' && seriousTargetMinutes !== null
    ? {
        minutes: seriousTargetMinutes,
        met: Date.parse(toldAt) - Date.parse(detectedAt) <= seriousTargetMinutes * minuteMs,
      }
    : null

type Recording = {
  readonly breaches: readonly Breach[]
  /** Why a person puts on record what departed from the standard; null where nobody did. */
  readonly deviation: string | null
  readonly now: Instant
}

/**
 * Puts on record that an SME was told of a detection. What departs from the standard is refused, unless a person says
 * why it is put on record all the same: what happened must not be hidden by what should have.
 */
export const recordIncidentNotice = (
  contract: KeptContract,
  notice: IncidentNotice & { readonly noticeSha256: string },
  { breaches, deviation, now }: Recording,
): Result<readonly ContractEvent[], Refusal<'wrong-stage' | 'does-not-fit' | 'breaches-standard'>> => {
  if (contract.stage !== 'live') return wrongStage(contract, 'live')
  const { detectedAt, toldAt } = notice
  if (toldAt < detectedAt)
    return refuse({ kind: 'does-not-fit', what: 'toldAt', given: toldAt, needs: `not before detectedAt ${detectedAt}` })
  if (toldAt > now)
    return refuse({ kind: 'does-not-fit', what: 'toldAt', given: toldAt, needs: 'a moment that has come' })
  if (breaches.length > 0 && deviation === null) return refuse({ kind: 'breaches-standard', breaches })
  return done([{ type: 'incident-told', ...notice, departsFrom: clausesOf(breaches) }])
}

/** The clauses of some breaches, each once. */
export const clausesOf = (breaches: readonly Breach[]): readonly string[] => [
  ...new Set(breaches.map(({ clause }) => clause)),
]
