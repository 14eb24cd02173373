import * as z from 'zod'
import { terminationGrounds } from '../../domain/contract/ending.ts'
import { ContractAsked, Day, listOf, paragraphs, text, Yen } from '../fields.ts'
import { route } from '../route.ts'
import { ContractView, DocumentView } from '../views/contract.ts'
import { ConsentReceiptView, DifferencesView } from '../views/lifecycle.ts'
import { AbroadGiven, ConsentField } from './given.ts'
import { ExplanationGiven } from '../explanation.ts'
import { DraftGiven } from './contracts.ts'
import { proposalKinds } from '../../domain/contract/contract-words.ts'

const params = z.strictObject({ contractId: ContractAsked })
const validDays = z.int().min(1).max(60).optional()

/** Person who asked, and how, where a seller puts an SME's word on record. */
const Asked = {
  askedBy: text(100),
  how: z.enum(['written', 'mail', 'phone', 'visit']),
}

/** Reason for leaving on a day that is past, and who decided it: an admin of the implementing entity alone can. */
const Earlier = z
  .strictObject({ why: paragraphs(500), by: text(100) })
  .nullable()
  .optional()

const changing = { effect: 'changes', params, output: ContractView, status: 200 } as const

/** Routes of a contract after it was signed: changes, renewals, leaving, consents. */
export const courseRoutes = {
  proposeAmendment: route({
    ...changing,
    method: 'POST',
    path: '/v1/contracts/{contractId}/amendments',
    summary: {
      ja: '契約の変更又は更新を起案する。開示事項にも、署名される方と連絡先にも触れない変更は、直ちに効力を生じる',
      en: 'Propose an amendment or a renewal; what touches no disclosed fact, nor where the SME is reached, is in force at once',
    },
    body: DraftGiven.extend({
      kind: z.enum(proposalKinds),
      /** Version it is under: as it was signed, or the one on offer today. A renewal is always under the latter. */
      version: z.enum(['asSigned', 'onOffer']),
      reason: paragraphs(500),
      askedBy: text(100),
    }),
    status: 201,
    refusals: [
      'not-found',
      'wrong-stage',
      'does-not-fit',
      'out-of-order',
      'next-term-agreed',
      'breaches-standard',
      'cannot-be-printed',
    ],
  }),
  explainAmendment: route({
    ...changing,
    method: 'POST',
    path: '/v1/contracts/{contractId}/amendments/explain',
    summary: { ja: '変更後の条件の説明を記録する', en: 'Record how the new conditions were explained' },
    body: ExplanationGiven,
    refusals: ['not-found', 'wrong-stage', 'out-of-order'],
  }),
  offerAmendment: route({
    ...changing,
    method: 'POST',
    path: '/v1/contracts/{contractId}/amendments/offer',
    summary: { ja: '変更に署名するリンクをユーザーへ送る', en: 'Send the link to sign the new revision' },
    body: z.strictObject({ validDays }),
    refusals: [
      'not-found',
      'wrong-stage',
      'does-not-fit',
      'breaches-standard',
      'too-many-sendings',
      'cannot-be-printed',
    ],
  }),
  withdrawAmendment: route({
    ...changing,
    method: 'POST',
    path: '/v1/contracts/{contractId}/amendments/withdraw',
    summary: { ja: '変更の起案を取り下げる', en: 'Take a proposal back' },
    refusals: ['not-found', 'wrong-stage'],
  }),
  getDifferences: route({
    method: 'GET',
    path: '/v1/contracts/{contractId}/amendments/differences',
    summary: { ja: '変更前と変更後の違いを読む', en: 'Read what would change' },
    effect: 'reads',
    params,
    output: DifferencesView,
    status: 200,
    refusals: ['not-found', 'wrong-stage'],
  }),
  getProposedDisclosure: route({
    method: 'GET',
    path: '/v1/contracts/{contractId}/amendments/disclosure',
    summary: {
      ja: '起案中の変更・更新の開示書面を読む（JSON）',
      en: 'Read the whole text of the change or renewal on its way (JSON)',
    },
    effect: 'reads',
    params,
    output: DocumentView,
    status: 200,
    refusals: ['not-found', 'wrong-stage'],
  }),
  getProposedDisclosurePage: route({
    method: 'GET',
    path: '/v1/contracts/{contractId}/amendments/disclosure.html',
    summary: {
      ja: '起案中の変更・更新の開示書面を読む（ページ）',
      en: 'Read the whole text of the change or renewal on its way (page)',
    },
    effect: 'reads',
    params,
    output: z.string(),
    status: 200,
    media: 'text/html; charset=utf-8',
    refusals: ['not-found', 'wrong-stage'],
  }),
  requestCancellation: route({
    ...changing,
    method: 'POST',
    path: '/v1/contracts/{contractId}/request-cancellation',
    summary: {
      ja: '解約の申出を記録する。違約金を計算して示し、まだ何も終わらない',
      en: "Record the SME's wish to leave; the penalty is computed and shown, and nothing ends yet",
    },
    body: z.strictObject({
      on: Day,
      reason: paragraphs(500),
      ...Asked,
      /** Ground in law or in the terms; needed where the terms do not let the SME leave at any time. */
      ground: paragraphs(500).nullable().optional(),
      earlier: Earlier,
    }),
    refusals: ['not-found', 'wrong-stage', 'out-of-order', 'does-not-fit'],
  }),
  withdrawCancellation: route({
    ...changing,
    method: 'POST',
    path: '/v1/contracts/{contractId}/withdraw-cancellation',
    summary: { ja: '解約の申出の撤回を記録する', en: 'Record that the SME stays after all' },
    refusals: ['not-found', 'wrong-stage'],
  }),
  cancelContract: route({
    ...changing,
    method: 'POST',
    path: '/v1/contracts/{contractId}/cancel',
    summary: {
      ja: '示した違約金を確かめたうえで、申出どおりに解約する',
      en: 'Confirm the cancellation, naming the penalty that was shown',
    },
    body: z.strictObject({ penaltyExTaxYen: Yen }),
    refusals: ['not-found', 'wrong-stage', 'does-not-fit', 'wish-overtaken'],
  }),
  terminateContract: route({
    ...changing,
    method: 'POST',
    path: '/v1/contracts/{contractId}/terminate',
    summary: { ja: '事由を示して契約を解除する', en: 'Terminate for cause, with its ground' },
    body: z.strictObject({
      ground: z.enum(terminationGrounds),
      on: Day,
      warned: z.strictObject({ on: Day, mendBy: Day }).nullable(),
      words: paragraphs(1000),
      by: text(100),
      earlier: Earlier,
    }),
    refusals: ['not-found', 'wrong-stage', 'out-of-order', 'incomplete'],
  }),
  annulContract: route({
    ...changing,
    method: 'POST',
    path: '/v1/contracts/{contractId}/annul',
    summary: { ja: '成立していなかった契約を無効として記録する', en: 'Record that a contract never stood' },
    /** `answer`: to an SME that said the record is wrong; it reads that in its letter. */
    body: z.strictObject({ words: paragraphs(1000), by: text(100), answer: paragraphs(1000).optional() }),
    refusals: ['not-found', 'wrong-stage'],
  }),
  askConfirmation: route({
    ...changing,
    method: 'POST',
    path: '/v1/contracts/{contractId}/ask-confirmation',
    summary: { ja: '紙の契約の確認を、ユーザーにもう一度お願いする', en: 'Ask the SME once more to confirm' },
    body: z.strictObject({ validDays }),
    refusals: ['not-found', 'wrong-stage', 'does-not-fit', 'too-many-sendings'],
  }),
  sendOwnLink: route({
    ...changing,
    method: 'POST',
    path: '/v1/contracts/{contractId}/send-own-link',
    summary: { ja: 'ご契約ページのリンクをユーザーへ送る', en: 'Send the SME the link to its own page' },
    body: z.strictObject({ validDays }),
    refusals: ['not-found', 'wrong-stage', 'does-not-fit', 'too-many-sendings'],
  }),
  giveConsent: route({
    ...changing,
    method: 'POST',
    path: '/v1/contracts/{contractId}/consents',
    summary: { ja: 'ユーザーの同意を記録する', en: "Record the SME's consent" },
    body: z.strictObject({ kind: ConsentField, ...Asked, abroad: AbroadGiven.nullable().optional() }),
    status: 201,
    refusals: ['not-found', 'wrong-stage', 'already-exists', 'does-not-fit'],
  }),
  withdrawConsent: route({
    ...changing,
    method: 'POST',
    path: '/v1/contracts/{contractId}/consents/withdraw',
    summary: { ja: '同意の撤回を記録する', en: 'Record that a consent was taken back' },
    body: z.strictObject({ kind: ConsentField, ...Asked }),
    refusals: ['not-found', 'wrong-stage'],
  }),
  listConsents: route({
    method: 'GET',
    path: '/v1/contracts/{contractId}/consents',
    summary: { ja: '同意の控えを、示した文面とともに読む', en: 'Read the receipts of consents, with the text shown' },
    effect: 'reads',
    params,
    output: listOf(ConsentReceiptView),
    status: 200,
    refusals: ['not-found'],
  }),
} as const
