import type { EntityId, ServiceId } from '../ids.ts'
import type { Period, PlainDate } from '../plain-date.ts'
import type { MonitoringType } from './facts.ts'
import type { ExistingService } from './service.ts'

export type OfferedVersion = { readonly number: number; readonly edition: string; readonly offeredFrom: PlainDate }

/**
 * Guard of a service, which a signing must find unchanged: its offered versions and its registration. Kept once a
 * shard, flipped in one transaction; `epoch` is the service's version in the ledger.
 */
export type ServiceGuard = {
  readonly serviceId: ServiceId
  readonly entityId: EntityId
  readonly code: string
  readonly monitoringType: MonitoringType
  /** In the order they were offered. */
  readonly offered: readonly OfferedVersion[]
  readonly registration: Period | null
  readonly epoch: number
}

export const gateOfService = (service: ExistingService, epoch: number): ServiceGuard => {
  const { serviceId, entityId, code, monitoringType, versions, registration } = service
  return {
    serviceId,
    entityId,
    code,
    monitoringType,
    offered: versions.flatMap(({ number, edition, offeredFrom }) =>
      offeredFrom ? [{ number, edition, offeredFrom }] : [],
    ),
    registration: registration ? { from: registration.from, until: registration.until } : null,
    epoch,
  }
}

/** The version contracts of that day are made under; undefined before the first. */
export const versionOfferedOn = (gate: ServiceGuard, day: PlainDate): OfferedVersion | undefined =>
  gate.offered.findLast(({ offeredFrom }) => offeredFrom <= day)
