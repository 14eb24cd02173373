import { daysAfter, type PlainDate } from '../plain-date.ts'
import type { Refusal } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { Words } from '../words.ts'
import type { SellingParty } from '../parties.ts'

/** Items an implementing entity must be able to lay its hands on to go on where a reseller stops. The list is ours. */
export const handoverCodes = [
  'contactList',
  'deviceInventory',
  'credentialsCustody',
  'insuranceCertificates',
  'openIncidents',
  'supportHistory',
] as const
export type HandoverCode = (typeof handoverCodes)[number]

/** Keepers of the thing itself. What the reseller alone has goes when the reseller goes. */
export const handoverKeepers = ['implementingEntity', 'thirdParty', 'reseller'] as const
export type HandoverKeeper = (typeof handoverKeepers)[number]

/**
 * An item as it was supplied last. The thing itself is never kept here, and a secret has no field to go into: the
 * evidence document says which file it is (by its SHA-256) or who has it in custody.
 */
export type HandoverItem = {
  readonly code: HandoverCode
  /** The day whose state of things it shows. */
  readonly asOf: PlainDate
  readonly keptBy: HandoverKeeper
  readonly suppliedBy: SellingParty
  /** SHA-256 of the evidence document that names the file or the custodian, and the number that document bears. */
  readonly sha256: string
  readonly paper: number
}

export type HandoverEvent = { readonly type: 'handover-supplied' } & HandoverItem

type About = {
  readonly what: Words
  /** Party that has to supply it. The implementing entity may always record it for the reseller. */
  readonly duty: SellingParty
  readonly clause: string
  readonly ourReading: Words
  /** Days after its day for which it can be relied on (当社解釈). */
  readonly goodForDays: number
}

const reading = (ja: string, en: string): Words => ({
  ja: `当社解釈：${ja}この資料と有効日数は基準に定めがなく、当社が定めたものです。`,
  en: `Our reading: ${en} The standard names neither this item nor its days; both are ours.`,
})

/** Subject of each item, whose duty it is, and which clause stands behind it as we read it. */
export const handoverOf: Readonly<Record<HandoverCode, About>> = {
  contactList: {
    what: { ja: '連絡先一覧', en: 'list of contacts' },
    duty: 'reseller',
    clause: '第2章1.(10)',
    ourReading: reading(
      '実施主体が責任を負うには、ユーザー全員に連絡がつくことが要ると読んでいます。',
      'whoever answers for the service must be able to reach every user.',
    ),
    goodForDays: 90,
  },
  deviceInventory: {
    what: { ja: '設置機器一覧', en: 'inventory of devices' },
    duty: 'reseller',
    clause: '第2章1.(6)',
    ourReading: reading(
      '監視装置の製造メーカー・型式は契約ごとに示すものなので、どこに何があるかを引き継げることが要ると読んでいます。',
      'maker and model are disclosed, so where which device stands has to be handed over.',
    ),
    goodForDays: 180,
  },
  credentialsCustody: {
    what: { ja: '管理者情報の預かり', en: 'custody of administrator access' },
    duty: 'reseller',
    clause: '第2章1.(2)',
    ourReading: reading(
      '監視を途切れさせないには、装置や管理画面に実施主体が入れることが要ると読んでいます。',
      'monitoring goes on only if the implementing entity can get at devices and consoles.',
    ),
    goodForDays: 180,
  },
  insuranceCertificates: {
    what: { ja: '保険の証券・付保証明', en: 'insurance certificates' },
    duty: 'implementingEntity',
    clause: '第2章1.(5)',
    ourReading: reading(
      '保険はサービスに付帯するため、誰が保険契約者でも実施主体が証明を持つものと読んでいます。',
      'insurance comes with the service, so the implementing entity holds its proof, whoever the policyholder is.',
    ),
    goodForDays: 365,
  },
  openIncidents: {
    what: { ja: '対応中のインシデント一覧', en: 'list of open incidents' },
    duty: 'reseller',
    clause: '第2章1.(2)',
    ourReading: reading(
      '対応の途中で担い手が替わっても、通知と対応が続くことが要ると読んでいます。',
      'what is being dealt with has to go on, whoever deals with it.',
    ),
    goodForDays: 30,
  },
  supportHistory: {
    what: { ja: '対応支援の履歴', en: 'history of support' },
    duty: 'reseller',
    clause: '第2章1.(3)',
    ourReading: reading(
      '自己負担のない支援を契約年ごとに数えるには、これまでの回数が要ると読んでいます。',
      'the support that is free each contract year can be counted only from what was given so far.',
    ),
    goodForDays: 90,
  },
}

export const handoverStages = ['missing', 'outOfReach', 'stale', 'current'] as const
export type HandoverStage = (typeof handoverStages)[number]

type Supplied = Pick<HandoverItem, 'code' | 'asOf' | 'keptBy'>

/** The last day on which an item can be relied on. */
export const handoverGoodUntil = ({ code, asOf }: Pick<Supplied, 'code' | 'asOf'>): PlainDate =>
  daysAfter(asOf, handoverOf[code].goodForDays)

/** Stage of an item, seen on a day: not there, only with the reseller, too old, or as it should be. */
export const stageOfHandover = (item: Supplied | undefined, today: PlainDate): HandoverStage => {
  if (!item) return 'missing'
  if (item.keptBy === 'reseller') return 'outOfReach'
  return today <= handoverGoodUntil(item) ? 'current' : 'stale'
}

type Holding = { readonly handover?: readonly HandoverItem[] }

export const handoverItem = ({ handover = [] }: Holding, code: HandoverCode): HandoverItem | undefined =>
  handover.find((one) => one.code === code)

/** Stage of every item of a reseller on a day. */
export const handoverOn = (reseller: Holding, today: PlainDate): Readonly<Record<HandoverCode, HandoverStage>> =>
  Object.fromEntries(
    handoverCodes.map((code) => [code, stageOfHandover(handoverItem(reseller, code), today)]),
  ) as Record<HandoverCode, HandoverStage>

/** The items after one was supplied, in the order of the list. */
export const withHandover = (
  { handover = [] }: Holding,
  { type: _, ...item }: HandoverEvent,
): readonly HandoverItem[] =>
  handoverCodes.flatMap((code) => (code === item.code ? [item] : handover.filter((one) => one.code === code)))

const needsEvidence: Words = {
  ja: 'ファイルのSHA-256か、保管者のどちらかが要ります。',
  en: 'Either the SHA-256 of a file or its custodian is needed.',
}

/**
 * Supplies an item, at any stage of the reseller: a takeover is when it is needed most. Supplying it again replaces it.
 */
export const supplyHandover = (
  item: HandoverItem,
  { hasEvidence, today }: { readonly hasEvidence: boolean; readonly today: PlainDate },
): Result<readonly HandoverEvent[], Refusal<'does-not-fit' | 'incomplete' | 'out-of-order'>> => {
  const { code, asOf, suppliedBy } = item
  const { duty } = handoverOf[code]
  if (suppliedBy !== duty && suppliedBy !== 'implementingEntity')
    return refuse({ kind: 'does-not-fit', what: 'code', given: code, needs: `supplied by the ${duty}` })
  if (asOf > today) return refuse({ kind: 'out-of-order', what: 'asOf', given: today, notBefore: asOf })
  if (!hasEvidence)
    return refuse({
      kind: 'incomplete',
      what: 'handover',
      missing: [{ code: 'evidence', suppliedBy, why: needsEvidence }],
    })
  return ok([{ type: 'handover-supplied', ...item }])
}
