import * as z from 'zod'
import { consentKinds } from '../../domain/contract/consent.ts'
import { paragraphs } from '../fields.ts'

/** Who sells: the implementing entity itself, or a reseller. */
export const sellers = ['entityAdmin', 'entityStaff', 'resellerAdmin', 'resellerStaff'] as const

export const ConsentField = z.enum(consentKinds)

/** What has to be told before personal data goes abroad (個人情報保護法28条2項・規則17条2項). */
export const AbroadGiven = z.strictObject({
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/),
  regime: paragraphs(1000),
  measures: paragraphs(1000),
})
