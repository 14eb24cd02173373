import * as z from 'zod'
import { PostalAddressView } from '../address-fields.ts'
import { Day } from '../fields.ts'

const Stated = z.strictObject({
  from: Day,
  reading: z.string().nullable(),
  postalAddress: PostalAddressView,
  representative: z.strictObject({ name: z.string(), title: z.string(), reading: z.string().nullable() }),
})

/** Address and representative of a company: those that count today, null where none were stated, and those to come. */
export const LetterheadsView = z.strictObject({
  version: z.int(),
  now: Stated.nullable(),
  toCome: z.array(Stated),
})
