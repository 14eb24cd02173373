import * as z from 'zod'
import { termsGiven } from '../contract-terms.ts'
import {
  At,
  ContractAsked,
  ContractIdField,
  HolderField,
  listOf,
  Page,
  paragraphs,
  ResellerIdField,
  ServiceIdField,
} from '../fields.ts'
import { route } from '../route.ts'
import { ContractView } from '../views/contract.ts'
import { DisputeView } from '../views/dispute.ts'
import { SmeGiven, TermsGiven } from './contracts.ts'

const params = z.strictObject({ contractId: ContractAsked })
const { startOn: _, termMonths: __, ...termsToCorrect } = termsGiven

const validDays = z.int().min(1).max(60).optional()

/** Answer to the SME, which it reads in its letter and on its page. */
const answer = paragraphs(1_000)

/**
 * What the record of a paper contract says wrongly; the rest stays. Where the SME is reached is none of it: that changes
 * by the SME's own word alone.
 */
const CorrectionGiven = z.strictObject({
  sme: SmeGiven.omit({ corporateNumber: true, noticeContact: true }).partial().optional(),
  terms: TermsGiven.pick({ initialFeeParts: true, renewal: true }).extend(termsToCorrect).partial().optional(),
  answer,
  validDays,
})

/**
 * Routes on what an SME said of the record of its paper contract. Beside these two ways on, such a contract can be
 * annulled (`POST /v1/contracts/{contractId}/annul`, with an answer).
 */
export const disputeRoutes = {
  listDisputes: route({
    method: 'GET',
    path: '/v1/disputes',
    summary: {
      ja: 'ユーザーが「記録と違う」と申し出て、まだ答えていない契約の一覧（古い順）',
      en: 'List contracts whose SME says that the record is wrong and whom nobody has answered, the oldest first',
    },
    effect: 'reads',
    query: z.strictObject({ ...Page, resellerId: ResellerIdField.optional() }),
    output: listOf(
      z.strictObject({
        contractId: ContractIdField,
        holder: HolderField,
        serviceId: ServiceIdField,
        sme: z.strictObject({ smeId: z.string(), name: z.string() }),
        disputedAt: At,
        what: z.string(),
        signer: DisputeView.shape.signer,
      }),
    ),
    status: 200,
    refusals: ['not-found'],
  }),
  correctRecord: route({
    method: 'POST',
    path: '/v1/contracts/{contractId}/dispute/correct',
    summary: {
      ja: '申出のとおり紙の契約の記録を直し、ユーザーに答えて、もう一度確認を求める',
      en: 'Put the record of a paper contract right, answer the SME, and ask it again',
    },
    effect: 'changes',
    params,
    body: CorrectionGiven,
    output: ContractView,
    status: 200,
    refusals: [
      'not-found',
      'wrong-stage',
      'does-not-fit',
      'breaches-standard',
      'too-many-sendings',
      'cannot-be-printed',
    ],
  }),
  keepRecord: route({
    method: 'POST',
    path: '/v1/contracts/{contractId}/dispute/keep',
    summary: {
      ja: '紙の契約の記録を変えず、その訳をユーザーに答えて、もう一度確認を求める',
      en: 'Keep the record of a paper contract, answer the SME why, and ask it again',
    },
    effect: 'changes',
    params,
    body: z.strictObject({ answer, validDays }),
    output: ContractView,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'does-not-fit', 'too-many-sendings'],
  }),
} as const
