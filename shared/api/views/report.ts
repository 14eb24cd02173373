import * as z from 'zod'
import { discontinuanceGrounds } from '../../domain/discontinuance/grounds.ts'
import {
  At,
  Day,
  DiscontinuanceIdField,
  EntityIdField,
  ExceptionIdField,
  PrefectureField,
  ResellerIdField,
  ServiceIdField,
} from '../fields.ts'
import { monitoringTypes } from '../../domain/service/facts.ts'

const Tally = {
  live: z.int(),
  new: z.int(),
  ended: z.int(),
  takenOver: z.int(),
  /** Answers of the SMEs of live contracts attested from paper, on the day the report is made. */
  confirmed: z.int(),
  disputed: z.int(),
  awaitingConfirmation: z.int(),
  /** Number of those awaited that have not answered for thirty days. */
  unanswered: z.int(),
}

/** One cell of the report: what happened in one month, for one seller, type and prefecture. */
const Cell = z.strictObject({
  resellerId: ResellerIdField.nullable(),
  monitoringType: z.enum(monitoringTypes),
  prefecture: PrefectureField,
  month: z.string(),
  new: z.int(),
  ended: z.int(),
  takenOver: z.int(),
})

/** Report to the registration body over a period. `live` is counted at the end of its last day. */
export const ContractReportView = z.strictObject({
  entityId: EntityIdField,
  entityName: z.string(),
  from: Day,
  until: Day,
  madeAt: At,
  totals: z.strictObject({
    ...Tally,
    exceptions: z.int(),
    exceptionsInForce: z.int(),
    exceptionsLapsed: z.int(),
  }),
  byReseller: z.array(
    z.strictObject({ resellerId: ResellerIdField.nullable(), name: z.string(), stage: z.string(), ...Tally }),
  ),
  byMonitoringType: z.array(z.strictObject({ monitoringType: z.string(), ...Tally })),
  byPrefecture: z.array(z.strictObject({ prefecture: PrefectureField, ...Tally })),
  byMonth: z.array(z.strictObject({ month: z.string(), new: z.int(), ended: z.int(), takenOver: z.int() })),
  cells: z.array(Cell),
  /** Exceptions that no longer hold, with how many live contracts still stand under them. */
  lapsedExceptions: z.array(
    z.strictObject({
      exceptionId: ExceptionIdField,
      resellerId: ResellerIdField.nullable(),
      serviceId: ServiceIdField,
      stage: z.enum(['expired', 'withdrawn']),
      expiresOn: Day,
      contracts: z.int(),
    }),
  ),
  openDiscontinuances: z.array(
    z.strictObject({
      discontinuanceId: DiscontinuanceIdField,
      resellerId: ResellerIdField,
      resellerName: z.string(),
      ground: z.enum(discontinuanceGrounds),
      since: At,
      contracts: z.int().nullable(),
      late: z.int(),
    }),
  ),
})
