import * as z from 'zod'
import { disputeWays } from '../../domain/contract/dispute.ts'
import { AddresseeView } from './who-spoke.ts'

/** What an SME said of the record of its paper contract, and how it was answered; null while it is not. */
export const DisputeView = z.strictObject({
  /** The number of its event in the ledger. */
  seq: z.int(),
  what: z.string(),
  signer: AddresseeView.nullable(),
  /** The way on that was taken, with the words the SME was told; null where it was told none. */
  answer: z.strictObject({ way: z.enum(disputeWays), words: z.string().nullable() }).nullable(),
})
