import type { PlainDate } from '../plain-date.ts'

/** Evidence people put on record for a clause that no rule can keep: a document, a check, a notification. */
export type Evidence = {
  /** The clause it is for, by its label in the edition of the service. */
  readonly clause: string
  /** Duty of the clause it is for, as the edition names it. */
  readonly topic: string
  /** The version whose change it is of, where each change wants its own; absent where none was named. */
  readonly serviceVersion?: number
  /** The day it is of. */
  readonly on: PlainDate
  /** Its last day, where it has one. */
  readonly validUntil: PlainDate | null
  /** SHA-256 of the evidence document that says what it is and who put it on record. */
  readonly sha256: string
}

/** True while it still counts on a day: its last day is still in time. */
export const isValidOn = ({ validUntil }: Pick<Evidence, 'validUntil'>, day: PlainDate): boolean =>
  validUntil === null || day <= validUntil
