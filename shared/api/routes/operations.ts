import * as z from 'zod'
import { operationKinds, operationStages, rowVerdicts } from '../../domain/platform/operation.ts'
import { AsFile, Day, listOf, OperationIdField, Page, text } from '../fields.ts'
import { route } from '../route.ts'
import { csvAsBytes, csvAsText, csvFile, csvSent, maxCsvBody } from './csv.ts'
import { ExportPartView, OperationInFullView, OperationView, RowResult, RowsView } from '../views/operation.ts'

const params = z.strictObject({ operationId: OperationIdField })

const book = {
  attestedBy: z.strictObject({ name: text(100), title: text(100) }),
}

export const operationRoutes = {
  importContracts: route({
    method: 'POST',
    path: '/v1/contract-imports',
    summary: { ja: '紙で結んだ契約の台帳（CSV）をまとめて記録する', en: 'Attest a book of paper contracts from a CSV' },
    effect: 'changes',
    body: z.union([z.strictObject({ ...book, ...csvAsText }), z.strictObject({ ...book, ...csvAsBytes })]),
    output: RowsView,
    status: 202,
    refusals: ['does-not-fit', 'not-readable'],
    maxBodyBytes: maxCsvBody,
    raw: {
      ...csvFile,
      fromQuery: ['attestedByName', 'attestedByTitle'],
      standsFor: ({ query, ...sent }) => ({
        ...csvSent(sent),
        attestedBy: { name: query['attestedByName'], title: query['attestedByTitle'] },
      }),
    },
  }),
  recountContracts: route({
    method: 'POST',
    path: '/v1/reports/recounts',
    summary: {
      ja: '報告の数字を、台帳から別の方法で数え直して照合する',
      en: "Recount a report's totals from the ledger",
    },
    effect: 'changes',
    body: z.strictObject({ from: Day, until: Day }),
    output: OperationView,
    status: 202,
    refusals: ['out-of-order'],
  }),
  exportHoldings: route({
    method: 'POST',
    path: '/v1/exports',
    summary: {
      ja: '自分の組織のものすべてを書き出す（再販協力会社は、いま預かる契約）',
      en: "Export everything one's organization owns; for a reseller, what it holds",
    },
    effect: 'changes',
    output: OperationView,
    status: 202,
    refusals: ['wrong-stage'],
  }),
  getExport: route({
    method: 'GET',
    path: '/v1/exports/{operationId}',
    summary: { ja: '書出しの進み具合と、できた部分を読む', en: 'Read the progress of an export, and its parts so far' },
    effect: 'reads',
    params,
    output: OperationInFullView.extend({ parts: z.array(ExportPartView) }),
    status: 200,
    refusals: ['not-found'],
  }),
  downloadExportPart: route({
    method: 'GET',
    path: '/v1/exports/{operationId}/parts/{part}',
    summary: { ja: '書出しの一部分（ZIP）', en: 'A part of an export (zip)' },
    effect: 'reads',
    params: params.extend({ part: z.coerce.number().int().min(1).max(99_999) }),
    output: AsFile,
    status: 200,
    media: 'application/zip',
    refusals: ['not-found', 'wrong-stage'],
  }),
  getOperation: route({
    method: 'GET',
    path: '/v1/operations/{operationId}',
    summary: { ja: '一括処理の進み具合を読む', en: 'Read the progress of an operation' },
    effect: 'reads',
    params,
    output: OperationInFullView,
    status: 200,
    refusals: ['not-found'],
  }),
  listOperations: route({
    method: 'GET',
    path: '/v1/operations',
    summary: { ja: '一括処理の一覧（新しい順）', en: 'List operations, the newest first' },
    effect: 'reads',
    query: z.strictObject({
      ...Page,
      kind: z.enum(operationKinds).optional(),
      stage: z.enum(operationStages).optional(),
    }),
    output: listOf(OperationView),
    status: 200,
    refusals: ['not-found'],
  }),
  listImportResults: route({
    method: 'GET',
    path: '/v1/operations/{operationId}/rows',
    summary: { ja: '行ごとの結果（台帳の取込み・引継ぎの一括処理）', en: 'What became of each row' },
    effect: 'reads',
    params,
    query: z.strictObject({ ...Page, verdict: z.enum(rowVerdicts).optional() }),
    output: listOf(RowResult),
    status: 200,
    refusals: ['not-found'],
  }),
  downloadImportResults: route({
    method: 'GET',
    path: '/v1/operations/{operationId}/rows.csv',
    summary: { ja: '行ごとの結果（台帳の取込み・引継ぎの一括処理）の CSV', en: 'What became of each row (CSV)' },
    effect: 'reads',
    params,
    query: z.strictObject({
      verdict: z.enum(rowVerdicts).optional(),
      charset: z.enum(['utf-8', 'shift_jis']).optional(),
      part: z.coerce.number().int().min(1).max(9_999).optional(),
    }),
    output: AsFile,
    status: 200,
    media: 'text/csv; charset=utf-8',
    refusals: ['not-found', 'not-in-charset', 'does-not-fit'],
  }),
  getRecount: route({
    method: 'GET',
    path: '/v1/reports/recounts/{operationId}',
    summary: { ja: '数え直しの結果を読む', en: 'Read the outcome of a recount' },
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
