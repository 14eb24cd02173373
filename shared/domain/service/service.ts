import type { EntityId, RegistrationBodyId, ServiceId } from '../ids.ts'
import type { Period, PlainDate } from '../plain-date.ts'
import type { Breach, Refusal } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { ChangeKind } from './change.ts'
import type { Evidence } from './evidence.ts'
import type { MonitoringType } from './facts.ts'

/** Version of a service: its facts by hash and the edition it names. Published when it has a first day of offer. */
export type ServiceVersion = {
  readonly number: number
  readonly edition: string
  readonly factsSha256: string
  readonly offeredFrom: PlainDate | null
  /**
   * Kind of change from the version before, as people judged it; null for a first version, and until it is published.
   */
  readonly change: ChangeKind | null
}

/** An entry in a registration body's list, as the implementing entity recorded it. */
export type Registration = Period & {
  readonly registrationBodyId: RegistrationBodyId
  readonly number: string
}

export type ExistingService = {
  readonly stage: 'kept'
  readonly serviceId: ServiceId
  readonly entityId: EntityId
  readonly code: string
  readonly monitoringType: MonitoringType
  readonly versions: readonly ServiceVersion[]
  readonly registration: Registration | null
  /** Evidence people put on record for clauses no rule can keep: the last few for each duty, oldest first. */
  readonly evidence: readonly Evidence[]
}
export type Service = { readonly stage: 'none' } | ExistingService

export type ServiceEvent =
  | {
      readonly type: 'service-version-drafted'
      readonly serviceId: ServiceId
      readonly entityId: EntityId
      readonly code: string
      readonly monitoringType: MonitoringType
      readonly number: number
      readonly edition: string
      readonly factsSha256: string
    }
  | {
      readonly type: 'service-version-published'
      readonly number: number
      readonly offeredFrom: PlainDate
      readonly change: ChangeKind | null
      /** SHA-256 of the evidence document with what changed, in words; null for a first version. */
      readonly changeSha256: string | null
    }
  | { readonly type: 'service-registered'; readonly registration: Registration }
  | { readonly type: 'evidence-recorded'; readonly evidence: Evidence }

export const noService: Service = { stage: 'none' }

export const evolveService = (service: Service, event: ServiceEvent): Service => {
  switch (event.type) {
    case 'service-version-drafted': {
      const { serviceId, entityId, code, monitoringType, number, edition, factsSha256 } = event
      const version: ServiceVersion = { number, edition, factsSha256, offeredFrom: null, change: null }
      if (service.stage === 'kept') return { ...service, versions: [...service.versions, version] }
      return {
        stage: 'kept',
        serviceId,
        entityId,
        code,
        monitoringType,
        versions: [version],
        registration: null,
        evidence: [],
      }
    }
    case 'service-version-published':
      if (service.stage === 'none') return service
      return {
        ...service,
        versions: service.versions.map((version) =>
          version.number === event.number
            ? { ...version, offeredFrom: event.offeredFrom, change: event.change }
            : version,
        ),
      }
    case 'service-registered':
      return service.stage === 'none' ? service : { ...service, registration: event.registration }
    case 'evidence-recorded':
      return service.stage === 'none'
        ? service
        : { ...service, evidence: withEvidence(service.evidence, event.evidence) }
  }
}

const keptOfEachDuty = 5

/** A record joins those for the same duty; the oldest of too many goes, and stays in the ledger. */
const withEvidence = (evidence: readonly Evidence[], one: Evidence): readonly Evidence[] => {
  const same = evidence.filter(({ clause, topic }) => clause === one.clause && topic === one.topic)
  const gone = new Set(same.slice(0, Math.max(0, same.length - keptOfEachDuty + 1)))
  return [...evidence.filter((kept) => !gone.has(kept)), one]
}

/** The first version, or the next one. A service keeps one monitoring type for all its versions. */
export const draftVersion = (
  service: Service,
  draft: Omit<Extract<ServiceEvent, { type: 'service-version-drafted' }>, 'type' | 'number'>,
): Result<readonly ServiceEvent[], Refusal<'does-not-fit'>> => {
  if (service.stage === 'kept' && service.monitoringType !== draft.monitoringType) {
    return refuse({
      kind: 'does-not-fit',
      what: 'monitoringType',
      given: draft.monitoringType,
      needs: service.monitoringType,
    })
  }
  const number = service.stage === 'kept' ? service.versions.length + 1 : 1
  return ok([{ type: 'service-version-drafted', ...draft, number }])
}

type Publishing = {
  readonly number: number
  readonly offeredFrom: PlainDate
  /** Judgement of people on how it differs from the version before. */
  readonly change: { readonly kind: ChangeKind; readonly changeSha256: string } | null
}

/**
 * A version is published when no rule of its edition objects. From its first day of offer on, new contracts are
 * made under it; that day may lie in the past (a version in use before it was entered here), but never before the
 * first day of the version before it.
 */
export const publishVersion = (
  service: ExistingService,
  { number, offeredFrom, change }: Publishing,
  { breaches }: { readonly breaches: readonly Breach[] },
): Result<
  readonly ServiceEvent[],
  Refusal<'not-found' | 'wrong-stage' | 'does-not-fit' | 'out-of-order' | 'breaches-standard'>
> => {
  const version = service.versions.find((one) => one.number === number)
  if (!version) return refuse({ kind: 'not-found', what: 'serviceVersion' })
  if (version.offeredFrom) {
    return refuse({ kind: 'wrong-stage', what: 'serviceVersion', stage: 'published', needs: ['drafted'] })
  }
  const later = service.versions.find((one) => one.number > number && one.offeredFrom !== null)
  if (later) {
    // The later one is on offer in its place; this one would never be.
    return refuse({ kind: 'does-not-fit', what: 'number', given: String(number), needs: `one after ${later.number}` })
  }
  if (breaches.length > 0) return refuse({ kind: 'breaches-standard', breaches })

  const before = service.versions
    .flatMap((one) => one.offeredFrom ?? [])
    .sort()
    .at(-1)
  if (before && offeredFrom < before) {
    return refuse({ kind: 'out-of-order', what: 'offeredFrom', given: offeredFrom, notBefore: before })
  }
  return ok([
    {
      type: 'service-version-published',
      number,
      offeredFrom,
      change: change?.kind ?? null,
      changeSha256: change?.changeSha256 ?? null,
    },
  ])
}

/** Records what the registration body entered in its list. A later record (a renewal) takes the earlier one's place. */
export const recordRegistration = (
  service: ExistingService,
  registration: Registration,
): Result<readonly ServiceEvent[], Refusal<'wrong-stage' | 'out-of-order'>> => {
  if (service.versions.every(({ offeredFrom }) => offeredFrom === null)) {
    return refuse({ kind: 'wrong-stage', what: 'service', stage: 'drafted', needs: ['published'] })
  }
  const { from, until } = registration
  if (until !== null && until < from) {
    return refuse({ kind: 'out-of-order', what: 'registration.until', given: until, notBefore: from })
  }
  return ok([{ type: 'service-registered', registration }])
}

/** Puts evidence on record. It is of a day that has come, and its validity does not end before that day. */
export const recordEvidence = (
  evidence: Evidence,
  { today }: { readonly today: PlainDate },
): Result<readonly ServiceEvent[], Refusal<'out-of-order' | 'does-not-fit'>> => {
  const { on, validUntil } = evidence
  if (on > today) return refuse({ kind: 'does-not-fit', what: 'on', given: on, needs: `no day after ${today}` })
  if (validUntil !== null && validUntil < on)
    return refuse({ kind: 'out-of-order', what: 'validUntil', given: validUntil, notBefore: on })
  return ok([{ type: 'evidence-recorded', evidence }])
}
