import { digest } from '../../functions/adapters/canonical.ts'
import { typstPrinting } from '../../functions/adapters/documents/typst/printing.ts'
import { templatesHere } from '../../functions/local/templates.ts'
import { compileDisclosure, type Disclosure, type DisclosureSource } from '../../shared/domain/contract/disclosure.ts'
import { disclosureItemCodes } from '../../shared/domain/contract/disclosure-items.ts'
import { contractDocument } from '../../shared/domain/documents/contract-document.ts'
import { insuranceCover } from '../../shared/domain/documents/insurance-cover.ts'
import type { PrintedDocument } from '../../shared/domain/documents/printed-document.ts'
import { signingCertificate, type SignatureOnRecord } from '../../shared/domain/documents/signing-certificate.ts'
import { takeoverNotice } from '../../shared/domain/documents/takeover-notice.ts'
import { instant } from '../../shared/domain/plain-date.ts'
import { sampleFacts, sme, source } from '../domain/contract/given-disclosure.ts'

export const printing = typstPrinting(templatesHere)
export const madeAt = instant('2026-10-01T00:00:00.000Z')

export const signatory = {
  name: '髙橋 花子',
  title: '代表取締役',
  mail: 'boss@sme.example.jp',
  phone: '090-0000-0001',
}
export const givenDisclosure = (changed: Partial<DisclosureSource> = {}): Disclosure =>
  compileDisclosure(source(sampleFacts('NET'), { sme: { ...sme, signatory }, ...changed }))

export const givenSignature = (documentSha256: string): SignatureOnRecord => ({
  documentSha256,
  signer: { name: signatory.name, title: signatory.title },
  acknowledged: disclosureItemCodes,
  remoteSupportConsent: true,
  mail: signatory.mail,
  phone: signatory.phone,
  offeredAt: madeAt,
  codeAcceptedAt: instant('2026-10-02T01:05:00.000Z'),
  signedAt: instant('2026-10-02T01:12:09.000Z'),
  event: { seq: 7, hash: digest('the seventh event') },
})

const page =
  'https://musubi.example.jp/v1/serving/ctr_00000000000201k6d2q0000000000000001001.Fh3-K9vX2mQw8sYt1bLr7uJe4aZc6pNd5oGi0xTkVyE/page.html'

/** Every kind of document, of one contract. */
export const documentsOf = (disclosure: Disclosure): readonly PrintedDocument[] => {
  const sha256 = digest(disclosure)
  return [
    contractDocument(disclosure, { sha256, madeAt }),
    insuranceCover(disclosure, { sha256, madeAt }),
    signingCertificate(disclosure, givenSignature(sha256)),
    takeoverNotice(disclosure, { sha256, page, since: madeAt }),
  ]
}

/** Prints what must be printable. */
export const pdfOf = async (document: PrintedDocument): Promise<Uint8Array> => {
  const out = await printing.print(document)
  if (!out.ok) throw new Error(`no glyphs for ${out.missingGlyphs.join(' ')}`)
  return out.pdf
}
