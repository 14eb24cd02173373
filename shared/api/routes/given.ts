import * as z from 'zod'
import { doubtKinds } from '../../domain/refusal.ts'
import { SmeNumberAsked, Page, paragraphs, ResellerIdField, ServiceIdField } from '../fields.ts'
import { ContractStage } from '../views/contract.ts'
import { consentKinds } from '../../domain/contract/contract-words.ts'

export const ConsentField = z.enum(consentKinds)

/** Facts to be told before personal data goes abroad (個人情報保護法28条2項・規則17条2項). */
export const AbroadGiven = z.strictObject({
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/),
  regime: paragraphs(1000),
  measures: paragraphs(1000),
})

/** Filters by which contracts are listed. */
export const ContractFilters = z.strictObject({
  ...Page,
  resellerId: ResellerIdField.optional(),
  stage: ContractStage.optional(),
  serviceId: ServiceIdField.optional(),
  corporateNumber: SmeNumberAsked.optional(),
  /** Contracts that stand beside another of their SME for the service since a succession, and no exception covers it. */
  smeConflict: z.literal('open').optional(),
  /** Contracts of which the edition leaves something open: of one kind, or of any. */
  doubt: z.enum(['any', ...doubtKinds]).optional(),
})
