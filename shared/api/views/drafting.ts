import * as z from 'zod'
import { travelExpenses, monitoringTypes } from '../../domain/service/facts.ts'
import { ContractIdField, Day, ServiceIdField, ShortNumberField } from '../fields.ts'
import { ContractStage } from './contract.ts'
import { SmeView } from './disclosure.ts'

const Penalty = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('fixed'), exTaxYen: z.int() }),
  z.strictObject({ kind: z.literal('remainingMonths'), monthlyRatePercent: z.number() }),
])

/**
 * What a new contract can begin with. `sme` is the SME as the newest contract the caller may read has it, with that
 * contract; null where there is none. `service` is what the version on offer today says.
 */
export const DraftDefaultsView = z.strictObject({
  sme: z
    .strictObject({
      /** The fields of a draft, as they stood then: whoever sells again asks whether they still hold. */
      known: SmeView.omit({ contactSetBy: true }),
      from: z.strictObject({
        contractId: ContractIdField,
        shortNumber: ShortNumberField,
        stage: ContractStage,
        serviceId: ServiceIdField,
        signedOn: Day.nullable(),
      }),
      /** Live contracts and drafts of the SME for the service asked about, or for any where none was. */
      alsoOpen: z.array(
        z.strictObject({
          contractId: ContractIdField,
          shortNumber: ShortNumberField,
          stage: z.enum(['drafted', 'offered', 'live']),
          serviceId: ServiceIdField,
        }),
      ),
    })
    .nullable(),
  service: z
    .strictObject({
      serviceId: ServiceIdField,
      code: z.string(),
      name: z.string(),
      version: z.int(),
      edition: z.string(),
      monitoringType: z.enum(monitoringTypes),
      monthlyFeeExTaxYen: z.int().nullable(),
      monthlyFeePerTerminalExTaxYen: z.int().nullable(),
      penalty: Penalty.nullable(),
      userMayCancelAnyTime: z.boolean(),
      travelExpenses: z.enum(travelExpenses),
      /** True where the terminals that handle important information have to be counted. */
      asksImportantTerminals: z.boolean(),
    })
    .nullable(),
})
