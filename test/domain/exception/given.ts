import type { AskedInPart, ExceptionEvent, ExistingException } from '../../../shared/domain/exception/exception.ts'
import { day, entityId, exceptionId, folded, kept, resellerId, serviceId, sha256, today } from '../given.ts'

/** An exception that a reseller asks for, whole. */
export const asked: AskedInPart = {
  exceptionId,
  entityId,
  seller: resellerId,
  serviceId,
  smeIds: ['4011001098993'],
  leavesOut: ['simpleCyberInsurance'],
  ground: 'law',
  groundSha256: sha256('a'),
  evidenceSha256: sha256('b'),
  burdenSha256: sha256('c'),
  expiresOn: day('2027-03-31'),
  askedBy: 'reseller-staff',
}
export const exceptionAsked = { type: 'exception-asked', ...asked } as ExceptionEvent
export const exceptionApproved = {
  type: 'exception-approved',
  approvedBy: 'admin',
  on: today,
} as const satisfies ExceptionEvent
export const exceptionDeclined = {
  type: 'exception-declined',
  reasonSha256: sha256('d'),
} as const satisfies ExceptionEvent
export const exceptionWithdrawn = {
  type: 'exception-withdrawn',
  reasonSha256: sha256('e'),
} as const satisfies ExceptionEvent

export const exceptionAfter = (...events: readonly ExceptionEvent[]): ExistingException =>
  kept(folded('separateContractException', events))
