import * as z from 'zod'
import { ContractIdField, Day, listOf, OperationIdField, Page, text } from '../fields.ts'
import { route } from '../route.ts'
import { OperationView } from '../views/operation.ts'

const ofEntity = ['entityAdmin', 'entityStaff'] as const
const params = z.strictObject({ operationId: OperationIdField })

/** What became of one row. A refusal is the problem a single call would have answered. */
export const RowResult = z.strictObject({
  row: z.int(),
  verdict: z.enum(['accepted', 'refused']),
  contractId: ContractIdField.nullable(),
  /** True where the same row had been imported before and its first result stands. */
  replayed: z.boolean(),
  name: z.string(),
  problem: z.looseObject({ kind: z.string() }).nullable(),
})

export const operationRoutes = {
  importContracts: route({
    method: 'POST',
    path: '/v1/contract-imports',
    summary: { ja: '紙で結んだ契約の台帳（CSV）をまとめて記録する', en: 'Attest a book of paper contracts from a CSV' },
    who: ofEntity,
    effect: 'changes',
    body: z.strictObject({
      format: z.literal('csv'),
      content: z.string().min(1).max(3_000_000),
      attestedBy: z.strictObject({ name: text(100), title: text(100) }),
    }),
    output: OperationView,
    status: 202,
    refusals: ['does-not-fit'],
    maxBodyBytes: 6_000_000,
  }),
  recountContracts: route({
    method: 'POST',
    path: '/v1/reports/recounts',
    summary: {
      ja: '報告の数字を、台帳から別の方法で数え直して照合する',
      en: "Recount a report's totals from the ledger",
    },
    who: ofEntity,
    effect: 'changes',
    body: z.strictObject({ from: Day, until: Day }),
    output: OperationView,
    status: 202,
    refusals: ['out-of-order'],
  }),
  getOperation: route({
    method: 'GET',
    path: '/v1/operations/{operationId}',
    summary: { ja: '一括処理の進み具合を読む', en: 'Read the progress of an operation' },
    who: ofEntity,
    effect: 'reads',
    params,
    output: OperationView,
    status: 200,
    refusals: ['not-found'],
  }),
  listImportResults: route({
    method: 'GET',
    path: '/v1/operations/{operationId}/rows',
    summary: { ja: '取り込んだ行ごとの結果', en: 'What became of each row' },
    who: ofEntity,
    effect: 'reads',
    params,
    query: z.strictObject({ cursor: Page.cursor }),
    output: listOf(RowResult),
    status: 200,
    refusals: ['not-found'],
  }),
  downloadImportResults: route({
    method: 'GET',
    path: '/v1/operations/{operationId}/rows.csv',
    summary: { ja: '取り込んだ行ごとの結果（CSV）', en: 'What became of each row (CSV)' },
    who: ofEntity,
    effect: 'reads',
    params,
    output: z.string(),
    status: 200,
    media: 'text/csv; charset=utf-8',
    refusals: ['not-found'],
  }),
  getRecount: route({
    method: 'GET',
    path: '/v1/reports/recounts/{operationId}',
    summary: { ja: '数え直しの結果を読む', en: 'Read the outcome of a recount' },
    who: ofEntity,
    effect: 'reads',
    params,
    output: OperationView.extend({
      outcome: z
        .strictObject({
          agrees: z.boolean(),
          events: z.int(),
          differences: z.array(z.strictObject({ where: z.string(), report: z.int(), ledger: z.int() })),
        })
        .nullable(),
    }),
    status: 200,
    refusals: ['not-found'],
  }),
} as const
