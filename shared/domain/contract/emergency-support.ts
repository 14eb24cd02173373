import { dayInJapan, type Instant, type PlainDate } from '../plain-date.ts'
import type { Breach, Refusal } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import { clausesOf } from './incident.ts'
import type { ExistingContract } from './states.ts'
import type { ContractEvent } from './events.ts'
import { wrongStage } from './in-stage.ts'
import type { EmergencySupport } from './service-events.ts'

/** True for a support that is one of the contract year's without cost to the user. */
export const isFreeSupport = ({
  purpose,
  chargedExTaxYen,
}: Pick<EmergencySupport, 'purpose' | 'chargedExTaxYen'>): boolean => purpose === 'emergency' && chargedExTaxYen === 0

/** Number of supports without cost begun within some days, both included. */
export const freeSupportsWithin = (
  events: readonly ContractEvent[],
  { from, until }: { readonly from: PlainDate; readonly until: PlainDate },
): number =>
  events.filter((event) => {
    if (event.type !== 'emergency-supported' || !isFreeSupport(event)) return false
    const day = dayInJapan(event.startedAt)
    return from <= day && day <= until
  }).length

/** The last day on record on which the monitoring was installed; null where none is. */
export const installedOnIn = (events: readonly ContractEvent[]): PlainDate | null =>
  events
    .flatMap((event) => (event.type === 'emergency-supported' ? (event.installedOn ?? []) : []))
    .toSorted()
    .at(-1) ?? null

type Recording = { readonly breaches: readonly Breach[]; readonly deviation: string | null; readonly now: Instant }

/** Puts on record that an SME was supported. What departs from the standard only where a person says why. */
export const recordEmergencySupport = (
  contract: ExistingContract,
  support: EmergencySupport & { readonly supportSha256: string },
  { breaches, deviation, now }: Recording,
): Result<readonly ContractEvent[], Refusal<'wrong-stage' | 'does-not-fit' | 'breaches-standard'>> => {
  if (contract.stage !== 'live') return wrongStage(contract, 'live')
  const { purpose, startedAt, installedOn } = support
  if (startedAt > now)
    return refuse({ kind: 'does-not-fit', what: 'startedAt', given: startedAt, needs: 'a moment that has come' })
  if (installedOn !== undefined && purpose !== 'setUp')
    return refuse({ kind: 'does-not-fit', what: 'installedOn', given: installedOn, needs: 'a support of set-up' })
  if (installedOn !== undefined && (installedOn < contract.signedOn || installedOn > dayInJapan(now)))
    return refuse({
      kind: 'does-not-fit',
      what: 'installedOn',
      given: installedOn,
      needs: `a day from ${contract.signedOn} on that has come`,
    })
  // Set-up may come before the first day of service; an emergency cannot.
  if (purpose === 'emergency' && dayInJapan(startedAt) < contract.servedFrom)
    return refuse({
      kind: 'does-not-fit',
      what: 'startedAt',
      given: startedAt,
      needs: `not before ${contract.servedFrom}`,
    })
  if (breaches.length > 0 && deviation === null) return refuse({ kind: 'breaches-standard', breaches })
  return ok([{ type: 'emergency-supported', ...support, departsFrom: clausesOf(breaches) }])
}
