import * as z from 'zod'
import { At } from '../fields.ts'
import { PersonShown } from './person.ts'

/** Person who entered something, with the role in which it was. */
export const WriterView = PersonShown.extend({ role: z.string() })

/** Something a person entered beside an event: who, when, as what, and the words as they were given. */
export const WrittenView = z.strictObject({
  /** The number of its event in the ledger. */
  seq: z.int(),
  at: At,
  /** Person who entered it; an SME has no name here, its words say who spoke. */
  by: WriterView,
  /** What happened, in the words of the ledger. */
  event: z.string(),
  /** Kind of evidence document it stands in. */
  document: z.string(),
  says: z.looseObject({}),
})
