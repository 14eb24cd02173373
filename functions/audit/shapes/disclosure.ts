import type {
  ContractId,
  EntityId,
  Holder,
  Instant,
  PlainDate,
  PortfolioOwner,
  Prefecture,
  ResellerId,
  ServiceId,
  SmeId,
} from './ids.ts'
import type { DisclosureItemCode, ContactSetBy } from './contract-words.ts'
import type { Renewal } from './deal.ts'
import type { SearchTerm, TermName, TermsOf } from './terms.ts'

/** Postal address as it stands on an envelope. */
export type PostalAddress = {
  readonly postalCode: string | null
  readonly prefecture: Prefecture
  readonly rest: string
  readonly building: string | null
}

type PartyOf<Id> = {
  readonly id: Id
  readonly name: string
  readonly corporateNumber: string
  readonly reading?: string
  readonly postalAddress?: PostalAddress
  readonly representative?: { readonly name: string; readonly title: string; readonly reading?: string }
}

/** The SME as a contract names it. Names are kept as given, to the byte. */
export type Sme = {
  readonly smeId: SmeId
  readonly name: string
  readonly reading?: string
  readonly prefecture: Prefecture
  readonly postalAddress?: PostalAddress
  readonly placeOfService?: PostalAddress & { readonly name: string | null }
  readonly employees: number
  readonly industry: string
  /** Mail and phone of the SME itself at which incidents are told, day and night, whoever sold the contract. */
  readonly noticeContact: { readonly mail: string | null; readonly phone: string | null }
  /** The person who signs. The link goes to the mail, the code to the phone. Null on a contract signed on paper. */
  readonly signatory: {
    readonly name: string
    readonly title: string
    readonly reading?: string
    readonly mail: string
    readonly phone: string | null
  } | null
  /** Reason why no signature of the SME stands behind its contact; absent where one does, or none was changed. */
  readonly contactSetBy?: ContactSetBy
}

/** Terms that one SME and one seller agree on, beside what the service version says. Money is whole yen without tax. */
export type Terms = TermsOf<TermName> & {
  readonly serviceId: ServiceId
  readonly serviceVersion: number
  /** Fees that the SME pays once, part by part, whoever receives them. */
  readonly initialFeeParts: readonly { readonly what: string; readonly exTaxYen: number }[]
  /** The last day of the term. */
  readonly endOn: PlainDate
  /** Renewal when the term is over; null where it simply ends. */
  readonly renewal: Renewal | null
}

/** Item that the SME is told: its label and sentences as shown, so that what was read lies inside the hash. */
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
  /** Version of the サービス規約 in force then. */
  readonly serviceTerms?: { readonly number: number; readonly effectiveOn: PlainDate; readonly sha256: string }
  readonly sme: Sme
  readonly terms: Terms
  readonly items: readonly DisclosureItem[]
}

/**
 * Facts by which a concluded contract is found and shown: the day of the transaction, its amount and the other party
 * (電子帳簿保存法施行規則4条1項, 2条6項5号). Money is whole yen without tax.
 */
export type Findable = TermsOf<SearchTerm> & {
  readonly contractId: ContractId
  readonly entityId: EntityId
  readonly smeId: SmeId
  readonly name: string
  /** Names it went by before, as its earlier texts in force say; it is found by them as well. */
  readonly formerNames: readonly string[]
  readonly formerSmeIds?: readonly SmeId[]
  /** Keys of the contacts of its SME: of what, only their keeper can say. */
  readonly contacts?: readonly string[]
  /** 取引年月日: the day it was signed. */
  readonly signedOn: PlainDate
  /** 取引金額: what it comes to over its term. */
  readonly contractAmountExTaxYen: number
  readonly initialFeeExTaxYen: number
  readonly stage: 'live' | 'ended'
  readonly seller: PortfolioOwner
  readonly holder: Holder
  readonly serviceId: ServiceId
  readonly endOn: PlainDate
  readonly endedOn: PlainDate | null
  /** Instant of an undecided dispute. */
  readonly disputedAt: Instant | null
}
