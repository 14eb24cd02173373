import type { Fact, Imprint } from './imprint.ts'

export type FeeTable = {
  readonly caption: string
  readonly rows: readonly { readonly what: string; readonly amount: string }[]
  readonly totals: readonly { readonly what: string; readonly amount: string }[]
}

/** Text of the contract for whoever reads it, on a page or on paper: the disclosure's own sentences, and the fees. */
export type ContractText = Imprint & {
  readonly addressee: readonly string[]
  readonly parties: readonly Fact[]
  readonly promise: string
  /** Note on characters that may be drawn otherwise than they were given; null where none is. */
  readonly glyphNote: string | null
  readonly feesHeading: string
  readonly feeColumns: readonly [string, string]
  readonly fees: readonly FeeTable[]
  readonly feeNote: string
  readonly itemsHeading: string
  readonly items: readonly Fact[]
  readonly signatureHeading: string
  readonly signatures: readonly Fact[]
  readonly signatureNote: string
  readonly facts: readonly Fact[]
}

/** The sheet on top of the insurance guide: what is insured, what is not, and that the guide was handed over. */
export type InsuranceCoverText = Imprint & {
  readonly addressee: readonly string[]
  readonly sender: readonly string[]
  readonly lead: string
  readonly cover: readonly Fact[]
  readonly selfPay: readonly string[]
  readonly selfPayLead: string
  readonly askAt: readonly string[]
  readonly receipt: { readonly sentence: string; readonly blanks: readonly string[] }
  readonly facts: readonly Fact[]
}

/** Text on who signed what, when, and how it is known to be that person: as the ledger has it. */
export type SigningCertificateText = Imprint & {
  readonly lead: string
  readonly parties: readonly Fact[]
  readonly facts: readonly Fact[]
  readonly signer: readonly Fact[]
  readonly channels: readonly Fact[]
  readonly momentHeadings: readonly string[]
  readonly moments: readonly { readonly what: string; readonly inJapan: string; readonly rfc3339: string }[]
  readonly acknowledged: readonly string[]
  readonly ledger: readonly Fact[]
  /** The public page on who serves the contract, and what is there. */
  readonly pageLead: string
  readonly page: string
}

/** To the SME of a reseller that stopped: who answers now, what stays, whom to call, what it may do. */
export type TakeoverNoticeText = Imprint & {
  readonly date: string
  readonly addressee: readonly string[]
  readonly sender: readonly string[]
  readonly greeting: string
  readonly what: string
  readonly answers: readonly Fact[]
  readonly now: readonly string[]
  /** The public page on who serves the contract. */
  readonly page: string
  readonly unchanged: readonly string[]
  readonly choices: readonly { readonly what: string; readonly note: string }[]
  readonly noChoice: string
  readonly facts: readonly Fact[]
}

/** To an SME that asked for a code by post: six digits, until when they are good, and whom to ask. */
export type CodeLetterText = Imprint & {
  readonly date: string
  readonly addressee: readonly string[]
  readonly sender: readonly string[]
  readonly lead: string
  readonly code: string
  readonly goodUntil: string
  readonly cautions: readonly string[]
  readonly askAt: readonly string[]
  readonly facts: readonly Fact[]
}
