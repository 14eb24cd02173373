import * as z from 'zod'
import { PlaceOfServiceView, PostalAddressView } from '../address-fields.ts'
import { termNames } from '../../domain/contract/contract-terms.ts'
import { termsShown } from '../contract-terms.ts'
import {
  ContractIdField,
  Day,
  DisclosureItem,
  EntityIdField,
  PrefectureField,
  ResellerIdField,
  ServiceIdField,
  Sha256,
} from '../fields.ts'
import { ContactSetByView } from './contact.ts'

/** Renewal of a term when it is over. */
export const RenewalView = z.strictObject({ months: z.int(), noticeDays: z.int() })

/** A company as a contract names it; address and representative are absent where none were stated when it was drafted. */
const Party = <Id extends z.ZodType>(id: Id) =>
  z.strictObject({
    id,
    name: z.string(),
    corporateNumber: z.string(),
    reading: z.string().optional(),
    postalAddress: PostalAddressView.optional(),
    representative: z.strictObject({ name: z.string(), title: z.string(), reading: z.string().optional() }).optional(),
  })

export const SmeView = z.strictObject({
  smeId: z.string(),
  name: z.string(),
  reading: z.string().optional(),
  prefecture: PrefectureField,
  postalAddress: PostalAddressView.optional(),
  placeOfService: PlaceOfServiceView.optional(),
  employees: z.int(),
  industry: z.string(),
  noticeContact: z.strictObject({ mail: z.string().nullable(), phone: z.string().nullable() }),
  signatory: z
    .strictObject({
      name: z.string(),
      title: z.string(),
      reading: z.string().optional(),
      mail: z.string(),
      phone: z.string().nullable(),
    })
    .nullable(),
  /** Change of the contact by the implementing entity, where no signature of the SME stands behind it. */
  contactSetBy: ContactSetByView.optional(),
})

/** The very document whose canonical JSON has the hash that is signed. */
export const DisclosureView = z.strictObject({
  format: z.literal('musubi/disclosure/1'),
  contractId: ContractIdField,
  revision: z.int(),
  edition: z.string(),
  implementingEntity: Party(EntityIdField),
  reseller: Party(ResellerIdField).nullable(),
  service: z.strictObject({ id: ServiceIdField, code: z.string(), version: z.int(), name: z.string() }),
  /** Version of the サービス規約 that was in force when the text was compiled; absent where none was. */
  serviceTerms: z.strictObject({ number: z.int(), effectiveOn: Day, sha256: Sha256 }).optional(),
  sme: SmeView,
  terms: z.strictObject({
    serviceId: ServiceIdField,
    serviceVersion: z.int(),
    initialFeeParts: z.array(z.strictObject({ what: z.string(), exTaxYen: z.int() })),
    ...termsShown(termNames),
    endOn: Day,
    renewal: RenewalView.nullable().optional(), // absent in what 0.2.0 had signed
  }),
  items: z.array(z.strictObject({ code: DisclosureItem, label: z.string(), lines: z.array(z.string()) })),
})
