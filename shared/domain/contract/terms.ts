import type { ServiceId, SmeId } from '../ids.ts'
import type { Prefecture } from '../places.ts'
import type { PlaceOfService, PostalAddress } from '../postal-address.ts'
import type { Reading } from '../reading.ts'
import type { PlainDate } from '../plain-date.ts'
import type { TermName, TermsOf } from './contract-terms.ts'
import type { Renewal } from './states.ts'
import type { ContactGround, ContactEvidence } from './contract-words.ts'

/** Facts of an SME that a form may leave out: what is left out stays as it was, and null takes it away. */
export const optionalOfSme = ['reading', 'postalAddress', 'placeOfService'] as const
export type OptionalOfSme = (typeof optionalOfSme)[number]

/** The SME as a contract names it. Names are kept as given, to the byte. */
export type Sme = {
  readonly smeId: SmeId
  readonly name: string
  /** ふりがな of the name; absent where nobody gave one. */
  readonly reading?: Reading
  readonly prefecture: Prefecture
  /** Address to which letters go by post; absent where nobody gave one. */
  readonly postalAddress?: PostalAddress
  /** Place where the service is used, where that is another. */
  readonly placeOfService?: PlaceOfService
  readonly employees: number
  readonly industry: string
  /** Mail and phone at which incidents are told, day and night: to the SME itself, whoever sold the contract. */
  readonly noticeContact: { readonly mail: string | null; readonly phone: string | null }
  /**
   * The person who signs. The link goes to the mail, the code to the phone, or, without one, by a letter of the implementing
   * entity. Null on a contract signed on paper.
   */
  readonly signatory: {
    readonly name: string
    readonly title: string
    readonly reading?: Reading | undefined
    readonly mail: string
    readonly phone: string | null
  } | null
  /** Reason why no signature of the SME stands behind its contact; absent where one does, or none was changed. */
  readonly contactSetBy?: ContactSetBy
}

/**
 * Terms one SME and one seller agree on, beside what the service version says: the plain terms, and what is made of
 * several values or follows from others. Money is whole yen without tax.
 */
export type Terms = TermsOf<TermName> & {
  readonly serviceId: ServiceId
  readonly serviceVersion: number
  /** Fees the SME pays once, part by part, whoever receives them. */
  readonly initialFeeParts: readonly { readonly what: string; readonly exTaxYen: number }[]
  /** The last day of the term. */
  readonly endOn: PlainDate
  /** Renewal when the term is over; null where it simply ends. */
  readonly renewal: Renewal | null
}

export const initialFeeExTaxYen = (terms: Pick<Terms, 'initialFeeParts'>): number =>
  terms.initialFeeParts.reduce((sum, { exTaxYen }) => sum + exTaxYen, 0)

/**
 * Change of the SME's mail or phone by the implementing entity: why, by what evidence, of which day. By two of its people,
 * or by one where nobody stopped it in seven days.
 */
export type ContactSetBy = {
  readonly ground: ContactGround
  readonly evidence: ContactEvidence
  readonly on: PlainDate
  /** Person who saw the evidence, and the first day of the contact; absent on texts from before they were kept. */
  readonly by?: { readonly name: string; readonly title: string }
  readonly from?: PlainDate
  readonly unstopped?: true
}
