import { readFileSync } from 'node:fs'
import type { EntityId, RegistrationBodyId, ResellerId, ServiceId } from '../../shared/domain/ids.ts'
import { disclosureItemCodes } from '../../shared/domain/disclosure-items.ts'
import type { ServiceFacts } from '../../shared/domain/service/facts.ts'
import type { Ask, House, Reply } from './house.ts'
import { nextNumber } from './numbers.ts'
import { factsOf, sampleServices } from './sample-books.ts'

export { nextNumber }
/** The body of an answer that must be good. */
export const good = (reply: Pick<Reply, 'status' | 'text' | 'body'>): any => {
  if (reply.status >= 300) throw new Error(`${reply.status} ${reply.text}`)
  return reply.body
}

/** A 法人番号 with a right check digit, from a number of at most twelve digits. */
export const corporateNumber = (n: number): string => {
  const twelve = String(n).padStart(12, '0')
  const sum = [...twelve]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 2), 0)
  return `${9 - (sum % 9)}${twelve}`
}

export const since = '2026-04-01'
export const everyItem = [...disclosureItemCodes]

/** An implementing entity with its people, a registration body and IPA, and ways to bring in more. */
export type Parties = {
  readonly entityId: EntityId
  readonly registrationBodyId: RegistrationBodyId
  readonly operator: Ask
  readonly admin: Ask
  readonly staff: Ask
  readonly body: Ask
  readonly ipa: Ask
  /** A service on offer and registered from 2026-04-01 on, of the sample with that code. */
  readonly service: (
    code: 'NET' | 'END' | 'CMB',
    more?: { readonly as?: string; readonly edition?: string; readonly facts?: Partial<ServiceFacts> },
  ) => Promise<ServiceId>
  /** An approved reseller, authorized for the services from 2026-04-01 on. */
  readonly reseller: (
    code: string,
    services: readonly ServiceId[],
  ) => Promise<{ readonly resellerId: ResellerId; readonly ask: Ask; readonly staff: Ask; readonly name: string }>
}

export const partiesIn = async (house: House): Promise<Parties> => {
  const n = nextNumber()
  const operator = house.as({ role: 'operator', sub: 'operator' })
  const { entityId, admin: named } = good(
    await operator.post('/v1/implementing-entities', {
      name: `架空セキュリティ${n}株式会社`,
      corporateNumber: corporateNumber(700_000 + n),
      admin: { mail: `admin${n}@entity.example.jp`, name: '結城 京子' },
    }),
  )
  const { registrationBodyId } = good(
    await operator.post('/v1/registration-bodies', {
      name: '架空審査登録機関',
      officer: { mail: `officer${n}@body.example.jp`, name: '審査 花子' },
    }),
  )
  for (const mail of [`admin${n}@entity.example.jp`, `officer${n}@body.example.jp`]) await house.signedIn(mail)
  const admin = house.as({ role: 'entityAdmin', sub: named.sub, entityId })

  return {
    entityId,
    registrationBodyId,
    operator,
    admin,
    staff: house.as({ role: 'entityStaff', sub: `staff${n}`, entityId }),
    body: house.as({ role: 'registrationBody', sub: `body${n}`, registrationBodyId }),
    ipa: house.as({ role: 'ipa', sub: `ipa${n}` }),

    service: async (code, { as = code, edition = '1.2', facts = {} } = {}) => {
      const sample = sampleServices.conforming.find((one) => one.code === code)
      const { serviceId } = good(
        await admin.post('/v1/services', { code: as, edition, facts: { ...factsOf(sample), ...facts } }),
      )
      good(await admin.post(`/v1/services/${serviceId}/versions/1/publish`, { offeredFrom: since }, { ifMatch: '"1"' }))
      good(
        await admin.post(`/v1/services/${serviceId}/registration`, {
          registrationBodyId,
          number: `架空-${as}`,
          from: since,
          until: null,
        }),
      )
      return serviceId
    },

    reseller: async (code, services) => {
      const name = `架空販売${code}株式会社`
      const invited = good(
        await admin.post('/v1/resellers', {
          code,
          name,
          prefecture: '東京都',
          admin: { mail: `${code.toLowerCase()}.${n}@reseller.example.jp`, name: '坂田 学' },
        }),
      )
      await house.signedIn(`${code.toLowerCase()}.${n}@reseller.example.jp`)
      const { resellerId } = invited
      const ask = house.as({ role: 'resellerAdmin', sub: invited.admin.sub, entityId, resellerId })
      const supply = async (who: Ask, given: object) =>
        good(await who.post(`/v1/resellers/${resellerId}/requirements`, given))
      for (const given of requirementsGiven()) await supply(ask, given)
      await supply(admin, resaleAgreement)
      good(await admin.post(`/v1/resellers/${resellerId}/approve`))
      for (const serviceId of services) {
        good(await admin.post(`/v1/resellers/${resellerId}/authorizations`, { serviceId, from: since, until: null }))
      }
      return {
        resellerId,
        ask,
        name,
        staff: house.as({ role: 'resellerStaff', sub: `staff-${code}-${n}`, entityId, resellerId }),
      }
    },
  }
}

/** What a reseller supplies of its own requirements. */
export const requirementsGiven = (): readonly { readonly code: string }[] => [
  { code: 'corporateNumber', corporateNumber: corporateNumber(800_000 + nextNumber()) } as { code: string },
  { code: 'representative', name: '代表 一郎', title: '代表取締役' } as { code: string },
  { code: 'contact', name: '坂田 学', mail: 'sales@reseller.example.jp', phone: '03-9000-0001' } as { code: string },
  { code: 'pledge', edition: '1.2', pledgedBy: '代表 一郎', pledgedOn: since } as { code: string },
  { code: 'training', material: 'insurance-guide-v3', attendees: 5, completedOn: since } as { code: string },
]

export const resaleAgreement = { code: 'resaleAgreement', documentSha256: 'a'.repeat(64), agreedOn: since }

export type Draft = ReturnType<typeof draft>

/** A draft that conforms, for an SME of its own unless one is named. */
export const draft = (
  serviceId: ServiceId,
  {
    n = nextNumber(),
    terms = {},
    sme = {},
  }: { readonly n?: number; readonly terms?: object; readonly sme?: object } = {},
) => ({
  sme: {
    corporateNumber: corporateNumber(n),
    name: '株式会社髙橋𠮷兵衛商店',
    prefecture: '東京都',
    employees: 12,
    industry: '卸売業,小売業',
    noticeContact: { mail: `it${n}@sme.example.jp`, phone: '090-0000-1000' },
    signatory: {
      name: '髙橋 花子',
      title: '代表取締役',
      mail: `boss${n}@sme.example.jp`,
      phone: `090-${String(n).padStart(8, '0')}`,
    },
    ...sme,
  },
  terms: {
    serviceId,
    initialFeeParts: [
      { what: '機器代', exTaxYen: 200_000 },
      { what: '設置作業', exTaxYen: 80_000 },
    ],
    monthlyFeeExTaxYen: 9_800,
    terminals: 5,
    importantTerminals: 0,
    startOn: '2026-10-15',
    termMonths: 36,
    ...terms,
  },
})

export const explanation = (on: string, items: readonly string[] = everyItem) => ({
  method: 'oral',
  on,
  by: { name: '営業 次郎' },
  items,
})

/** A paper contract as it is attested. */
export const paper = (
  serviceId: ServiceId,
  more: {
    readonly n?: number
    readonly resellerId?: ResellerId
    readonly signedOn?: string
    readonly terms?: object
    readonly sme?: object
  } = {},
) => {
  const { signedOn = '2026-09-01', resellerId, ...rest } = more
  const {
    sme: { signatory: _, ...sme },
    terms,
  } = draft(serviceId, rest)
  return {
    ...(resellerId ? { resellerId } : {}),
    sme,
    terms: { ...terms, startOn: signedOn },
    signedOn,
    explanation: explanation(signedOn),
    remoteSupportConsent: true,
    attestedBy: { name: '青木 誠', title: '契約管理課' },
  }
}

/** A serious incident, told at once, as it is recorded. */
export const incidentNotice = (day: string) => ({
  severity: 'serious',
  how: 'atOnce',
  detectedAt: `${day}T00:10:00+09:00`,
  toldAt: `${day}T00:40:00+09:00`,
  toldTo: '社長',
  toldBy: '監視センター',
  summary: '外部からの侵入を検知し、通信を止めた。',
})

const usualTopic: Readonly<Record<string, string>> = { '第2章1.(11)': 'lawAndStandard' }
/** Evidence for a clause that people keep, as it is recorded; of the law and the standard unless another topic is named. */
export const evidence = (clause: string, on: string, validUntil: string | null = null, topic = usualTopic[clause]) => ({
  clause,
  ...(topic ? { topic } : {}),
  on,
  validUntil,
  what: '自己点検の結果',
  reference: null,
  documentSha256: null,
})

/** A dispatch that cost the user nothing, as it is recorded. */
export const emergencySupport = (day: string) => ({
  purpose: 'emergency',
  mode: 'onSite',
  startedAt: `${day}T01:30:00+09:00`,
  placeNamed: '本社',
  place: '本社二階の事務室',
  remoteConsentAt: null,
  chargedExTaxYen: 0,
  incidentalExTaxYen: 8_000,
  by: '技術部 三郎',
  summary: '感染した端末を切り離した。',
})

export const readFixture = (path: string): string =>
  readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8')
