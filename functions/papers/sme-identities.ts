import * as z from 'zod'
import { day, person, postalAddress, sha256 } from './fields.ts'
import { paperForm, type SaidIn } from './paper-form.ts'

/** Name and address under which an id of an SME without 法人番号 was asked for. */
export const identityDetailsForm = paperForm({
  kind: 'identity details',
  schema: z.strictObject({
    name: z.string(),
    reading: z.string().nullable(),
    postalAddress: z.strictObject(postalAddress),
  }),
})
export type IdentityDetails = SaidIn<typeof identityDetailsForm>

/** Verification of an SME: who saw its papers, and when those that look alike were searched. */
export const verificationForm = paperForm({
  kind: 'verification',
  schema: z.strictObject({
    verifiedBy: person,
    description: z.string().nullable(),
    documentSha256: sha256.nullable(),
    searchedOn: day,
    acknowledged: z.array(z.string()).readonly(),
  }),
})
