import * as z from 'zod'
import { ContractIdField } from '../fields.ts'
import { route } from '../route.ts'

const sellers = ['entityAdmin', 'entityStaff', 'resellerAdmin', 'resellerStaff'] as const
const params = z.strictObject({ contractId: ContractIdField })
const Pdf = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

/** Documents to print, hand over and keep. */
export const documentRoutes = {
  printContract: route({
    method: 'GET',
    path: '/v1/contracts/{contractId}/document.pdf',
    summary: { ja: '契約書・重要事項のご説明を印刷する', en: 'Print the contract with its disclosures' },
    who: sellers,
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
    who: sellers,
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
    who: sellers,
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
    who: sellers,
    effect: 'reads',
    params,
    output: Pdf,
    status: 200,
    media: 'application/pdf',
    refusals: ['not-found', 'cannot-be-printed'],
  }),
  printSigningDocument: route({
    method: 'GET',
    path: '/v1/signing/document.pdf',
    summary: { ja: '署名する書面を印刷する', en: 'Print the document to be signed' },
    who: ['sme'],
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
    who: ['sme'],
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
    who: ['sme'],
    effect: 'reads',
    output: Pdf,
    status: 200,
    media: 'application/pdf',
    refusals: ['link-not-usable', 'wrong-stage', 'cannot-be-printed'],
  }),
} as const
