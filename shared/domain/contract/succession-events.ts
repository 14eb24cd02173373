import type { ContractId, ExceptionId } from '../ids.ts'
import type { PlainDate } from '../plain-date.ts'
import type { SuccessionGround } from './contract-words.ts'
import type { ContractRevision } from './states.ts'

/** The contract is another SME's: by law, or since all three agreed. */
export type SuccessionEvent =
  | {
      readonly type: 'sme-succeeded'
      readonly ground: SuccessionGround
      /** The day it took effect. */
      readonly on: PlainDate
      readonly deal: ContractRevision
      /** The next term's text for the new SME; null where none is agreed. */
      readonly next: ContractRevision | null
      /** SHA-256 of the evidence document with the evidence, the consents and who recorded it. */
      readonly successionSha256: string
      /** Contract that had the new SME's place for the service already. */
      readonly conflictWith?: ContractId
    }
  /** By an exception that was approved; absent where the other contract left the place, and this one takes the place. */
  | { readonly type: 'sme-conflict-settled'; readonly exceptionId?: ExceptionId }
