import type { Instant } from '../plain-date.ts'
import type { SheetFact } from '../sheet.ts'
import type { ContractText } from './contract-document.ts'
import type { InsuranceCoverText } from './insurance-cover.ts'
import type { SigningCertificateText } from './signing-certificate.ts'
import type { TakeoverNoticeText } from './takeover-notice.ts'

/** A label and what stands beside it, line by line. */
export type Fact = SheetFact

/** What every printed document has, beside its own text. */
export type Imprint = {
  /** What kind of document it is, above its title and in the header of further pages. */
  readonly heading: string
  readonly title: string
  readonly contractId: string
  /** What the hash in the footer is the hash of, and the hash. */
  readonly fingerprint: { readonly label: string; readonly sha256: string }
  /** What the reader must not take it for. */
  readonly note: string
}

/** The moment a document bears as its date. It comes from the data, so that the same data give the same bytes. */
type Dated<Kind extends string, Text> = Text & { readonly kind: Kind; readonly madeAt: Instant }

/** A document as it is printed: pure data in the words the reader sees, without how it looks. */
export type PrintedDocument =
  | Dated<'contract-document', ContractText>
  | Dated<'insurance-cover', InsuranceCoverText>
  | Dated<'signing-certificate', SigningCertificateText>
  | Dated<'takeover-notice', TakeoverNoticeText>

export type PrintedKind = PrintedDocument['kind']
export type Printed<Kind extends PrintedKind> = Extract<PrintedDocument, { kind: Kind }>
