import * as z from 'zod'
import { searchTerms } from '../../domain/contract/contract-terms.ts'
import { termsShown } from '../contract-terms.ts'
import { ContractIdField, Day, HolderField, ResellerIdField, ServiceIdField, ShortNumberField } from '../fields.ts'
import { concludedStages } from '../../domain/contract/contract-words.ts'

/**
 * A contract that was found. `signedOn` is the day of the transaction (取引年月日), `contractAmountExTaxYen` its amount
 * (取引金額): the initial fee and the monthly fees of the whole term. `sme` is the other party (取引先), under its present
 * name; it is found by names it went by before as well.
 */
export const FoundContractView = z.strictObject({
  contractId: ContractIdField,
  shortNumber: ShortNumberField,
  stage: z.enum(concludedStages),
  resellerId: ResellerIdField.nullable(),
  holder: HolderField,
  serviceId: ServiceIdField,
  sme: z.strictObject({
    smeId: z.string(),
    name: z.string(),
    formerNames: z.array(z.string()),
    formerSmeIds: z.array(z.string()),
  }),
  signedOn: Day,
  contractAmountExTaxYen: z.int(),
  terms: z.strictObject({
    initialFeeExTaxYen: z.int(),
    ...termsShown(searchTerms),
    endOn: Day,
  }),
  endedOn: Day.nullable(),
})
