import * as z from 'zod'
import { prefectures } from '../../shared/domain/places.ts'
import { successionGrounds } from '../../shared/domain/contract/contract-words.ts'
import { agreeingParties } from '../../shared/domain/contract/succession.ts'
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

/** Succession of an SME by another: on what ground, by which evidence and whose consent, and who recorded it. */
export const successionForm = paperForm({
  kind: 'succession',
  schema: z.strictObject({
    from: z.string(),
    successor: z.strictObject({
      corporateNumber: z.string(),
      name: z.string(),
      reading: z.string().nullable(),
      prefecture: z.enum(prefectures),
      postalAddress: z.strictObject(postalAddress).nullable(),
    }),
    ground: z.enum(successionGrounds),
    on: day,
    evidence: z.strictObject({ description: z.string(), documentSha256: sha256, issuedOn: day }),
    consents: z.array(z.strictObject({ party: z.enum(agreeingParties), ...person.shape, on: day })).readonly(),
    by: z.string(),
  }),
})
