import * as z from 'zod'
import { day, sha256 } from './fields.ts'
import { exactly } from './exactly.ts'
import { paperForm } from './paper-form.ts'
import type { BodyOf } from './body-of.ts'

/** Name of a file, as whoever brought it called it. */
export const fileNameForm = paperForm({ kind: 'file name', schema: z.strictObject({ name: z.string() }) })

/** Resale agreement of a reseller, by the hash of its text. */
export const resaleAgreementForm = paperForm({
  kind: 'resale agreement',
  schema: exactly<Extract<BodyOf<'supplyRequirement'>, { readonly code: 'resaleAgreement' }>>()(
    z.strictObject({ code: z.literal('resaleAgreement'), documentSha256: sha256, agreedOn: day }),
  ),
})

/** Evidence for a clause that people keep. */
export const evidenceForm = paperForm({
  kind: 'evidence',
  schema: exactly<BodyOf<'recordEvidence'> & { readonly topic: string; readonly recordedBy: string }>()(
    z.strictObject({
      clause: z.string(),
      topic: z.string(),
      serviceVersion: z.int().optional(),
      on: day,
      validUntil: day.nullable(),
      what: z.string(),
      reference: z.string().nullable(),
      documentSha256: sha256.nullable(),
      recordedBy: z.string(),
    }),
  ),
})
