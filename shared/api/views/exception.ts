import * as z from 'zod'
import { PersonShown } from './person.ts'
import { exceptionGrounds, exceptionStages } from '../../domain/exception/exception.ts'
import { serviceFunctions } from '../../domain/service/facts.ts'
import { Day, EntityIdField, ExceptionIdField, ResellerIdField, ServiceIdField, Sha256 } from '../fields.ts'
import { ContractLineView } from './contract.ts'

/** `expired` is an approved one whose last day is past. */
export const ExceptionStage = z.enum([...exceptionStages, 'expired'])

/** An exception to the one contract, as it stands in lists (第2章1.(6)). */
export const ExceptionView = z.strictObject({
  exceptionId: ExceptionIdField,
  version: z.int(),
  stage: ExceptionStage,
  entityId: EntityIdField,
  /** Reseller whose contracts it is for; null for those the implementing entity makes itself. */
  resellerId: ResellerIdField.nullable(),
  serviceId: ServiceIdField,
  smeIds: z.array(z.string()),
  leavesOut: z.array(z.enum(serviceFunctions)),
  ground: z.enum(exceptionGrounds),
  expiresOn: Day,
  /** Days left, in days of Japan: 0 on the last day, negative once it is past. */
  daysLeft: z.int(),
  approvedOn: Day.nullable(),
})

/** The same with who asked for it and who approved it. */
export const ListedExceptionView = ExceptionView.extend({
  askedBy: PersonShown,
  approvedBy: PersonShown.nullable(),
})

/** The same with what its evidence documents say, and the live contracts made under it. */
export const ExceptionInFullView = ListedExceptionView.extend({
  groundInWords: z.string(),
  evidence: z.strictObject({ description: z.string(), documentSha256: Sha256 }),
  burden: z.string(),
  /** Reason why it was declined or withdrawn. */
  reason: z.string().nullable(),
  liveContracts: z.array(ContractLineView),
})
