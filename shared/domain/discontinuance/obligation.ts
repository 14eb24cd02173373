import { businessDaysAfter, type IsHoliday } from '../business-day.ts'
import { dayInJapan, type Instant, type PlainDate } from '../plain-date.ts'
import type { Words } from '../words.ts'

/** Obligations of an implementing entity from the instant of a discontinuance on, each by a day. */
export const obligationCodes = [
  'tellSmes',
  'reportToIpa',
  'reportToRegistrationBody',
  'notifyChange',
  'continueInsurance',
] as const
export type ObligationCode = (typeof obligationCodes)[number]

/** Obligation as it is born: who sees to it (the person who proposed the case), and its last day in time. */
export type NewObligation = { readonly code: ObligationCode; readonly owner: string; readonly dueOn: PlainDate }

/** Source that knew that an obligation was met: the platform itself, or a person with evidence. */
export const obligationMetBy = ['platform', 'person'] as const
export type ObligationMetBy = (typeof obligationMetBy)[number]

export type Obligation = NewObligation & {
  /** Instant at which the implementing entity was told that the day had passed; null until then. */
  readonly escalatedAt: Instant | null
  /** Instant at which that letter was known not to have arrived; absent where it is not known to be lost. */
  readonly unheardAt?: Instant
  /** By what the platform knows itself, or by a person with evidence. */
  readonly met: {
    readonly at: Instant
    readonly by: ObligationMetBy
    /** SHA-256 of the evidence document that shows it; null where the ledgers of its contracts do. */
    readonly evidenceSha256: string | null
  } | null
  readonly waived: { readonly at: Instant; readonly by: string; readonly reasonSha256: string } | null
}

export const obligationStages = ['scheduled', 'overdue', 'escalated', 'fulfilled', 'waived'] as const
type ObligationStage = (typeof obligationStages)[number]

/** True while something is still owed. */
export const isOpen = ({ met, waived }: Obligation): boolean => met === null && waived === null

/** Stage of an obligation, seen on a day. Its due day itself is still in time. */
export const stageOfObligation = (obligation: Obligation, today: PlainDate): ObligationStage => {
  if (obligation.waived) return 'waived'
  if (obligation.met) return 'fulfilled'
  if (obligation.escalatedAt) return 'escalated'
  return today <= obligation.dueOn ? 'scheduled' : 'overdue'
}

type About = {
  readonly what: Words
  readonly clause: string
  /** True where the standard itself orders it: then nobody can let it go. */
  readonly ordered: boolean
  /** Source that knows that it is done: the platform from its own records, or a person who has to say so. */
  readonly knownBy: ObligationMetBy
  readonly ourReading: Words
}

const promptly: Words = {
  ja: '当社解釈：基準は「速やかに」とだけ定め、日数を示していません。営業日数は当社が定めた目安で、実施主体が変更できます。',
  en: 'Our reading: the standard says "promptly" and gives no number. The business days are ours, and can be changed.',
}
const noDayGiven = (ja: string, en: string): Words => ({
  ja: `当社解釈：${ja}期限の定めはなく、営業日数は当社が定めた目安で、実施主体が変更できます。`,
  en: `Our reading: ${en} No day is given; the business days are ours, and can be changed.`,
})

/** Subject of each obligation, the clause it comes from, and how we read it. */
export const obligationOf: Readonly<Record<ObligationCode, About>> = {
  tellSmes: {
    what: { ja: 'ユーザー全員に引継ぎを知らせる', en: 'tell every user of the takeover' },
    clause: '第2章1.(10)',
    ordered: false,
    knownBy: 'platform',
    ourReading: noDayGiven(
      '実施主体が責任を負う以上、その旨をユーザーに知らせるものと読んでいます。',
      'whoever answers for the service tells its users so.',
    ),
  },
  reportToIpa: {
    what: { ja: 'IPAへ報告する', en: 'report to IPA' },
    clause: '第2章1.(10)',
    ordered: true,
    knownBy: 'platform',
    ourReading: promptly,
  },
  reportToRegistrationBody: {
    what: { ja: '審査登録機関へ報告する', en: 'report to the registration body' },
    clause: '第2章1.(10)',
    ordered: true,
    knownBy: 'platform',
    ourReading: promptly,
  },
  notifyChange: {
    what: { ja: '変更届（再販協力会社の一覧）を出す', en: 'notify the change in the list of resellers' },
    clause: '第2章3.(2)',
    ordered: false,
    knownBy: 'person',
    ourReading: {
      ja: '当社解釈：再販協力会社の異動が届出の要る変更に当たるかは、人が判断します。基準は「速やかに」とだけ定め、営業日数は当社が定めた目安です。',
      en: 'Our reading: a person judges whether a change of resellers has to be notified. The standard says "promptly"; the business days are ours.',
    },
  },
  continueInsurance: {
    what: { ja: '付帯する保険の継続を確かめる', en: 'make sure that the insurance goes on' },
    clause: '第2章1.(5)',
    ordered: false,
    knownBy: 'person',
    ourReading: noDayGiven(
      '保険はサービスに付帯するため、引継ぎの後も続くことを確かめるものと読んでいます。',
      'insurance comes with the service, so it is made sure that it goes on after a takeover.',
    ),
  },
}

/** Business days within which each is owed. */
export type ObligationDays = Readonly<Record<ObligationCode, number>>

/** Ours, where the implementing entity never said otherwise (当社解釈). */
export const usualObligationDays: ObligationDays = {
  tellSmes: 5,
  reportToIpa: 3,
  reportToRegistrationBody: 3,
  notifyChange: 10,
  continueInsurance: 5,
}
export const leastObligationDays = 1
/** About a month: what comes later is not prompt by any reading. */
export const mostObligationDays = 20

/** The obligations of a case, counted in business days from the day in Japan of its instant. */
export const obligationsFrom = (
  since: Instant,
  owner: string,
  { days, isHoliday }: { readonly days: ObligationDays; readonly isHoliday: IsHoliday },
): readonly NewObligation[] =>
  obligationCodes.map((code) => ({
    code,
    owner,
    dueOn: businessDaysAfter(dayInJapan(since), days[code], isHoliday),
  }))
