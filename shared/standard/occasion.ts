import type { Explanation } from '../domain/contract/contract.ts'
import type { DisclosureItemCode } from '../domain/contract/disclosure-items.ts'
import type { PlainDate } from '../domain/plain-date.ts'
import type { MonitoringType, ServiceFacts, ServiceFunction } from '../domain/service/facts.ts'

/** A contract about to be drafted, offered, signed or attested: what it says, and who sells it to whom. */
export type ContractFacts = {
  readonly channel: 'direct' | 'reseller'
  readonly monitoringType: MonitoringType
  readonly functions: readonly ServiceFunction[]
  readonly initialFeeExTaxYen: number
  readonly monthlyFeeExTaxYen: number
  readonly terminals: number
  readonly importantTerminals: number | null
  readonly noticeBy: 'mail' | 'phone' | 'both' | 'nothing'
  /** Whether the seller is authorized for the service on the day of the contract. */
  readonly sellerMayResell: boolean
  /** Whether the seller can still provide: false from the instant of its discontinuance on. */
  readonly sellerCanProvide: boolean
  /** Whether the same SME has another live contract for the same service, through whomever. */
  readonly anotherLiveContract: boolean
}

/** A contract about to be offered, signed or attested: that it was explained. */
export type ConclusionFacts = { readonly explanation: Explanation | null; readonly signedOn: PlainDate }

/** What the signing person has given. */
export type SignatureFacts = { readonly acknowledged: readonly DisclosureItemCode[] }

/** Each moment the standard speaks of, with the facts its rules may ask. */
export type Occasions = {
  'service-version': ServiceFacts
  contract: ContractFacts
  conclusion: ConclusionFacts
  signature: SignatureFacts
}
export type Occasion = keyof Occasions
