import type { ExistingService, ServiceEvent } from '../../../shared/domain/service/service.ts'
import type { Evidence } from '../../../shared/domain/service/evidence.ts'
import { day, entityId, folded, kept, registrationBodyId, serviceId, sha256 } from '../given.ts'

export const draft = {
  serviceId,
  entityId,
  code: 'NET',
  monitoringType: 'network',
  edition: '1.2',
  factsSha256: sha256('a'),
} as const

export const drafted = (number: number): ServiceEvent => ({ type: 'service-version-drafted', ...draft, number })
export const published = (number: number, offeredFrom: string): ServiceEvent => ({
  type: 'service-version-published',
  number,
  offeredFrom: day(offeredFrom),
  change: number > 1 ? 'general' : null,
  changeSha256: number > 1 ? sha256('c') : null,
})
/** What is said when a version is published. */
export const publishing = (number: number, offeredFrom: string) => ({
  number,
  offeredFrom: day(offeredFrom),
  change: number > 1 ? ({ kind: 'general', changeSha256: sha256('c') } as const) : null,
})
export const evidence = (more: Partial<Evidence> = {}): Evidence => ({
  clause: '第2章1.(11)',
  topic: 'lawAndStandard',
  on: day('2026-10-01'),
  validUntil: null,
  sha256: sha256('e'),
  ...more,
})
export const registration = (from: string, until: string | null) => ({
  registrationBodyId,
  number: '架空-0001',
  from: day(from),
  until: until === null ? null : day(until),
})
export const registered = (from: string, until: string | null): ServiceEvent => ({
  type: 'service-registered',
  registration: registration(from, until),
})

export const serviceAfter = (...events: readonly ServiceEvent[]): ExistingService =>
  kept(folded('service', [drafted(1), ...events]))
