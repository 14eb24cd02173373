import * as z from 'zod'
import { PostalAddressView } from '../address-fields.ts'
import { untoldCauses } from '../../domain/contract/untold.ts'
import { At, ContractIdField, HolderField, PrefectureField, ShortNumberField } from '../fields.ts'

/** A letter that did not reach its SME, on the contract it is of. */
export const UntoldLetterView = z.strictObject({
  deliveryId: z.string(),
  /** Name of the letter, in the words of the ledger. */
  letter: z.string(),
  sentAt: At,
  cause: z.enum(untoldCauses),
  causeInWords: z.string(),
  /** Task to be done: the SME is telephoned or written to by post. */
  task: z.literal('telephoneOrPost'),
})

/** The same in a list over contracts: whose it is, and whom to telephone or write to. */
export const UntoldLineView = UntoldLetterView.extend({
  contractId: ContractIdField,
  shortNumber: ShortNumberField,
  holder: HolderField,
  sme: z.strictObject({ smeId: z.string(), name: z.string(), prefecture: PrefectureField }),
  person: z.string().nullable(),
  postalAddress: PostalAddressView.nullable(),
  /** ふりがな of its name, for a call. */
  reading: z.string().nullable(),
  mail: z.string().nullable(),
  phone: z.string().nullable(),
})
