import * as z from 'zod'
import { leastRetentionYears, mostRetentionYears } from '../../domain/archive/keeping.ts'
import { ContractAsked, paragraphs } from '../fields.ts'
import { route } from '../route.ts'
import { ArchiveInFullView, ArchiveView, FileName } from '../views/archive.ts'

const params = z.strictObject({ contractId: ContractAsked })
const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const Reason = z.strictObject({ reason: paragraphs(500) })

/** Routes to the evidence of a contract: sealed papers, how long, what holds them, and all of it in one package. */
export const archiveRoutes = {
  getArchive: route({
    method: 'GET',
    path: '/v1/contracts/{contractId}/archive',
    summary: { ja: '保管の状況（封印した書面、保存期限、保全）を読む', en: 'What is kept of a contract, and how long' },
    effect: 'reads',
    params,
    output: ArchiveInFullView,
    status: 200,
    refusals: ['not-found'],
  }),
  downloadSealed: route({
    method: 'GET',
    path: '/v1/contracts/{contractId}/archive/{name}',
    summary: { ja: '電子署名とタイムスタンプを付した書面（PDF）', en: 'A sealed document (PDF)' },
    effect: 'reads',
    params: params.extend({ name: FileName }),
    output: Bytes,
    status: 200,
    media: 'application/pdf',
    refusals: ['not-found'],
  }),
  downloadEvidencePackage: route({
    method: 'GET',
    path: '/v1/contracts/{contractId}/evidence-package',
    summary: {
      ja: '証拠一式（書面・台帳・鍵・タイムスタンプ）を一つのファイルで受け取る',
      en: 'Everything that proves a contract, in one file',
    },
    effect: 'reads',
    params,
    output: Bytes,
    status: 200,
    media: 'application/zip',
    refusals: ['not-found', 'wrong-stage'],
  }),
  placeHold: route({
    method: 'POST',
    path: '/v1/contracts/{contractId}/archive/place-hold',
    summary: {
      ja: '保全する。解くまで、保存期限が過ぎても廃棄できない',
      en: 'Place a hold: nothing goes until it is lifted',
    },
    effect: 'changes',
    params,
    body: Reason,
    output: ArchiveView,
    status: 200,
    refusals: ['not-found', 'wrong-stage'],
  }),
  liftHold: route({
    method: 'POST',
    path: '/v1/contracts/{contractId}/archive/lift-hold',
    summary: { ja: '保全を解く', en: 'Lift a hold' },
    effect: 'changes',
    params,
    body: Reason.extend({ number: z.int().min(1).max(10_000) }),
    output: ArchiveView,
    status: 200,
    refusals: ['not-found', 'wrong-stage'],
  }),
  disposeArchive: route({
    method: 'POST',
    path: '/v1/contracts/{contractId}/archive/dispose',
    summary: {
      ja: '保存期限の過ぎた書面を廃棄する。台帳は残る',
      en: 'Let go of sealed papers whose day has passed; the ledger stays',
    },
    effect: 'changes',
    params,
    body: Reason,
    output: ArchiveView,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'out-of-order'],
  }),
  setRetentionYears: route({
    method: 'POST',
    path: '/v1/implementing-entity/retention-years',
    summary: {
      ja: '契約終了後に書面を保存する年数を定める。すでに定まった期限は短くならない',
      en: 'Set how many years papers are kept after a contract ends; no day already set becomes earlier',
    },
    effect: 'changes',
    body: z.strictObject({ years: z.int().min(leastRetentionYears).max(mostRetentionYears) }),
    output: z.strictObject({ version: z.int(), retentionYears: z.int() }),
    status: 200,
    refusals: ['not-found'],
  }),
} as const
