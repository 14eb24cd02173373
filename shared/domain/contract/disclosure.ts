import type { Letterhead } from '../letterhead.ts'
import type { ContractId, EntityId, ResellerId, ServiceId } from '../ids.ts'
import type { CountryCode } from '../places.ts'
import { dayInWords, type PlainDate } from '../plain-date.ts'
import {
  serviceFunctions,
  wordsOfMatter,
  type DataStorage,
  type Penalty,
  type ServiceFacts,
  type ServiceFunction,
} from '../service/facts.ts'
import { type DisclosureItemCode, labelOfItem } from '../disclosure-items.ts'
import { linesOfTerms } from './contract-terms.ts'
import { initialFeeExTaxYen, type Sme, type Terms } from './terms.ts'
import { yen } from '../yen.ts'
import type { Renewal } from './states.ts'

/** A company as a contract names it; address and representative are absent where it had stated none by then. */
type PartyOf<Id> = { readonly id: Id; readonly name: string; readonly corporateNumber: string } & Partial<Letterhead>

/** Version of a service's own terms (サービス規約) that was in force when a text was compiled. */
export type ServiceTerms = { readonly number: number; readonly effectiveOn: PlainDate; readonly sha256: string }

/** Item the SME is told: its label and sentences as shown, so that what was read lies inside the hash. */
export type DisclosureItem = {
  readonly code: DisclosureItemCode
  readonly label: string
  readonly lines: readonly string[]
}

/**
 * The whole text of one revision of a contract. It is compiled from the service version's facts and the contract's
 * terms, never typed; in canonical JSON its SHA-256 is what the SME signs.
 */
export type Disclosure = {
  readonly format: 'musubi/disclosure/1'
  readonly contractId: ContractId
  readonly revision: number
  readonly edition: string
  readonly implementingEntity: PartyOf<EntityId>
  readonly reseller: PartyOf<ResellerId> | null
  readonly service: { readonly id: ServiceId; readonly code: string; readonly version: number; readonly name: string }
  /** Absent where no version was in force, and in texts from before it was kept. */
  readonly serviceTerms?: ServiceTerms
  readonly sme: Sme
  readonly terms: Terms
  readonly items: readonly DisclosureItem[]
}

export type DisclosureSource = Omit<Disclosure, 'format' | 'items' | 'service'> & {
  readonly serviceCode: string
  readonly facts: ServiceFacts
  /** The functions it leaves out under an exception (第2章1.(6)): the reader is told so, first thing in their item. */
  readonly leavesOut?: readonly ServiceFunction[]
  /** The Japanese name of a country; an unknown code is a defect, since no such version can be published. */
  readonly countryName: (code: CountryCode) => string
}

/** Compiles the disclosure. The same source gives the same text, to the byte. */
export const compileDisclosure = (source: DisclosureSource): Disclosure => {
  const { contractId, revision, edition, implementingEntity, reseller, sme, terms, facts, serviceCode } = source
  const lines = linesOf(source)
  return {
    format: 'musubi/disclosure/1',
    contractId,
    revision,
    edition,
    implementingEntity,
    reseller,
    service: { id: terms.serviceId, code: serviceCode, version: terms.serviceVersion, name: facts.name },
    ...(source.serviceTerms ? { serviceTerms: source.serviceTerms } : {}),
    sme,
    terms,
    items: (Object.keys(lines) as DisclosureItemCode[]).map((code) => ({
      code,
      label: labelOfItem[code].ja,
      lines: [...leftOutLines(code, source.leavesOut), ...lines[code], ...linesOfTerms(code, terms)],
    })),
  }
}

/** Item in which the reader finds each function, and the function's name there. */
const itemOfFunction: Readonly<Record<ServiceFunction, readonly [DisclosureItemCode, string]>> = {
  consultationDesk: ['helpDesk', '相談窓口'],
  anomalyMonitoring: ['noticeContact', '異常の監視'],
  emergencyResponse: ['support', '緊急時の対応支援'],
  easeOfAdoption: ['term', '導入・運用の容易さ'],
  simpleCyberInsurance: ['insurance', '簡易サイバー保険'],
}

const leftOutLines = (code: DisclosureItemCode, leavesOut: readonly ServiceFunction[] = []): readonly string[] =>
  serviceFunctions
    .filter((one) => leavesOut.includes(one) && itemOfFunction[one][0] === code)
    .map(
      (one) =>
        `「${itemOfFunction[one][1]}」は、この契約には含まれません（個別の契約によります）。以下は、サービスとしての内容です。`,
    )

/** Lines of each item beside the plain terms that it states. */
const linesOf = (source: DisclosureSource): Record<DisclosureItemCode, readonly string[]> => {
  const { facts, terms, sme, countryName, implementingEntity } = source
  const { insurance, emergencySupport, incidentNotice, consultationDesk, termination } = facts
  const countries = (codes: readonly CountryCode[]) => codes.map(countryName).join('、')
  return {
    devices: [...facts.devices.map(({ manufacturer, model }) => `${manufacturer} ${model}`), officeMachines],
    provisionCountries: [countries(facts.serviceProvisionCountries)],
    dataStorage: [storageLine(facts.dataStorage, countries)],
    insurance: [
      `引受保険会社：${insurance.insurer}（保険契約者：${policyholders[insurance.policyholder]}）`,
      `補償対象となる事項：${insurance.coveredMatters.map(wordsOfMatter).join('、')}`,
      ...stated(insurance.coverageCountPerYear, (times) =>
        times === 'unlimited' ? '補償回数：限りはありません' : `補償回数：年${times}回まで`,
      ),
      ...stated(insurance.coverageLimitYen, (limit) => `補償限度額：${yen(limit)}`),
      ...stated(insurance.deductibleYen, (deductible) => `免責金額：${yen(deductible)}`),
      ...stated(insurance.explanatoryMaterial, (material) => `説明資料：${material}`),
    ],
    selfPay: insurance.selfPayCases === 'none' ? [noSelfPay] : insurance.selfPayCases,
    initialFee: [
      `合計${yen(initialFeeExTaxYen(terms))}（税抜）`,
      ...terms.initialFeeParts.map(({ what, exTaxYen }) => `内訳　${what}：${yen(exTaxYen)}（税抜）`),
    ],
    monthlyFee: [],
    term: [
      `${dayInWords(terms.startOn)}から${dayInWords(terms.endOn)}まで（${termLength(terms.termMonths)}）`,
      ...stated(terms.renewal, renewalLine),
    ],
    penalty: [penaltyLine(termination.penalty)],
    rightToCancel: [
      termination.userMayCancelAnyTime
        ? 'ユーザーは、契約期間の途中でもいつでも契約を解除できます。'
        : 'ユーザーが契約期間の途中で解除できるのは、法令又は規約に定める場合に限ります。',
    ],
    support: [
      emergencySupport.onSiteDispatch
        ? 'ご要請があれば、ご指定の場所へ技術者を派遣します（駆付け支援）。'
        : '駆付け支援はありません。',
      remoteLines[emergencySupport.remote],
      `契約年ごとに${emergencySupport.freePerContractYear}回まで、自己負担なしで支援します（導入時の初期対応は数えません）。`,
      emergencySupport.travelExpenses === 'chargeable'
        ? '移動に要する交通費などの諸経費は、ご負担いただくことがあります。'
        : '移動に要する交通費などの諸経費も、当方が負担します。',
    ],
    noticeContact: [
      ...stated(
        incidentNotice.seriousTargetMinutes,
        (minutes) => `セキュリティ上重大なインシデントは、即時（${minutes}分以内を目標）にお知らせします。`,
      ),
      ...stated(
        incidentNotice.othersReportEveryDays,
        (days) => `その他のインシデントは、少なくとも${days}日に1回のレポートでお知らせします。`,
      ),
      `通知先：${[sme.noticeContact.mail, sme.noticeContact.phone].filter(Boolean).join('、')}`,
    ],
    helpDesk: [
      `${implementingEntity.name}：${[consultationDesk.phone, consultationDesk.mail].filter(Boolean).join('、')}`,
    ],
  }
}

/** Under 1.1 a version may leave open what 1.2 wants stated; then nothing is said of it. */
const stated = <Value>(value: Value | null, line: (value: Value) => string): readonly string[] =>
  value === null ? [] : [line(value)]

/** Sentence the user reads where it never has to pay itself. */
export const noSelfPay = '自己負担が生じる場合はありません。'

/** The table of changes asks nobody to watch them (row 6), so the reader is told that nobody does. */
const officeMachines = 'プリンター等の事務機器は監視しません。'

const policyholders = { implementingEntity: '実施主体', reseller: '再販協力会社', sme: 'ユーザー' }

const remoteLines = {
  withConsent: 'リモートで支援できるときは、その都度ユーザーの合意を得てから行います。',
  withoutConsent: 'リモートで支援することがあります。',
  none: 'リモートでの支援は行いません。',
}

const termLength = (months: number): string => {
  const years = Math.floor(months / 12)
  const rest = months % 12
  return `${years > 0 ? `${years}年` : ''}${rest > 0 ? `${rest}か月` : ''}`
}

const renewalLine = ({ months, noticeDays }: Renewal): string =>
  `満了日の${noticeDays}日前までにお申し出がなければ、${termLength(months)}更新し、以後も同様とします。事前にお知らせします。`

const storageLine = (storage: DataStorage | null, countries: (codes: readonly CountryCode[]) => string): string => {
  switch (storage?.kind) {
    case 'known':
      return countries(storage.countries)
    case 'unknown':
      return `把握していません（${dayInWords(storage.statedOn)}現在）。`
    default:
      return '記載はありません。'
  }
}

const penaltyLine = (penalty: Penalty | null): string => {
  switch (penalty?.kind) {
    case 'fixed':
      return `途中解約の違約金は${yen(penalty.exTaxYen)}（税抜）です。`
    case 'remainingMonths':
      return `途中解約の違約金は、残りの月数×月額×${penalty.monthlyRatePercent}％です。`
    default:
      return '途中解約の違約金はありません。'
  }
}
