import * as z from 'zod'
import { coverageStages } from '../../domain/contract/coverage.ts'
import { At, ContractAsked, Day, LinkText, ShortNumberField } from '../fields.ts'
import { route } from '../route.ts'
import { coverageAreas } from '../../domain/contract/contract-words.ts'

const params = z.strictObject({ contractId: ContractAsked })
const Pdf = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

const serving = z.strictObject({ link: LinkText })
/** Query that mail programs and gateways put behind an address: it says nothing to us, and takes nothing away. */
const whatever = z.object({})

/** Parties that serve a contract, as anybody may read it who has the link. */
const ServingView = z.strictObject({
  shortNumber: ShortNumberField,
  serviceName: z.string(),
  /** Parties that answered, the first to the present one. */
  answering: z.array(z.strictObject({ name: z.string(), from: At, until: At.nullable() })),
  counterparty: z.string(),
  takenOverAt: At.nullable(),
  /** The day the difficulty that led to it was known; from it on the implementing entity answers (our reading). */
  knownOn: Day.nullable(),
  coverage: z.strictObject({ stage: z.enum(coverageStages), lost: z.array(z.enum(coverageAreas)) }).nullable(),
  helpDesk: z.array(z.string()),
  endedOn: Day.nullable(),
  /** Of a contract that has ended: the last day on which its SME can have its sealed papers; null where none are kept. */
  papersUntil: Day.nullable(),
  asOf: At,
})

/** Documents to print, hand over and keep. */
export const documentRoutes = {
  printContract: route({
    method: 'GET',
    path: '/v1/contracts/{contractId}/document.pdf',
    summary: { ja: '契約書・重要事項のご説明を印刷する', en: 'Print the contract with its disclosures' },
    effect: 'reads',
    params,
    output: Pdf,
    status: 200,
    media: 'application/pdf',
    refusals: ['not-found', 'cannot-be-printed'],
  }),
  printInsuranceCover: route({
    method: 'GET',
    path: '/v1/contracts/{contractId}/insurance-cover.pdf',
    summary: { ja: '保険の説明資料の表紙を印刷する', en: 'Print the cover sheet of the insurance guide' },
    effect: 'reads',
    params,
    output: Pdf,
    status: 200,
    media: 'application/pdf',
    refusals: ['not-found', 'cannot-be-printed'],
  }),
  printSigningCertificate: route({
    method: 'GET',
    path: '/v1/contracts/{contractId}/signing-certificate.pdf',
    summary: { ja: '署名証明書を印刷する', en: 'Print the certificate of the signature' },
    effect: 'reads',
    params,
    output: Pdf,
    status: 200,
    media: 'application/pdf',
    refusals: ['not-found', 'wrong-stage', 'cannot-be-printed'],
  }),
  printTakeoverNotice: route({
    method: 'GET',
    path: '/v1/contracts/{contractId}/takeover-notice.pdf',
    summary: { ja: '引継ぎのお知らせを印刷する', en: 'Print the notice of a takeover' },
    effect: 'reads',
    params,
    output: Pdf,
    status: 200,
    media: 'application/pdf',
    refusals: ['not-found', 'cannot-be-printed'],
  }),
  readServing: route({
    method: 'GET',
    path: '/v1/serving/{link}',
    summary: {
      ja: 'いま誰が担当しているか（リンクを持つ人なら誰でも）',
      en: 'Who serves me now, for whoever has the link',
    },
    effect: 'reads',
    params: serving,
    query: whatever,
    output: ServingView,
    status: 200,
    refusals: ['not-found'],
  }),
  readServingPage: route({
    method: 'GET',
    path: '/v1/serving/{link}/page.html',
    summary: { ja: 'いま誰が担当しているか（読めるページ）', en: 'Who serves me now, as a page' },
    effect: 'reads',
    params: serving,
    query: whatever,
    output: z.string(),
    status: 200,
    media: 'text/html; charset=utf-8',
    refusals: ['not-found'],
  }),
  printSigningDocument: route({
    method: 'GET',
    path: '/v1/signing/document.pdf',
    summary: { ja: '署名する書面を印刷する', en: 'Print the document to be signed' },
    effect: 'reads',
    output: Pdf,
    status: 200,
    media: 'application/pdf',
    refusals: ['link-not-usable', 'cannot-be-printed'],
  }),
  printOwnContract: route({
    method: 'GET',
    path: '/v1/signing/contract/document.pdf',
    summary: {
      ja: '自分の契約書・重要事項のご説明を印刷する（ご契約ページから、又は署名・確認の直後に）',
      en: 'Print your own contract, from your page or just after you signed or confirmed',
    },
    effect: 'reads',
    output: Pdf,
    status: 200,
    media: 'application/pdf',
    refusals: ['link-not-usable', 'cannot-be-printed'],
  }),
  printOwnCertificate: route({
    method: 'GET',
    path: '/v1/signing/contract/signing-certificate.pdf',
    summary: { ja: '自分の署名の証明書を印刷する', en: 'Print the certificate of your own signature' },
    effect: 'reads',
    output: Pdf,
    status: 200,
    media: 'application/pdf',
    refusals: ['link-not-usable', 'wrong-stage', 'cannot-be-printed'],
  }),
} as const
