import type { Instant } from '../plain-date.ts'
import type { ContractRevision } from './states.ts'

/** Answer to an SME that said the record of its paper contract is wrong; it is asked again, by a new link. */
export type DisputeAnsweredEvent =
  /** The record that the SME disputed is kept as it is; it is told why, and asked again. */
  | {
      readonly type: 'attestation-kept'
      /** SHA-256 of the evidence document with the answer to the SME. */
      readonly answerSha256: string
      readonly nonce: string
      readonly expiresAt: Instant
    }
  /** The record that the SME disputed follows its paper now; the SME is asked again. */
  | {
      readonly type: 'attestation-corrected'
      readonly deal: ContractRevision
      /** SHA-256 of the evidence document with the answer to the SME. */
      readonly answerSha256: string
      readonly nonce: string
      readonly expiresAt: Instant
    }
