import type {
  ContractId,
  EntityId,
  ExceptionId,
  PlainDate,
  PortfolioOwner,
  Prefecture,
  ServiceId,
  SmeId,
} from './ids.ts'
import type { MonitoringType, ServiceFunction } from './service.ts'
import type { HeadTerm, TermsOf } from './terms.ts'

/** Renewal when the term is over: it ends, or, where the terms say so, it goes on for so many months. */
export type Renewal = {
  readonly months: number
  /** Number of days before the last day until which the SME may say that it does not want to go on. */
  readonly noticeDays: number
}

export type NoticeWay = 'mail' | 'phone' | 'both' | 'nothing'

/** Revision of a contract, as far as rules, lists and reports ask. The whole text is its document. */
export type Deal = TermsOf<HeadTerm> & {
  readonly contractId: ContractId
  readonly entityId: EntityId
  /** Seller that contracts with the SME: a reseller, or the implementing entity itself (第1章2.(3)). */
  readonly seller: PortfolioOwner
  readonly serviceId: ServiceId
  readonly serviceVersion: number
  readonly monitoringType: MonitoringType
  /** The edition this contract is judged by, now and for ever: the one its service version names. */
  readonly edition: string
  readonly smeId: SmeId
  readonly prefecture: Prefecture
  readonly functions: readonly ServiceFunction[]
  /** The exception under which it leaves functions out (第2章1.(6)); absent where it binds them all. */
  readonly exceptionId?: ExceptionId
  readonly initialFeeExTaxYen: number
  readonly endOn: PlainDate
  /** Renewal when the term is over; null where it simply ends. */
  readonly renewal: Renewal | null
  readonly noticeBy: NoticeWay
  readonly revision: number
  /** SHA-256 of the disclosure in canonical JSON: the very bytes that are shown and signed. */
  readonly documentSha256: string
}
