import type * as z from 'zod'
import type { ExceptionView } from '../../shared/api/views/exception.ts'
import { hasExpired, type ExistingException } from '../../shared/domain/exception/exception.ts'
import type { ResellerId } from '../../shared/domain/ids.ts'
import { daysUntil, type PlainDate } from '../../shared/domain/plain-date.ts'

/** An exception as it stands on a day. */
export const exceptionView = (
  state: ExistingException,
  version: number,
  today: PlainDate,
): z.input<typeof ExceptionView> => ({
  exceptionId: state.exceptionId,
  version,
  stage: state.stage === 'approved' && hasExpired(state, today) ? 'expired' : state.stage,
  entityId: state.entityId,
  resellerId: state.seller === state.entityId ? null : (state.seller as ResellerId),
  serviceId: state.serviceId,
  smeIds: [...state.smeIds],
  leavesOut: [...state.leavesOut],
  ground: state.ground,
  expiresOn: state.expiresOn,
  daysLeft: daysUntil(state.expiresOn, today),
  askedBy: state.askedBy,
  approvedBy: state.approvedBy,
  approvedOn: state.approvedOn,
})
