import type { PlainDate } from '../plain-date.ts'
import type { Words } from '../words.ts'
import { emptyTally, weaknesses, type Tally, type Weakness } from './drill.ts'
import { handoverCodes, handoverOf, handoverOn, type HandoverCode, type HandoverStage } from './handover.ts'
import { pastDueOn, requirementCodes } from './requirement.ts'
import type { ExistingReseller } from './states.ts'
import type { SellingParty } from '../parties.ts'

/** All that the readiness of a reseller follows from; the book is as the latest drill counted it. */
export type ReadinessFacts = {
  readonly handover: Readonly<Record<HandoverCode, HandoverStage>>
  readonly requirementsPastDue: number
  /** Null before the first drill: then nothing is known of its contracts. */
  readonly book: Tally | null
}

/**
 * The facts of a reseller on a day: its requirements and handover items as they stand, its book as the latest drill
 * counted it.
 */
export const readinessFactsOn = (
  reseller: Pick<ExistingReseller, 'handover' | 'requirements' | 'drill'>,
  today: PlainDate,
): ReadinessFacts => ({
  handover: handoverOn(reseller, today),
  requirementsPastDue: pastDueOn(reseller.requirements, today),
  book: reseller.drill?.tally ?? null,
})

export const readinessParts = [
  'handover',
  'contact',
  'advanceConsent',
  'confirmation',
  'insurance',
  'requirements',
  'settled',
] as const
type ReadinessPart = (typeof readinessParts)[number]

const points = 10
/** Weight of each handover item, in tenths of a point (当社解釈). */
export const handoverTenths: Readonly<Record<HandoverCode, number>> = {
  contactList: 8 * points,
  deviceInventory: 6 * points,
  credentialsCustody: 10 * points,
  insuranceCertificates: 4 * points,
  openIncidents: 6 * points,
  supportHistory: 6 * points,
}

/** Weight of each part, in tenths of a point, and why. All of it is ours (当社解釈): together a hundred points. */
export const partOf: Readonly<
  Record<ReadinessPart, { readonly tenths: number; readonly what: Words; readonly why: Words }>
> = {
  handover: {
    tenths: Object.values(handoverTenths).reduce((sum, one) => sum + one, 0),
    what: { ja: '引継ぎ資料', en: 'handover items' },
    why: {
      ja: '当社解釈：資料がそろっていれば、その日から提供を続けられます。古いものと、再販協力会社だけが持つものは半分に数えます。',
      en: 'Our reading: with these in hand the service goes on at once. What is old or with the reseller alone counts half.',
    },
  },
  contact: {
    tenths: 24 * points,
    what: { ja: 'ユーザーへの連絡', en: 'reaching the users' },
    why: {
      ja: '当社解釈：メールが届く契約の割合です。電話だけなら半分、宛先がないか直近のメールが戻っていれば数えません。',
      en: 'Our reading: the share that can be written to. Phone alone counts half; no address, or a letter that came back, nothing.',
    },
  },
  advanceConsent: {
    tenths: 10 * points,
    what: { ja: '契約の移転の事前の承諾', en: 'consent in advance' },
    why: {
      ja: '当社解釈：事前の承諾（民法539条の2）がある契約の割合です。なくても責任は移りますが、相手方は改めて尋ねるまで移せません。',
      en: 'Our reading: the share with a consent in advance. Responsibility moves without it; the counterparty does not.',
    },
  },
  confirmation: {
    tenths: 8 * points,
    what: { ja: '紙の契約のご本人確認', en: 'paper contracts confirmed' },
    why: {
      ja: '当社解釈：ユーザー自身が契約を確かめた割合です。確かめていない契約は、引継ぎのときに争いになることがあります。',
      en: 'Our reading: the share whose user stands by the contract itself. Others may be disputed in a takeover.',
    },
  },
  insurance: {
    tenths: 8 * points,
    what: { ja: '保険の継続', en: 'insurance that goes on' },
    why: {
      ja: '当社解釈：再販協力会社が保険契約者でない契約の割合です。再販協力会社が保険契約者なら、停止とともに保険も止まり得ます。',
      en: 'Our reading: the share whose policyholder is not the reseller, with whom the insurance may stop.',
    },
  },
  requirements: {
    tenths: 6 * points,
    what: { ja: '要件の期限', en: 'requirements in time' },
    why: {
      ja: '当社解釈：期限を過ぎて出されていない要件の数だけ減ります。',
      en: 'Our reading: less for each requirement that is past due.',
    },
  },
  settled: {
    tenths: 4 * points,
    what: { ja: '手続の途中でない契約', en: 'nothing under way' },
    why: {
      ja: '当社解釈：変更や解約の手続が途中でない契約の割合です。',
      en: 'Our reading: the share without a change or a cancellation under way.',
    },
  },
}

/** Share of a weight that is earned, rounded down to a tenth; all of it where there is nothing to lose. */
const share = (tenths: number, good: number, of: number): number =>
  of === 0 ? tenths : Math.floor((tenths * Math.max(0, good)) / of)

const worth: Readonly<Record<HandoverStage, number>> = { missing: 0, outOfReach: 1, stale: 1, current: 2 }

/** The tenths each part earns. */
export const partsOf = ({
  handover,
  requirementsPastDue,
  book,
}: ReadinessFacts): Readonly<Record<ReadinessPart, number>> => {
  const without = (part: ReadinessPart, halves: (tally: Tally) => number): number =>
    book ? share(partOf[part].tenths, 2 * book.contracts - halves(book), 2 * book.contracts) : 0
  return {
    handover: handoverCodes.reduce((sum, code) => sum + share(handoverTenths[code], worth[handover[code]], 2), 0),
    contact: without('contact', ({ weak }) => 2 * weak.noContact + 2 * weak.lettersReturned + weak.noMail),
    advanceConsent: without('advanceConsent', ({ weak }) => 2 * weak.noAdvanceConsent),
    confirmation: without('confirmation', ({ weak }) => 2 * weak.notConfirmed),
    insurance: without('insurance', ({ weak }) => 2 * weak.insuredByReseller),
    requirements: share(
      partOf.requirements.tenths,
      requirementCodes.length - requirementsPastDue,
      requirementCodes.length,
    ),
    settled: without('settled', ({ weak }) => 2 * weak.underWay),
  }
}

/** Score of readiness for this reseller's stop: 0 to 1,000 tenths of a point. The same facts give the same score. */
export const scoreTenths = (facts: ReadinessFacts): number =>
  Object.values(partsOf(facts)).reduce((sum, one) => sum + one, 0)

type RaiseCode = HandoverCode | Weakness | 'requirements' | 'drill'

/** Something that would raise the score: who must do it, in how many contracts, and by how many tenths. */
type Raise = {
  readonly code: RaiseCode
  readonly by: SellingParty
  readonly what: Words
  /** Contracts it is about; null where it is about none. */
  readonly contracts: number | null
  /** Null where only doing it tells. */
  readonly tenths: number | null
}

const remedyOf: Readonly<Record<Weakness, Pick<Raise, 'by' | 'what'>>> = {
  noContact: {
    by: 'reseller',
    what: { ja: '連絡先のない契約に、メールか電話を登録する', en: 'give the contracts without any contact one' },
  },
  lettersReturned: {
    by: 'reseller',
    what: { ja: 'メールが戻ってきた宛先を正す', en: 'correct the addresses letters came back from' },
  },
  noMail: { by: 'reseller', what: { ja: '電話だけの契約に、メールを登録する', en: 'add a mail address to the phone' } },
  noAdvanceConsent: {
    by: 'reseller',
    what: { ja: '契約の移転の事前の承諾をいただく', en: 'ask for the consent in advance' },
  },
  notConfirmed: {
    by: 'reseller',
    what: { ja: '紙の契約をユーザーに確かめていただく', en: 'have paper contracts confirmed by their users' },
  },
  insuredByReseller: {
    by: 'implementingEntity',
    what: { ja: '再販協力会社が保険契約者の保険を、続く形に改める', en: 'have the insurance held by another' },
  },
  underWay: {
    by: 'reseller',
    what: { ja: '途中の変更や解約の手続を終える', en: 'bring what is under way to its end' },
  },
}

/** The facts once something is put right. What concerns several contracts is put right in all of them. */
export const putRight = (facts: ReadinessFacts, code: Exclude<RaiseCode, 'drill'>): ReadinessFacts => {
  if (code === 'requirements') return { ...facts, requirementsPastDue: 0 }
  if (code in facts.handover) return { ...facts, handover: { ...facts.handover, [code]: 'current' } }
  const { book } = facts
  return book ? { ...facts, book: { ...book, weak: { ...book.weak, [code]: 0 } } } : facts
}

/** Steps that would raise the score, the most first. Each is counted on its own. */
export const raisesOf = (facts: ReadinessFacts, { drillDue }: { readonly drillDue: boolean }): readonly Raise[] => {
  const gain = (code: Exclude<RaiseCode, 'drill'>): number => scoreTenths(putRight(facts, code)) - scoreTenths(facts)
  const { weak } = facts.book ?? emptyTally
  const raises: readonly Raise[] = [
    ...handoverCodes
      .filter((code) => facts.handover[code] !== 'current')
      .map((code) => ({
        code,
        by: handoverOf[code].duty,
        what: {
          ja: `「${handoverOf[code].what.ja}」を${remedies[facts.handover[code]]}`,
          en: `bring the ${handoverOf[code].what.en} up to date and within reach`,
        },
        contracts: null,
        tenths: gain(code),
      })),
    ...weaknesses
      .filter((code) => weak[code] > 0)
      .map((code) => ({ code, ...remedyOf[code], contracts: weak[code], tenths: gain(code) })),
    ...(facts.requirementsPastDue > 0
      ? [
          {
            code: 'requirements' as const,
            by: 'reseller' as const,
            what: { ja: '期限を過ぎた要件を出す', en: 'supply the requirements that are past due' },
            contracts: null,
            tenths: gain('requirements'),
          },
        ]
      : []),
  ]
  return [...(drillDue ? [drillAgain] : []), ...raises.toSorted((a, b) => (b.tenths ?? 0) - (a.tenths ?? 0))]
}

const remedies: Readonly<Record<HandoverStage, string>> = {
  missing: '出す',
  outOfReach: '再販協力会社の外にも預ける',
  stale: '新しくする',
  current: '出す',
}

const drillAgain: Raise = {
  code: 'drill',
  by: 'implementingEntity',
  what: { ja: '引継ぎの予行演習を行う', en: 'run a drill' },
  contracts: null,
  tenths: null,
}
