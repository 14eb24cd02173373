import { requirementCodes } from '../../../shared/domain/reseller/requirement.ts'
import { day, discontinuanceId, entityId, folded, kept, resellerId, serviceId, sha256, start } from '../given.ts'
import type { ExistingReseller, ResellerEvent } from '../../../shared/domain/reseller/states.ts'

export const invited: ResellerEvent = {
  type: 'reseller-invited',
  resellerId,
  entityId,
  code: 'R1',
  name: '架空販売株式会社',
  prefecture: '東京都',
  dueOn: day('2026-10-31'),
  invitationSha256: sha256('9'),
}
export const allMet: readonly ResellerEvent[] = requirementCodes.map((code) => ({
  type: 'requirement-met',
  code,
  on: day('2026-10-01'),
  sha256: sha256('a'),
  ...(code === 'corporateNumber' ? { corporateNumber: '4011001098993' } : {}),
}))
export const approved: ResellerEvent = { type: 'reseller-approved' }
export const authorized = (from: string, until: string | null = null): ResellerEvent => ({
  type: 'resale-authorized',
  serviceId,
  period: { from: day(from), until: until === null ? null : day(until) },
})
export const restricted: ResellerEvent = { type: 'reseller-restricted', reasonSha256: sha256('7') }
export const lifted: ResellerEvent = { type: 'restriction-lifted', reasonSha256: sha256('8') }
export const discontinued: ResellerEvent = { type: 'reseller-discontinued', since: start, discontinuanceId }

export const resellerAfter = (...events: readonly ResellerEvent[]): ExistingReseller =>
  kept(folded('reseller', [invited, ...events]))
export const active = (...events: readonly ResellerEvent[]): ExistingReseller =>
  resellerAfter(...allMet, approved, ...events)
