import * as z from 'zod'
import { fileKinds, filePurposes } from '../../domain/file/purposes.ts'
import { Day, FileIdField, FileObjectField, listOf, paragraphs, Sha256, text } from '../fields.ts'
import { route } from '../route.ts'
import { DownloadLinkView, FileDone, FileInFullView, FileView, OwnFileView, UploadLinkView } from '../views/file.ts'

const params = z.strictObject({ fileId: FileIdField })

/** Routes by which files come in, are taken for a purpose, and go out again. */
export const fileRoutes = {
  beginUpload: route({
    method: 'POST',
    path: '/v1/files',
    summary: {
      ja: 'ファイルを送り始める（20 MB まで。PDF・JPEG・PNG・XLSX・CSV）。送り先の署名付き URL が返る',
      en: 'Begin to send a file (20 MB at most; PDF, JPEG, PNG, XLSX, CSV); the answer is a signed address',
    },
    effect: 'changes',
    body: z.strictObject({
      /** The reseller, service, contract or submission it belongs to. */
      of: FileObjectField,
      purpose: z.enum(filePurposes),
      /** Number of the version, of documents that have versions. */
      number: z.int().min(1).max(9_999).nullable().optional(),
      name: text(200),
      kind: z.enum(fileKinds),
      bytes: z.int().min(1),
      sha256: Sha256,
    }),
    output: FileDone.extend({ upload: UploadLinkView.nullable() }),
    status: 201,
    refusals: ['not-found', 'wrong-stage', 'does-not-fit'],
  }),
  finishUpload: route({
    method: 'POST',
    path: '/v1/files/{fileId}/finish',
    summary: {
      ja: '送り終えたことを知らせる。大きさ・SHA-256・種類・中身を調べる',
      en: 'Say that it was sent; size, SHA-256, kind and content are looked into',
    },
    effect: 'changes',
    params,
    output: FileDone,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'does-not-fit'],
  }),
  acceptFile: route({
    method: 'POST',
    path: '/v1/files/{fileId}/accept',
    summary: {
      ja: '用途どおりのものとして受け入れ、書き換えられない保管に移す',
      en: 'Accept a file for its purpose; it goes into the locked vault',
    },
    effect: 'changes',
    params,
    output: FileDone,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'does-not-fit', 'already-exists'],
  }),
  approveFile: route({
    method: 'POST',
    path: '/v1/files/{fileId}/approve',
    summary: {
      ja: '版のある文書を、別の担当者が承認し、効力の生じる日を定める',
      en: 'A second person approves a version, and says from which day it is in force',
    },
    effect: 'changes',
    params,
    body: z.strictObject({ effectiveOn: Day }),
    output: FileDone,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'out-of-order', 'second-person-needed'],
  }),
  declineFile: route({
    method: 'POST',
    path: '/v1/files/{fileId}/decline',
    summary: { ja: '受け入れず、理由を残す', en: 'Decline a file, with a reason' },
    effect: 'changes',
    params,
    body: z.strictObject({ reason: paragraphs(1_000) }),
    output: FileDone,
    status: 200,
    refusals: ['not-found', 'wrong-stage'],
  }),
  listFiles: route({
    method: 'GET',
    path: '/v1/files',
    summary: { ja: '再販協力会社・サービス・契約・届出に属するファイルの一覧', en: 'List the files of one thing' },
    effect: 'reads',
    query: z.strictObject({ of: FileObjectField, purpose: z.enum(filePurposes).optional() }),
    output: listOf(FileView),
    status: 200,
    refusals: ['not-found'],
  }),
  getFile: route({
    method: 'GET',
    path: '/v1/files/{fileId}',
    summary: { ja: 'ファイルの記録を読む', en: 'Read what is on record of a file' },
    effect: 'reads',
    params,
    output: FileInFullView,
    status: 200,
    refusals: ['not-found'],
  }),
  handOutFile: route({
    method: 'GET',
    path: '/v1/files/{fileId}/download',
    summary: {
      ja: '受け入れたファイルを保存するための URL を受け取る（60 秒間有効）',
      en: 'Get an address from which an accepted file can be saved, for 60 seconds',
    },
    effect: 'reads',
    params,
    output: DownloadLinkView,
    status: 200,
    refusals: ['not-found', 'wrong-stage'],
  }),
  listOwnFiles: route({
    method: 'GET',
    path: '/v1/signing/contract/files',
    summary: {
      ja: '自分の契約のサービス規約と保険の説明（いま効力のある版）の一覧',
      en: 'List the terms and the guide to the insurance in force for your own contract',
    },
    effect: 'reads',
    output: listOf(OwnFileView),
    status: 200,
    refusals: ['link-not-usable'],
  }),
  handOutOwnFile: route({
    method: 'GET',
    path: '/v1/signing/contract/files/{fileId}/download',
    summary: {
      ja: 'サービス規約・保険の説明を保存するための URL を受け取る（60 秒間有効）',
      en: 'Get an address from which such a document can be saved, for 60 seconds',
    },
    effect: 'reads',
    params,
    output: DownloadLinkView,
    status: 200,
    refusals: ['not-found', 'link-not-usable'],
  }),
} as const
