import * as z from 'zod'
import { PersonShown } from './person.ts'
import { identityKinds, identityPapers, identityStages } from '../../domain/sme/identity.ts'
import { PostalAddressView } from '../address-fields.ts'
import { Day, EntityIdField, OwnSmeIdField, ResellerIdField } from '../fields.ts'

/** Identity of an SME without 法人番号, with the name and address it was asked for under. */
export const SmeIdentityView = z.strictObject({
  smeId: OwnSmeIdField,
  version: z.int(),
  stage: z.enum(identityStages),
  entityId: EntityIdField,
  /** Reseller that asked; null where the implementing entity did. */
  resellerId: ResellerIdField.nullable(),
  kind: z.enum(identityKinds),
  name: z.string(),
  reading: z.string().nullable(),
  postalAddress: PostalAddressView,
  papers: z.array(z.enum(identityPapers)),
  verifiedOn: Day.nullable(),
  /** SME that took its place, by its number. */
  succeededBy: z.string().nullable(),
})

/** The same with who asked for it and who gave it. */
export const ListedSmeIdentityView = SmeIdentityView.extend({
  askedBy: PersonShown,
  givenBy: PersonShown.nullable(),
})

const LookAlikeView = z.strictObject({
  smeId: z.string(),
  name: z.string(),
  sameName: z.boolean(),
  sameAddress: z.boolean().nullable(),
})

/** The same with what its evidence documents say, and those on record who look alike; of these a reseller sees none. */
export const SmeIdentityInFullView = ListedSmeIdentityView.extend({
  verification: z
    .strictObject({
      verifiedBy: z.strictObject({ name: z.string(), title: z.string() }),
      description: z.string().nullable(),
      documentSha256: z.string().nullable(),
      searchedOn: Day,
      acknowledged: z.array(z.string()),
    })
    .nullable(),
  /** Reason why it was declined. */
  reason: z.string().nullable(),
  lookAlikes: z.array(LookAlikeView).nullable(),
})
