import { digest } from '../../functions/adapters/canonical.ts'
import { typstPrinting } from '../../functions/adapters/documents/typst/printing.ts'
import { templatesHere } from '../../functions/local/templates.ts'
import type { Disclosure } from '../../shared/domain/contract/disclosure.ts'
import { disclosureItemCodes } from '../../shared/domain/disclosure-items.ts'
import { codeLetter } from '../../shared/domain/documents/code-letter.ts'
import { contractDocument } from '../../shared/domain/documents/contract-document.ts'
import { insuranceCover } from '../../shared/domain/documents/insurance-cover.ts'
import type { PrintedDocument } from '../../shared/domain/documents/printed-document.ts'
import { signingCertificate, type SignatureOnRecord } from '../../shared/domain/documents/signing-certificate.ts'
import { takeoverNotice } from '../../shared/domain/documents/takeover-notice.ts'
import { dayInJapan, instant } from '../../shared/domain/plain-date.ts'
import { givenDisclosure, signatory, signature } from '../domain/documents/given.ts'

export const printing = typstPrinting(templatesHere)
export const madeAt = instant('2026-10-01T00:00:00.000Z')

export { givenDisclosure, signatory }

const page =
  'https://musubi.example.jp/v1/serving/ctr_00000000000201k6d2q0000000000000001001.Fh3-K9vX2mQw8sYt1bLr7uJe4aZc6pNd5oGi0xTkVyE/page.html'

export const givenSignature = (documentSha256: string): SignatureOnRecord => ({
  ...signature,
  documentSha256,
  acknowledged: disclosureItemCodes,
  event: { seq: 7, hash: digest('the seventh event') },
  page,
})

const postalAddress = {
  postalCode: '100-0001',
  prefecture: '東京都',
  rest: '架空区架空１－２－３',
  building: null,
} as const

/** Every kind of document, of one contract. */
export const documentsOf = (disclosure: Disclosure): readonly PrintedDocument[] => {
  const sha256 = digest(disclosure)
  return [
    contractDocument(disclosure, { sha256, madeAt }),
    insuranceCover(disclosure, { sha256, madeAt }),
    signingCertificate(disclosure, givenSignature(sha256)),
    codeLetter(disclosure, { sha256, printedAt: madeAt, goodUntil: madeAt, postalAddress, code: '012345' }),
    takeoverNotice(disclosure, { sha256, page, since: madeAt, knownOn: dayInJapan(madeAt) }),
  ]
}

/** Prints what must be printable. */
export const pdfOf = async (document: PrintedDocument): Promise<Uint8Array> => {
  const out = await printing.print(document)
  if (!out.ok) throw new Error(`no glyphs for ${out.missingGlyphs.join(' ')}`)
  return out.pdf
}
