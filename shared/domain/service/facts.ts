import type { CountryCode } from '../places.ts'
import type { PlainDate } from '../plain-date.ts'
import type { ContractParty } from '../parties.ts'
import type { Words } from '../words.ts'

/** ネットワーク監視型(旧称 ネットワーク一括監視型)・端末監視型・併用型. */
export const monitoringTypes = ['network', 'endpoint', 'combined'] as const
export type MonitoringType = (typeof monitoringTypes)[number]

/** Names the standard gives the types of monitoring. */
export const labelOfType: Readonly<Record<MonitoringType, Words>> = {
  network: { ja: 'ネットワーク監視型', en: 'the network type' },
  endpoint: { ja: '端末監視型', en: 'the endpoint type' },
  combined: { ja: '併用型', en: 'the combined type' },
}

/** True for a type that is watched through devices that stand at the user's, and somebody has to list. */
export const hasMonitoringDevices: Readonly<Record<MonitoringType, boolean>> = {
  network: true,
  endpoint: false,
  combined: true,
}

/** The functions (1) to (5) that 第2章1.(6) wants in one contract, in the standard's order. */
export const serviceFunctions = [
  'consultationDesk',
  'anomalyMonitoring',
  'emergencyResponse',
  'easeOfAdoption',
  'simpleCyberInsurance',
] as const
export type ServiceFunction = (typeof serviceFunctions)[number]

/** Penalty an SME pays when it leaves early. Always computable; "to be agreed" is not a penalty but a gap. */
export type Penalty =
  | { readonly kind: 'none' }
  | { readonly kind: 'fixed'; readonly exTaxYen: number }
  | { readonly kind: 'remainingMonths'; readonly monthlyRatePercent: number }

/** Countries in which data is kept: known ones, or an explicit "not known" with the day it was said. */
export type DataStorage =
  | { readonly kind: 'known'; readonly countries: readonly CountryCode[] }
  | { readonly kind: 'unknown'; readonly statedOn: PlainDate }

/** Kinds of cost an insurance covers, whatever words its terms use for them. */
export const matterKinds = ['firstResponse', 'causeAnalysis', 'recovery', 'notification', 'liability', 'other'] as const
export type MatterKind = (typeof matterKinds)[number]

/** A covered matter in the words of its terms, with its kind; versions from before the kind was asked have words alone. */
export type CoveredMatter = string | { readonly kind: MatterKind; readonly what: string }

export const wordsOfMatter = (matter: CoveredMatter): string => (typeof matter === 'string' ? matter : matter.what)

/** Null where the kind is not stated. */
export const kindOfMatter = (matter: CoveredMatter): MatterKind | null =>
  typeof matter === 'string' ? null : matter.kind

/** Ways an SME may be helped from afar: once it agreed, without asking, or never. */
export const remoteSupports = ['withConsent', 'withoutConsent', 'none'] as const
type RemoteSupport = (typeof remoteSupports)[number]

export const travelExpenses = ['chargeable', 'included'] as const
type TravelExpenses = (typeof travelExpenses)[number]

export type Insurance = {
  readonly insurer: string
  readonly policyholder: ContractParty
  readonly coveredMatters: readonly CoveredMatter[]
  /** Number of times a year it covers; `unlimited` where it is said that there is no such number. */
  readonly coverageCountPerYear: number | 'unlimited' | null
  readonly coverageLimitYen: number | null
  readonly deductibleYen: number | null
  /** Cases in which the user pays itself; `none` where it is said that it never does. */
  readonly selfPayCases: readonly string[] | 'none'
  /** The version of the separate plain explanation; null while there is none. */
  readonly explanatoryMaterial: string | null
}

/** Considerations when a monitoring device is placed, one by one (当社解釈); an empty answer is a gap. */
export const placementConsiderations = ['boundary', 'segments', 'unseen', 'bypasses'] as const
export type PlacementConsideration = (typeof placementConsiderations)[number]
export type Placement = Readonly<Record<PlacementConsideration, string>>

/**
 * Facts a version states of its service. A null or an empty text is a gap for the rules to name, not an error of form.
 */
export type ServiceFacts = {
  readonly name: string
  readonly monitoringType: MonitoringType
  readonly functions: readonly ServiceFunction[]
  readonly consultationDesk: { readonly phone: string | null; readonly mail: string | null }
  readonly incidentNotice: {
    /** The target for telling of a serious incident, in minutes. */
    readonly seriousTargetMinutes: number | null
    /** Everything else is told in a report at least every so many days. */
    readonly othersReportEveryDays: number | null
  }
  readonly emergencySupport: {
    readonly onSiteDispatch: boolean
    readonly remote: RemoteSupport
    /** Number of times in a contract year emergency support costs the user nothing; set-up dispatch is not counted. */
    readonly freePerContractYear: number
    readonly travelExpenses: TravelExpenses
  }
  readonly serviceProvisionCountries: readonly CountryCode[]
  readonly dataStorage: DataStorage | null
  readonly insurance: Insurance
  readonly termination: { readonly penalty: Penalty | null; readonly userMayCancelAnyTime: boolean }
  readonly devices: readonly { readonly manufacturer: string; readonly model: string }[]
  readonly capabilities: {
    readonly detectInbound: boolean
    readonly detectOutbound: boolean
    readonly networkDefend: boolean
    readonly continuousDetection: boolean
    readonly endpointDefend: boolean
  }
  /** Place of the monitoring device, consideration by consideration or as one text; null where there is none. */
  readonly placement: Placement | string | null
  readonly coversImportantTerminals: boolean
  readonly monthlyFeeExTaxYen: number | null
  readonly monthlyFeePerTerminalExTaxYen: number | null
}
