import type * as z from 'zod'
import type { ExceptionView, ListedExceptionView } from '../../shared/api/views/exception.ts'
import { hasExpired, type ExistingException } from '../../shared/domain/exception/exception.ts'
import type { ResellerId } from '../../shared/domain/ids.ts'
import { daysUntil, type PlainDate } from '../../shared/domain/plain-date.ts'

import type { NamesBySub } from '../ports/people.ts'
import { personBySub } from './person-shown.ts'

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
  approvedOn: state.approvedOn,
})

/** People who did something with exceptions. */
export const peopleOfExceptions = (states: readonly ExistingException[]): readonly string[] =>
  states.flatMap(({ askedBy, approvedBy }) => [askedBy, ...(approvedBy === null ? [] : [approvedBy])])

/** The same with who asked for it and who approved it. */
export const listedExceptionView = (
  state: ExistingException,
  version: number,
  today: PlainDate,
  names: NamesBySub,
): z.input<typeof ListedExceptionView> => ({
  ...exceptionView(state, version, today),
  askedBy: personBySub(state.askedBy, names),
  approvedBy: state.approvedBy === null ? null : personBySub(state.approvedBy, names),
})
