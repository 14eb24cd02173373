import * as z from 'zod'
import { contactEvidence, contactGrounds } from '../../domain/contract/contract-words.ts'
import { contactKinds } from '../../domain/contract/same-contact.ts'
import { ContractIdField, Day, HolderField, ShortNumberField } from '../fields.ts'

/** Setting of a contact that no signature of the SME stands behind: on what, by whom, and from when. */
export const ContactSetByView = z.strictObject({
  ground: z.enum(contactGrounds),
  evidence: z.enum(contactEvidence),
  on: Day,
  /** Who saw the evidence, and the first day of the contact; absent on texts from before they were kept. */
  by: z.strictObject({ name: z.string(), title: z.string() }).optional(),
  from: Day.optional(),
  /** True where it was told to where the SME was reached, and nobody stopped it in seven days. */
  unstopped: z.literal(true).optional(),
})

/** Contact of SMEs of several numbers: a group company's clerk or an accountant may rightly be, a seller may not. */
export const SharedContactView = z.strictObject({
  kind: z.enum(contactKinds),
  contact: z.string(),
  /** Live contracts with it, by SME, at most a hundred; those of the contract itself that was asked for are left out. */
  contracts: z.array(
    z.strictObject({
      contractId: ContractIdField,
      shortNumber: ShortNumberField,
      holder: HolderField,
      sme: z.strictObject({ smeId: z.string(), name: z.string() }),
    }),
  ),
  /** True where there are more contracts than were looked at. */
  more: z.boolean(),
})

/**
 * Contact through which the SME confirmed a paper contract: one that the implementing entity verified, or else one that a
 * seller gave; absent while it has not confirmed, and of what it signed here.
 */
export const ConfirmedThrough = z.enum(['verifiedContact', 'sellersContact'])
