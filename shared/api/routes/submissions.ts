import * as z from 'zod'
import { listOf, Page, paragraphs, SubmissionIdField, text } from '../fields.ts'
import { route } from '../route.ts'
import { SubmissionForm } from '../submissions/form.ts'
import { SubmissionKindField, SubmissionView, SubmissionWithContentView } from '../views/submission.ts'

const submissionParams = z.strictObject({ submissionId: SubmissionIdField })

export const submissionRoutes = {
  listSubmissions: route({
    method: 'GET',
    path: '/v1/submissions',
    summary: {
      ja: '届出・報告の一覧（実施主体は自分が出すもの、IPA・審査登録機関は自分宛のもの）',
      en: 'List submissions: your own, or those addressed to you',
    },
    effect: 'reads',
    query: z.strictObject({ ...Page, kind: SubmissionKindField.optional() }),
    output: listOf(SubmissionView),
    status: 200,
    refusals: [],
  }),
  getSubmission: route({
    method: 'GET',
    path: '/v1/submissions/{submissionId}',
    summary: { ja: '報告の中身を読む', en: 'Read a submission' },
    effect: 'reads',
    params: submissionParams,
    output: SubmissionWithContentView,
    status: 200,
    refusals: ['not-found'],
  }),
  sendSubmission: route({
    method: 'POST',
    path: '/v1/submissions/{submissionId}/send',
    summary: { ja: '報告を送る', en: 'Send a submission' },
    effect: 'changes',
    params: submissionParams,
    body: SubmissionForm,
    output: SubmissionView,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'incomplete', 'does-not-fit'],
  }),
  acknowledgeSubmission: route({
    method: 'POST',
    path: '/v1/submissions/{submissionId}/acknowledge',
    summary: { ja: '報告を受領する', en: 'Acknowledge a submission' },
    effect: 'changes',
    params: submissionParams,
    body: z.strictObject({ receiptNumber: text(60) }),
    output: SubmissionView,
    status: 200,
    refusals: ['not-found', 'wrong-stage'],
  }),
  returnSubmission: route({
    method: 'POST',
    path: '/v1/submissions/{submissionId}/return',
    summary: { ja: '報告を差し戻す', en: 'Return a submission' },
    effect: 'changes',
    params: submissionParams,
    body: z.strictObject({ reason: paragraphs(2000) }),
    output: SubmissionView,
    status: 200,
    refusals: ['not-found', 'wrong-stage'],
  }),
} as const
