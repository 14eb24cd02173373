import type { Explanation } from '../../domain/contract/explanation.ts'
import type { DisclosureItemCode } from '../../domain/disclosure-items.ts'
import type { ExceptionGround } from '../../domain/exception/exception.ts'
import type { Instant, PlainDate } from '../../domain/plain-date.ts'
import type { ChangeKind } from '../../domain/service/change.ts'
import type { MonitoringType, ServiceFacts, ServiceFunction } from '../../domain/service/facts.ts'
import type {
  SupportMode,
  SupportPurpose,
  IncidentSeverity,
  TellingHow,
  TellingVerdict,
  NoticeWay,
} from '../../domain/contract/contract-words.ts'

/** A change of a service: the next version about to be offered, beside the one before it. */
export type ServiceChangeFacts = {
  /** The facts that differ, by name; empty where the two versions say the same. */
  readonly changed: readonly string[]
  /** True where the later version names another edition. */
  readonly editionChanged: boolean
  /** Kind of the change, as people see it; null while nobody has looked at it. */
  readonly kind: ChangeKind | null
}

/** A reseller about to be authorized to sell a service. */
export type ResellerFacts = {
  readonly channel: 'reseller'
  /** The day it pledged to keep the standard; null while it has not. */
  readonly pledgedOn: PlainDate | null
  /** The day its training on the explanatory material was done; null while it was not. */
  readonly trainedOn: PlainDate | null
}

/** The exception a contract names: what it says, and whether it is for this very contract. */
export type ExceptionFacts = {
  readonly ground: ExceptionGround | null
  /** True where there is evidence of the ground, and a way to keep the burden on the user low. */
  readonly evidenced: boolean
  readonly burdenKeptLow: boolean
  /** True where a second person at the implementing entity approved it. */
  readonly approved: boolean
  /** Its last day. */
  readonly expiresOn: PlainDate | null
  readonly leavesOut: readonly ServiceFunction[]
  readonly forService: boolean
  readonly forSeller: boolean
  readonly forSme: boolean
}

/** A contract about to be drafted, offered, signed or attested: what it says, and who sells it to whom. */
export type ContractFacts = {
  readonly channel: 'direct' | 'reseller'
  readonly monitoringType: MonitoringType
  readonly functions: readonly ServiceFunction[]
  /** The exception it names; null where it names none. */
  readonly exception: ExceptionFacts | null
  /** The day of the contract. */
  readonly madeOn: PlainDate
  readonly initialFeeExTaxYen: number
  readonly monthlyFeeExTaxYen: number
  readonly terminals: number
  readonly importantTerminals: number | null
  readonly noticeBy: NoticeWay
  /** True where the seller is authorized for the service on the day of the contract. */
  readonly sellerMayResell: boolean
  /** True while the seller can still provide: false from the instant of its discontinuance on. */
  readonly sellerCanProvide: boolean
  /** True where the same SME has another live contract for the same service, through whomever. */
  readonly anotherLiveContract: boolean
}

/** A contract about to be offered, signed or attested: that it was explained. */
export type ConclusionFacts = { readonly explanation: Explanation | null; readonly signedOn: PlainDate }

/** Acknowledgements the signing person has given. */
export type SignatureFacts = { readonly acknowledged: readonly DisclosureItemCode[] }

/** A detection that an SME was told of. */
export type IncidentNoticeFacts = {
  readonly severity: IncidentSeverity
  readonly how: TellingHow
  readonly detectedAt: Instant
  /** Instant at which it was judged to be serious; absent where that was when it was detected. */
  readonly judgedSeriousAt?: Instant | null
  readonly toldAt: Instant
  /** Verdict of a person on a telling later than the target; null while nobody gave one. */
  readonly verdict: TellingVerdict | null
}

/** Support given to an SME: a dispatch or a remote session, in an emergency or at set-up. */
export type EmergencySupportFacts = {
  readonly purpose: SupportPurpose
  readonly mode: SupportMode
  readonly startedAt: Instant
  /** The place the user named; null where no one was sent, absent on records from before it was asked. */
  readonly placeNamed?: string | null
  /** The place that was reached; null where no one was sent. */
  readonly place: string | null
  /** Instant at which the user agreed to remote support; null where it did not. */
  readonly remoteConsentAt: Instant | null
  /** Charge to the user for the support itself, incidental expenses apart. */
  readonly chargedExTaxYen: number
  /** Charge to the user for travel and the like. */
  readonly incidentalExTaxYen: number
  /** Rule of the terms on whether travel may be charged. */
  readonly travelExpenses: ServiceFacts['emergencySupport']['travelExpenses']
  /** Number of supports a contract year the terms promise without cost. */
  readonly freePromised: number
  readonly signedOn: PlainDate
  /** The first day of service. */
  readonly servedFrom: PlainDate
  /** The last day on record on which the monitoring was installed; null where none is. */
  readonly installedOn: PlainDate | null
  /** True where the implementing entity gave a reason for a set-up this late. */
  readonly setUpReasoned: boolean
  /** Number of supports without cost the user has had in this contract year. */
  readonly freeSupportsUsed: number
}

/** A reseller's discontinuance: which report went to whom, and whether anyone is left without one who answers. */
export type DiscontinuanceFacts = {
  readonly occurredOn: PlainDate
  readonly reportedToIpaOn: PlainDate | null
  readonly reportedToRegistrationBodyOn: PlainDate | null
  readonly contractsListed: number
  /** Number of them that have a takeover, so that the implementing entity answers for them on record. */
  readonly contractsTakenOver: number
}

/** Occasions the standard speaks of, each with the facts its rules may ask. */
export type Occasions = {
  'service-version': ServiceFacts
  'service-change': ServiceChangeFacts
  reseller: ResellerFacts
  contract: ContractFacts
  conclusion: ConclusionFacts
  signature: SignatureFacts
  'incident-notice': IncidentNoticeFacts
  'emergency-support': EmergencySupportFacts
  discontinuance: DiscontinuanceFacts
}
export type Occasion = keyof Occasions
