import * as z from 'zod'
import { operationKinds } from '../../domain/platform/operation.ts'
import { AsFile, Day, listOf, OperationIdField, Page, text } from '../fields.ts'
import { route } from '../route.ts'
import { ExportPartView, OperationView, RowResult } from '../views/operation.ts'

const ofEntity = ['entityAdmin', 'entityStaff'] as const
const params = z.strictObject({ operationId: OperationIdField })

const ownersOfExports = ['entityAdmin', 'resellerAdmin'] as const
const sellersAdmins = ['entityAdmin', 'entityStaff', 'resellerAdmin'] as const

/** What one answer of the platform holds on AWS is 6 MB, a file in it counting a third more. A book has room in it. */
export const maxBookBytes = 4 * 1024 * 1024
const maxBase64 = Math.ceil(maxBookBytes / 3) * 4
/** Rows that a dry run judges at once; a longer book is judged as an operation. */
export const maxRowsAtOnce = 500

const isBase64 = (given: string) => given.length % 4 === 0 && !/[^A-Za-z0-9+/=]/.test(given)
const charsetNames: Readonly<Record<string, 'utf-8' | 'shift_jis'>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  shift_jis: 'shift_jis',
  'shift-jis': 'shift_jis',
  sjis: 'shift_jis',
  'x-sjis': 'shift_jis',
  'windows-31j': 'shift_jis',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
}

const book = {
  format: z.literal('csv'),
  attestedBy: z.strictObject({ name: text(100), title: text(100) }),
}

export const operationRoutes = {
  importContracts: route({
    method: 'POST',
    path: '/v1/contract-imports',
    summary: { ja: '紙で結んだ契約の台帳（CSV）をまとめて記録する', en: 'Attest a book of paper contracts from a CSV' },
    who: ofEntity,
    effect: 'changes',
    body: z.union([
      z.strictObject({
        ...book,
        content: z
          .string()
          .min(1)
          .max(maxBookBytes)
          .refine((given) => given.isWellFormed(), { params: { code: 'unseen' } }),
      }),
      z.strictObject({
        ...book,
        contentBase64: z
          .string()
          .min(1)
          .max(maxBase64)
          .refine(isBase64, { params: { code: 'base64' } }),
        charset: z.enum(['utf-8', 'shift_jis']).optional(),
      }),
    ]),
    output: OperationView.extend({
      /** What a dry run says of each row; null where an operation says it. */
      rows: z.array(RowResult).nullable(),
    }),
    status: 202,
    refusals: ['does-not-fit', 'not-readable'],
    maxBodyBytes: maxBase64 + 2_000,
    raw: {
      media: ['text/csv', 'application/octet-stream'],
      maxBytes: maxBookBytes,
      fromQuery: ['attestedByName', 'attestedByTitle'],
      standsFor: ({ base64, charset, query }) => ({
        format: 'csv',
        contentBase64: base64,
        ...(charset === null ? {} : { charset: charsetNames[charset] ?? charset }),
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
    who: ofEntity,
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
    who: ownersOfExports,
    effect: 'changes',
    output: OperationView,
    status: 202,
    refusals: [],
  }),
  getExport: route({
    method: 'GET',
    path: '/v1/exports/{operationId}',
    summary: { ja: '書出しの進み具合と、できた部分を読む', en: 'Read the progress of an export, and its parts so far' },
    who: ownersOfExports,
    effect: 'reads',
    params,
    output: OperationView.extend({ parts: z.array(ExportPartView) }),
    status: 200,
    refusals: ['not-found'],
  }),
  downloadExportPart: route({
    method: 'GET',
    path: '/v1/exports/{operationId}/parts/{part}',
    summary: { ja: '書出しの一部分（ZIP）', en: 'A part of an export (zip)' },
    who: ownersOfExports,
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
    who: sellersAdmins,
    effect: 'reads',
    params,
    output: OperationView,
    status: 200,
    refusals: ['not-found'],
  }),
  listOperations: route({
    method: 'GET',
    path: '/v1/operations',
    summary: { ja: '一括処理の一覧（新しい順）', en: 'List operations, the newest first' },
    who: sellersAdmins,
    effect: 'reads',
    query: z.strictObject({
      ...Page,
      kind: z.enum(operationKinds).optional(),
      stage: z.enum(['accepted', 'running', 'finished']).optional(),
    }),
    output: listOf(OperationView),
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
    query: z.strictObject({ ...Page, verdict: z.enum(['accepted', 'refused']).optional() }),
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
    query: z.strictObject({
      verdict: z.enum(['accepted', 'refused']).optional(),
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
