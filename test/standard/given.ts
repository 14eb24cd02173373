import { expect } from 'vitest'
import { disclosureItemCodes } from '../../shared/domain/disclosure-items.ts'
import { instant, plainDate, type Instant } from '../../shared/domain/plain-date.ts'
import { type MonitoringType, type ServiceFacts, serviceFunctions } from '../../shared/domain/service/facts.ts'
import type { Words } from '../../shared/domain/words.ts'
import type { Edition, KeptByRule } from '../../shared/standard/model/edition.ts'
import { doubts, editionNamed, judge } from '../../shared/standard/index.ts'
import type {
  ConclusionFacts,
  ContractFacts,
  DiscontinuanceFacts,
  EmergencySupportFacts,
  ExceptionFacts,
  IncidentNoticeFacts,
  Occasion,
  Occasions,
  ResellerFacts,
  ServiceChangeFacts,
  SignatureFacts,
} from '../../shared/standard/model/occasion.ts'
import { factsOf, sampleServices } from '../support/sample-books.ts'
import { refusalsKept } from './refusals.ts'

export const bothEditions = ['1.1', '1.2'] as const
export type EditionId = (typeof bothEditions)[number]

/** A breach without its prose: which clause, which rule, and where. */
export type Found = { readonly clause: string; readonly rule: string; readonly where: string }

export const editionOf = (id: EditionId): Edition => {
  const edition = editionNamed(id)
  if (!edition) throw new Error(`no edition ${id}`)
  return edition
}

/** Said in both languages of the house. */
export const inBothLanguages: Words = {
  ja: expect.stringMatching(/[ぁ-んァ-ン一-龠]/),
  en: expect.stringMatching(/[a-z]/),
}

const keepRefusals = refusalsKept(process.env)

/** Everything an edition objects to. Whatever it says, it says in Japanese and in English. */
export const judged = <On extends Occasion>(id: EditionId, on: On, facts: Occasions[On]): readonly Found[] => {
  const breaches = judge(editionOf(id), on, facts)
  keepRefusals(expect.getState().testPath, on, facts, breaches)
  return breaches.map(({ edition, clause, rule, where, why }) => {
    expect(edition).toBe(id)
    expect(why).toEqual(inBothLanguages)
    return { clause, rule, where }
  })
}

/** What an edition says against some facts, in Japanese unless told otherwise. */
export const whys = <On extends Occasion>(
  id: EditionId,
  on: On,
  facts: Occasions[On],
  language: keyof Words = 'ja',
): readonly string[] => judge(editionOf(id), on, facts).map(({ why }) => why[language])

/** Everything an edition can call neither kept nor breached, each as its kind, its rule, and where. */
export const doubted = <On extends Occasion>(id: EditionId, on: On, facts: Occasions[On]): readonly string[] =>
  doubts(editionOf(id), on, facts).map(({ kind, rule, where, why }) => {
    expect(why).toEqual(inBothLanguages)
    return `${kind} ${rule} ${where}`
  })

/** Every rule of an edition, with the clause it stands under. */
export const rulesOf = ({ clauses }: Edition): readonly (KeptByRule & { readonly label: string })[] =>
  clauses.flatMap(({ label, keptBy }) =>
    keptBy.flatMap((keeping) => (keeping.by === 'rule' ? { ...keeping, label } : [])),
  )

/** Why a rule does not speak of some facts; undefined where it does. */
export const silent = <On extends Occasion>(
  id: EditionId,
  rule: string,
  on: On,
  facts: Occasions[On],
): Words | undefined => {
  const keeping = rulesOf(editionOf(id)).find((one) => one.rule === rule && one.on === on)
  if (!keeping) throw new Error(`no rule ${rule} on ${on} in ${id}`)
  return keeping.notFor(facts as never)
}

/** Types that have a sample: those that editions 1.1 and 1.2 know. */
export type SampledType = keyof typeof sampleOf
const sampleOf = { network: 'NET', endpoint: 'END', combined: 'CMB' } satisfies Partial<Record<MonitoringType, string>>

/** A service that conforms under both editions, but for what is changed. */
export const service = (monitoringType: SampledType, changed: Partial<ServiceFacts> = {}): ServiceFacts => ({
  ...factsOf(sampleServices.conforming.find(({ code }) => code === sampleOf[monitoringType])),
  ...changed,
})

/** A contract that conforms under both editions, but for what is changed. */
export const contract = (changed: Partial<ContractFacts> = {}): ContractFacts => ({
  channel: 'direct',
  monitoringType: 'network',
  functions: serviceFunctions,
  exception: null,
  madeOn: plainDate('2026-09-30'),
  initialFeeExTaxYen: 280_000,
  monthlyFeeExTaxYen: 9_800,
  terminals: 5,
  importantTerminals: null,
  noticeBy: 'mail',
  sellerMayResell: true,
  sellerCanProvide: true,
  anotherLiveContract: false,
  ...changed,
})

/** An approved exception that leaves the insurance out, and lasts to the day of the contract above. */
export const exception = (changed: Partial<ExceptionFacts> = {}): ExceptionFacts => ({
  ground: 'law',
  evidenced: true,
  burdenKeptLow: true,
  approved: true,
  expiresOn: plainDate('2026-09-30'),
  leavesOut: ['simpleCyberInsurance'],
  forService: true,
  forSeller: true,
  forSme: true,
  ...changed,
})

export const explanation = {
  method: 'oral',
  on: plainDate('2026-09-30'),
  items: disclosureItemCodes,
} as const satisfies ConclusionFacts['explanation']

/** A contract of 2026-09-30, explained in full on that day. */
export const conclusion = (changed: Partial<ConclusionFacts> = {}): ConclusionFacts => ({
  explanation,
  signedOn: plainDate('2026-09-30'),
  ...changed,
})

export const signature = (changed: Partial<SignatureFacts> = {}): SignatureFacts => ({
  acknowledged: disclosureItemCodes,
  ...changed,
})

/** A moment in Japan, on a Monday in October unless another day is named. */
export const at = (time: string, day = '2026-10-05'): Instant => instant(new Date(`${day}T${time}+09:00`).toISOString())

/** A next version with another device, looked at. */
export const serviceChange = (changed: Partial<ServiceChangeFacts> = {}): ServiceChangeFacts => ({
  changed: ['devices'],
  editionChanged: false,
  kind: 'general',
  ...changed,
})

/** A reseller that pledged and was trained. */
export const reseller = (changed: Partial<ResellerFacts> = {}): ResellerFacts => ({
  channel: 'reseller',
  pledgedOn: plainDate('2026-04-01'),
  trainedOn: plainDate('2026-04-08'),
  ...changed,
})

/** A serious incident, detected at ten and told at half past. */
export const incidentNotice = (changed: Partial<IncidentNoticeFacts> = {}): IncidentNoticeFacts => ({
  severity: 'serious',
  how: 'atOnce',
  detectedAt: at('10:00:00'),
  toldAt: at('10:30:00'),
  verdict: null,
  ...changed,
})

/** An engineer sent at ten, five days after service began, in an emergency, without cost. */
export const support = (changed: Partial<EmergencySupportFacts> = {}): EmergencySupportFacts => ({
  purpose: 'emergency',
  mode: 'onSite',
  startedAt: at('10:00:00'),
  placeNamed: '本社',
  place: '東京都架空区1-2-3 本社',
  remoteConsentAt: null,
  chargedExTaxYen: 0,
  incidentalExTaxYen: 0,
  travelExpenses: 'chargeable',
  freePromised: 1,
  signedOn: plainDate('2026-09-30'),
  servedFrom: plainDate('2026-09-30'),
  installedOn: null,
  setUpReasoned: false,
  freeSupportsUsed: 0,
  ...changed,
})

/** A reseller of 37 contracts that stopped: reported to both the next day, all taken over. */
export const discontinuance = (changed: Partial<DiscontinuanceFacts> = {}): DiscontinuanceFacts => ({
  occurredOn: plainDate('2026-10-01'),
  reportedToIpaOn: plainDate('2026-10-02'),
  reportedToRegistrationBodyOn: plainDate('2026-10-02'),
  contractsListed: 37,
  contractsTakenOver: 37,
  ...changed,
})

/** All but one of a list. */
export const without = <Item>(items: readonly Item[], one: Item): readonly Item[] =>
  items.filter((item) => item !== one)
