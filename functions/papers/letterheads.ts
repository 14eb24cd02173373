import * as z from 'zod'
import type { Letterhead } from '../../shared/domain/letterhead.ts'
import { exactly } from './exactly.ts'
import { postalAddress } from './fields.ts'
import { paperForm } from './paper-form.ts'

/** Address of a company, and who represents it. */
export const letterhead = z.strictObject({
  reading: z.exactOptional(z.string()),
  postalAddress: z.strictObject(postalAddress),
  representative: z.strictObject({
    name: z.string(),
    title: z.string(),
    reading: z.exactOptional(z.string()),
  }),
})

/** Letterhead as it was stated. */
export const letterheadForm = paperForm({ kind: 'letterhead', schema: exactly<Letterhead>()(letterhead) })
