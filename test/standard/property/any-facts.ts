import * as fc from 'fast-check'
import { disclosureItemCodes } from '../../../shared/domain/disclosure-items.ts'
import { exceptionGrounds } from '../../../shared/domain/exception/exception.ts'
import { instant, plainDate } from '../../../shared/domain/plain-date.ts'
import { changeKinds } from '../../../shared/domain/service/change.ts'
import {
  matterKinds,
  serviceFunctions,
  type Insurance,
  type ServiceFacts,
} from '../../../shared/domain/service/facts.ts'
import type { ExceptionFacts, Occasion, Occasions } from '../../../shared/standard/model/occasion.ts'
import { service } from '../given.ts'
import {
  supportModes,
  supportPurposes,
  incidentSeverities,
  tellingHows,
  tellingVerdicts,
} from '../../../shared/domain/contract/contract-words.ts'

const first = Date.UTC(2026, 0, 1)
const dayMs = 86_400_000

const orNull = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: null })
const some = <Value>(values: readonly Value[]) => fc.subarray([...values])
const words = fc.constantFrom('架空の記載', '初動対応費用', 'FN-200')
const text = fc.oneof(fc.constantFrom('', ' ', '\u3000'), words)
const moment = fc.nat(90 * dayMs).map((ms) => instant(new Date(first + ms).toISOString()))
const day = fc.nat(90).map((days) => plainDate(new Date(first + days * dayMs).toISOString().slice(0, 10)))
const yen = fc.oneof(fc.constant(0), fc.nat(2_000_000))
const country = fc.constantFrom('JP', 'US', 'XX')
const type = fc.constantFrom('network' as const, 'endpoint' as const, 'combined' as const)
const channel = fc.constantFrom('direct' as const, 'reseller' as const)

const insurance = fc.record<Insurance>({
  insurer: text,
  policyholder: fc.constantFrom('implementingEntity', 'reseller', 'sme'),
  coveredMatters: fc.array(fc.oneof(words, fc.record({ kind: fc.constantFrom(...matterKinds), what: words })), {
    maxLength: 2,
  }),
  coverageCountPerYear: orNull(fc.oneof(fc.nat(3), fc.constant('unlimited' as const))),
  coverageLimitYen: orNull(yen),
  deductibleYen: orNull(yen),
  selfPayCases: fc.oneof(fc.array(words, { maxLength: 2 }), fc.constant('none' as const)),
  explanatoryMaterial: orNull(text),
})

const serviceFacts = fc.record<ServiceFacts>({
  name: text,
  monitoringType: type,
  functions: some(serviceFunctions),
  consultationDesk: fc.record({ phone: orNull(words), mail: orNull(words) }),
  incidentNotice: fc.record({ seriousTargetMinutes: orNull(fc.nat(120)), othersReportEveryDays: orNull(fc.nat(14)) }),
  emergencySupport: fc.record<ServiceFacts['emergencySupport']>({
    onSiteDispatch: fc.boolean(),
    remote: fc.constantFrom('withConsent', 'withoutConsent', 'none'),
    freePerContractYear: fc.nat(2),
    travelExpenses: fc.constantFrom('chargeable', 'included'),
  }),
  serviceProvisionCountries: fc.array(country, { maxLength: 2 }),
  dataStorage: fc.oneof(
    fc.constant(null),
    fc.record({ kind: fc.constant('known' as const), countries: fc.array(country, { maxLength: 2 }) }),
    fc.record({ kind: fc.constant('unknown' as const), statedOn: day }),
  ),
  insurance,
  termination: fc.record<ServiceFacts['termination']>({
    penalty: fc.constantFrom(
      null,
      { kind: 'none' },
      { kind: 'fixed', exTaxYen: 100_000 },
      { kind: 'remainingMonths', monthlyRatePercent: 50 },
    ),
    userMayCancelAnyTime: fc.boolean(),
  }),
  devices: fc.array(fc.record({ manufacturer: text, model: text }), { maxLength: 2 }),
  capabilities: fc.record({
    detectInbound: fc.boolean(),
    detectOutbound: fc.boolean(),
    networkDefend: fc.boolean(),
    continuousDetection: fc.boolean(),
    endpointDefend: fc.boolean(),
  }),
  placement: orNull(fc.oneof(text, fc.record({ boundary: text, segments: text, unseen: text, bypasses: text }))),
  coversImportantTerminals: fc.boolean(),
  monthlyFeeExTaxYen: orNull(yen),
  monthlyFeePerTerminalExTaxYen: orNull(yen),
})

const exception = fc.record<ExceptionFacts>({
  ground: orNull(fc.constantFrom(...exceptionGrounds)),
  evidenced: fc.boolean(),
  burdenKeptLow: fc.boolean(),
  approved: fc.boolean(),
  expiresOn: orNull(day),
  leavesOut: some(serviceFunctions),
  forService: fc.boolean(),
  forSeller: fc.boolean(),
  forSme: fc.boolean(),
})

/** Any facts of each occasion, right and wrong alike. */
export const anyFacts: { readonly [On in Occasion]: fc.Arbitrary<Occasions[On]> } = {
  'service-version': serviceFacts,
  'service-change': fc.record({
    changed: some(Object.keys(service('network'))),
    editionChanged: fc.boolean(),
    kind: orNull(fc.constantFrom(...changeKinds)),
  }),
  reseller: fc.record({ channel: fc.constant('reseller' as const), pledgedOn: orNull(day), trainedOn: orNull(day) }),
  contract: fc.record<Occasions['contract']>({
    channel,
    monitoringType: type,
    functions: some(serviceFunctions),
    exception: orNull(exception),
    madeOn: day,
    initialFeeExTaxYen: yen,
    monthlyFeeExTaxYen: yen,
    terminals: fc.nat(300),
    importantTerminals: orNull(fc.nat(300)),
    noticeBy: fc.constantFrom('mail', 'phone', 'both', 'nothing'),
    sellerMayResell: fc.boolean(),
    sellerCanProvide: fc.boolean(),
    anotherLiveContract: fc.boolean(),
  }),
  conclusion: fc.record({
    explanation: orNull(
      fc.record(
        {
          method: fc.constantFrom('oral' as const, 'written' as const),
          on: day,
          items: some(disclosureItemCodes),
          listed: fc.boolean(),
        },
        { requiredKeys: ['method', 'on', 'items'] },
      ),
    ),
    signedOn: day,
  }),
  signature: fc.record({ acknowledged: some(disclosureItemCodes) }),
  'incident-notice': fc.record({
    severity: fc.constantFrom(...incidentSeverities),
    how: fc.constantFrom(...tellingHows),
    detectedAt: moment,
    judgedSeriousAt: orNull(moment),
    toldAt: moment,
    verdict: orNull(fc.constantFrom(...tellingVerdicts)),
  }),
  'emergency-support': fc.record({
    purpose: fc.constantFrom(...supportPurposes),
    mode: fc.constantFrom(...supportModes),
    startedAt: moment,
    placeNamed: orNull(text),
    place: orNull(text),
    remoteConsentAt: orNull(moment),
    chargedExTaxYen: yen,
    incidentalExTaxYen: yen,
    travelExpenses: fc.constantFrom('chargeable' as const, 'included' as const),
    freePromised: fc.nat(3),
    signedOn: day,
    servedFrom: day,
    installedOn: orNull(day),
    setUpReasoned: fc.boolean(),
    freeSupportsUsed: fc.nat(2),
  }),
  discontinuance: fc.record({
    occurredOn: day,
    reportedToIpaOn: orNull(day),
    reportedToRegistrationBodyOn: orNull(day),
    contractsListed: fc.nat(40),
    contractsTakenOver: fc.nat(40),
  }),
}

export const occasions = Object.keys(anyFacts) as Occasion[]

/** Some of them, the same each time. */
export const someFacts = (on: Occasion, numRuns = 300): readonly unknown[] =>
  fc.sample<unknown>(anyFacts[on], { numRuns, seed: 42 })
