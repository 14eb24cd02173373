import * as z from 'zod'
import { saidBySmes } from '../../domain/contract/who-spoke.ts'

/** Person a text names as who signs for the SME, without where that person is reached. */
export const AddresseeView = z.strictObject({ name: z.string(), title: z.string() })

/** Person who spoke for an SME: the name and the capacity as they were given, to the byte. */
export const SpeakerView = z.strictObject({
  said: z.enum(saidBySmes),
  /** The revision it was said to. */
  revision: z.int(),
  /** Null where it is not recorded: nobody who confirmed or disputed was asked before. */
  name: z.string().nullable(),
  title: z.string().nullable(),
  /** True where it is whom that text names; blanks and width make no difference. Null where either is not known. */
  isAddressee: z.boolean().nullable(),
})
