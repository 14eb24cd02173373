import type { Instant } from '../plain-date.ts'
import type { Breach, Doubt, Missing, Refusal } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { TellingVerdict } from './contract-words.ts'
import type { ExistingContract } from './states.ts'
import type { ContractEvent } from './events.ts'
import { wrongStage } from './in-stage.ts'
import type { IncidentNotice } from './service-events.ts'

/** Target of the service for telling a serious incident, and whether it was met. To miss a target is no breach. */
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
  /** Doubts that the standard leaves to a person: then the reason must be on record. */
  readonly doubts: readonly Doubt[]
  /** Reason why a serious incident was told later than the target; null where nobody said. */
  readonly lateReason: string | null
  /** Reason why a person puts on record what departed from the standard; null where nobody did. */
  readonly deviation: string | null
  readonly now: Instant
}

const reasonMissing: Missing = {
  code: 'lateReason',
  suppliedBy: 'implementingEntity',
  why: {
    ja: '目標の時間を過ぎて知らせています。その理由を書いてください。',
    en: 'It was told later than the target. Say why.',
  },
}

/**
 * Puts on record that an SME was told of a detection. What departs from the standard is refused, unless a person says
 * why it is put on record all the same: what happened must not be hidden by what should have. What came later than the
 * target is put on record with its reason.
 */
export const recordIncidentNotice = (
  contract: ExistingContract,
  notice: IncidentNotice & { readonly noticeSha256: string },
  { breaches, doubts, lateReason, deviation, now }: Recording,
): Result<readonly ContractEvent[], Refusal<'wrong-stage' | 'does-not-fit' | 'breaches-standard' | 'incomplete'>> => {
  if (contract.stage !== 'live') return wrongStage(contract, 'live')
  const { severity, detectedAt, judgedSeriousAt, toldAt } = notice
  const wrong =
    (judgedSeriousAt !== undefined && severity !== 'serious'
      ? misfit('judgedSeriousAt', judgedSeriousAt, 'a serious incident')
      : undefined) ??
    (judgedSeriousAt !== undefined && judgedSeriousAt < detectedAt
      ? misfit('judgedSeriousAt', judgedSeriousAt, `not before detectedAt ${detectedAt}`)
      : undefined) ??
    (judgedSeriousAt !== undefined && judgedSeriousAt > now
      ? misfit('judgedSeriousAt', judgedSeriousAt, 'a moment that has come')
      : undefined) ??
    (toldAt < detectedAt ? misfit('toldAt', toldAt, `not before detectedAt ${detectedAt}`) : undefined) ??
    (toldAt > now ? misfit('toldAt', toldAt, 'a moment that has come') : undefined)
  if (wrong) return wrong
  if (breaches.length > 0 && deviation === null) return refuse({ kind: 'breaches-standard', breaches })
  if (doubts.length > 0 && lateReason === null)
    return refuse({ kind: 'incomplete', what: 'incidentNotice', missing: [reasonMissing] })
  return ok([{ type: 'incident-told', ...notice, departsFrom: clausesOf(breaches) }])
}

const misfit = (what: string, given: string, needs: string) =>
  refuse<Refusal<'does-not-fit'>>({ kind: 'does-not-fit', what, given, needs })

type Judging = {
  readonly noticeSha256: string
  readonly verdict: TellingVerdict
  readonly verdictSha256: string
}

/**
 * Puts on record what a person says of a telling that came later than the target. A verdict can be given anew; the last
 * one stands. Of a telling that needs none, none is taken.
 */
export const judgeTelling = (
  contract: ExistingContract,
  judging: Judging,
  { doubts }: { readonly doubts: readonly Doubt[] },
): Result<readonly ContractEvent[], Refusal<'wrong-stage' | 'does-not-fit'>> => {
  if (contract.stage !== 'live' && contract.stage !== 'ended') return wrongStage(contract, 'live', 'ended')
  if (doubts.length === 0)
    return misfit('noticeSha256', judging.noticeSha256, 'a serious incident told at once, later than the target')
  return ok([{ type: 'incident-telling-judged', ...judging }])
}

/** Last verdict on each telling, by the hash of its notice. */
export const tellingVerdictsIn = (events: readonly ContractEvent[]): ReadonlyMap<string, TellingVerdict> =>
  new Map(
    events.flatMap((event): readonly [string, TellingVerdict][] =>
      event.type === 'incident-telling-judged' ? [[event.noticeSha256, event.verdict]] : [],
    ),
  )

/** The clauses of some breaches, each once. */
export const clausesOf = (breaches: readonly Breach[]): readonly string[] => [
  ...new Set(breaches.map(({ clause }) => clause)),
]
