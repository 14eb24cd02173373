import type { PlainDate } from '../plain-date.ts'
import type { Words } from '../words.ts'
import type { SellingParty } from '../parties.ts'

/**
 * Requirements a reseller (or the implementing entity for it) must supply before it may sell: 第1章2.(4) makes it the one
 * who contracts with SMEs, 第2章1.(10) and (11) make its failures the implementing entity's. The list is ours.
 */
export const requirementCodes = [
  'corporateNumber',
  'representative',
  'contact',
  'pledge',
  'training',
  'resaleAgreement',
] as const
export type RequirementCode = (typeof requirementCodes)[number]

export type Requirement = {
  readonly code: RequirementCode
  readonly dueOn: PlainDate
  /** The day it was met and the SHA-256 of what met it; null while it is owed. */
  readonly met: { readonly on: PlainDate; readonly sha256: string } | null
}

export const requirementOf: Record<RequirementCode, { readonly suppliedBy: SellingParty; readonly what: Words }> = {
  corporateNumber: { suppliedBy: 'reseller', what: { ja: '法人番号', en: 'corporate number' } },
  representative: {
    suppliedBy: 'reseller',
    what: { ja: '代表者の氏名と役職', en: "the representative's name and title" },
  },
  contact: {
    suppliedBy: 'reseller',
    what: { ja: '担当窓口の氏名・メール・電話', en: 'a contact with mail and phone' },
  },
  pledge: { suppliedBy: 'reseller', what: { ja: 'サービス基準を守る旨の誓約', en: 'a pledge to keep the standard' } },
  training: {
    suppliedBy: 'reseller',
    what: { ja: '説明資料についての教育の完了', en: 'training on the explanatory material' },
  },
  resaleAgreement: { suppliedBy: 'implementingEntity', what: { ja: '再販契約書', en: 'the resale agreement' } },
}

/** Number of requirements past due on a day. */
export const pastDueOn = (requirements: readonly Requirement[], today: PlainDate): number =>
  requirements.filter((one) => stageOfRequirement(one, today) === 'pastDue').length

export const requirementStages = ['due', 'pastDue', 'met'] as const
type RequirementStage = (typeof requirementStages)[number]

/** Owed, owed and late, or met, as seen on a day. The last day itself is still in time. */
export const stageOfRequirement = ({ met, dueOn }: Requirement, today: PlainDate): RequirementStage => {
  if (met) return 'met'
  return today <= dueOn ? 'due' : 'pastDue'
}
