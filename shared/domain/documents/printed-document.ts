import type { Instant } from '../plain-date.ts'
import type {
  CodeLetterText,
  ContractText,
  InsuranceCoverText,
  SigningCertificateText,
  TakeoverNoticeText,
} from './texts.ts'

/** The moment a document bears as its date. It comes from the data, so that the same data give the same bytes. */
type Dated<Kind extends string, Text> = Text & { readonly kind: Kind; readonly madeAt: Instant }

/** A document as it is printed: pure data in the words the reader sees, without how it looks. */
export type PrintedDocument =
  | Dated<'contract-document', ContractText>
  | Dated<'insurance-cover', InsuranceCoverText>
  | Dated<'signing-certificate', SigningCertificateText>
  | Dated<'takeover-notice', TakeoverNoticeText>
  | Dated<'code-letter', CodeLetterText>

type PrintedKind = PrintedDocument['kind']
export type Printed<Kind extends PrintedKind> = Extract<PrintedDocument, { kind: Kind }>
