import type { PlainDate } from './ids.ts'

export type ExplanationMethod = 'oral' | 'written'

export type DisclosureItemCode =
  | 'devices'
  | 'provisionCountries'
  | 'dataStorage'
  | 'insurance'
  | 'selfPay'
  | 'initialFee'
  | 'monthlyFee'
  | 'term'
  | 'penalty'
  | 'rightToCancel'
  | 'support'
  | 'noticeContact'
  | 'helpDesk'

export type ContactGround = 'lost' | 'noCode' | 'partlyLost' | 'moved' | 'verified'

export type ContactEvidence = 'letter' | 'visit' | 'callBack'

/** Change of the SME's contact by two people of the implementing entity: why, by what evidence, of which day. */
export type ContactSetBy = {
  readonly ground: ContactGround
  readonly evidence: ContactEvidence
  readonly on: PlainDate
  /** Absent on texts from before they were kept. */
  readonly by?: { readonly name: string; readonly title: string }
  readonly from?: PlainDate
  readonly unstopped?: true
}
