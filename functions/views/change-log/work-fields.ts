import type { ExistingArchive, Hold, Sealing } from '../../../shared/domain/archive/archive.ts'
import type { ExistingConcern } from '../../../shared/domain/discontinuance/concern.ts'
import { labelOfGround } from '../../../shared/domain/discontinuance/grounds.ts'
import { obligationOf, type Obligation } from '../../../shared/domain/discontinuance/obligation.ts'
import type { CaseReport, ExistingDiscontinuance, FrozenList } from '../../../shared/domain/discontinuance/states.ts'
import { labelOfItem } from '../../../shared/domain/disclosure-items.ts'
import type { ExistingException } from '../../../shared/domain/exception/exception.ts'
import type { ExistingFile } from '../../../shared/domain/file/file.ts'
import { aboutFilePurpose, type FilePurpose } from '../../../shared/domain/file/purposes.ts'
import type { ExistingOperation } from '../../../shared/domain/platform/operation.ts'
import type { ExistingRedisclosure } from '../../../shared/domain/redisclosure/redisclosure.ts'
import type { ExistingSmeIdentity } from '../../../shared/domain/sme/identity.ts'
import { aboutKindOf, type SubmissionKind } from '../../../shared/domain/submission/kinds/index.ts'
import type { ExistingSubmission } from '../../../shared/domain/submission/states.ts'
import { nameOfFunction } from '../../../shared/standard/model/names.ts'
import * as closed from './closed-words.ts'
import {
  allAmong,
  among,
  counted,
  day,
  each,
  group,
  hidden,
  inJapanese,
  leaf,
  moment,
  party,
  person,
  service,
  text,
  words,
  yesNo,
  type FieldsOf,
} from './fields.ts'

const grounds = among(inJapanese(labelOfGround))

const obligation = each<Obligation>(words('義務', 'obligation'), ({ code }) => [code, obligationOf[code].what.ja], {
  code: hidden,
  owner: leaf('担当', 'owner', person),
  dueOn: leaf('期限', 'due', day),
  escalatedAt: leaf('期限超過の通知', 'escalated', moment),
  unheardAt: leaf('通知の不達', 'unheard', moment),
  met: group<NonNullable<Obligation['met']>>(null, {
    at: leaf('履行', 'fulfilled', moment),
    by: leaf('履行の確認', 'fulfilled by', among(closed.metBy)),
    evidenceSha256: hidden,
  }),
  waived: group<NonNullable<Obligation['waived']>>(null, {
    at: leaf('免除', 'waived', moment),
    by: leaf('免除した人', 'waived by', person),
    reasonSha256: hidden,
  }),
})

export const frozenList = group<FrozenList>(words('対象の一覧', 'list'), {
  contracts: leaf('契約', 'contracts', counted('件')),
  voided: leaf('取りやめになった起案', 'drafts void', counted('件')),
  sha256: hidden,
})

export const reportsField = leaf('届出・報告のあて先', 'reports to', (reports: readonly CaseReport[]) =>
  reports.length === 0 ? null : reports.map(({ to }) => party(to)),
)

export const discontinuanceFields: FieldsOf<ExistingDiscontinuance> = {
  stage: leaf('状態', 'stage', among(closed.caseStages)),
  discontinuanceId: hidden,
  entityId: hidden,
  resellerId: leaf('再販協力会社', 'reseller', party),
  ground: leaf('事由', 'ground', grounds),
  occurredOn: leaf('生じた日', 'occurred on', day),
  knownOn: leaf('知った日', 'known on', day),
  concernId: leaf('おそれ', 'concern', text),
  statementSha256: hidden,
  proposedBy: leaf('提案した人', 'proposed by', person),
  restriction: leaf('新規の契約の制限', 'restriction', among(closed.restrictions)),
  approveBy: leaf('承認の期限', 'approve by', moment),
  since: leaf('提供困難の時点', 'since', moment),
  reports: reportsField,
  list: frozenList,
  reached: leaf('すべての対象での引継ぎの開始', 'list reached', yesNo),
  late: leaf('後から見つかった契約', 'late contracts', counted('件')),
  obligations: obligation,
  setbacks: leaf('後退', 'setbacks', counted('回')),
  tallyAskedAt: leaf('集計の依頼', 'tally asked', moment),
}

export const concernFields: FieldsOf<ExistingConcern> = {
  stage: leaf('状態', 'stage', among(closed.concernStages)),
  concernId: hidden,
  entityId: hidden,
  resellerId: leaf('再販協力会社', 'reseller', party),
  cause: leaf('きっかけ', 'cause', among(closed.concernCauses)),
  ground: leaf('事由', 'ground', grounds),
  statementSha256: hidden,
  raisedAt: hidden,
  decidedAt: hidden,
  discontinuanceId: leaf('案件', 'case', text, 'house'),
}

export const submissionKind = (kind: SubmissionKind): string => aboutKindOf({ kind }).name.ja

export const submissionFields: FieldsOf<ExistingSubmission> = {
  stage: leaf('状態', 'stage', among(closed.submissionStages)),
  submissionId: hidden,
  kind: leaf('種類', 'kind', submissionKind),
  entityId: leaf('提出する者', 'from', party),
  discontinuanceId: leaf('案件', 'case', text, 'house'),
  serviceId: leaf('サービス', 'service', service),
  to: leaf('あて先', 'to', party),
  contents: leaf('内容', 'contents', counted('版')),
  contentSha256: hidden,
  sentAt: leaf('提出', 'sent', moment),
  answeredAt: leaf('回答', 'answered', moment),
}

export const operationFields: FieldsOf<ExistingOperation> = {
  stage: leaf('状態', 'stage', among(closed.operationStages)),
  operationId: hidden,
  entityId: hidden,
  owner: leaf('依頼した者', 'owner', party),
  kind: leaf('種類', 'kind', among(closed.operationKinds)),
  discontinuanceId: leaf('案件', 'case', text, 'house'),
  total: leaf('全体', 'total', counted('件')),
  listed: group<NonNullable<ExistingOperation['listed']>>(null, {
    papers: hidden,
    rows: leaf('抽出', 'listed', counted('件')),
  }),
  acceptedAt: hidden,
  advancedAt: hidden,
  done: leaf('処理済み', 'done', counted('件')),
  accepted: leaf('受け付けた行', 'accepted', counted('件')),
  refused: leaf('断った行', 'refused', counted('件')),
  steps: leaf('進んだ段', 'steps', counted('段')),
  clearedOn: leaf('出力ファイルの削除', 'cleared', day),
}

const functions = allAmong(inJapanese(nameOfFunction))

export const exceptionFields: FieldsOf<ExistingException> = {
  stage: leaf('状態', 'stage', among(closed.exceptionStages)),
  exceptionId: hidden,
  entityId: hidden,
  seller: leaf('販売者', 'seller', party),
  serviceId: leaf('サービス', 'service', service),
  smeIds: leaf('ユーザーの番号', 'SMEs', (ids: readonly string[]) => ids),
  leavesOut: leaf('外す機能', 'functions left out', functions),
  ground: leaf('事由', 'ground', among(closed.exceptionGrounds)),
  groundSha256: hidden,
  evidenceSha256: hidden,
  burdenSha256: hidden,
  expiresOn: leaf('末日', 'last day', day),
  askedBy: leaf('申請した人', 'asked by', person),
  approvedBy: leaf('承認した人', 'approved by', person),
  approvedOn: leaf('承認した日', 'approved on', day),
}

const papers = allAmong(closed.identityPapers)

export const smeIdentityFields: FieldsOf<ExistingSmeIdentity> = {
  stage: leaf('状態', 'stage', among(closed.identityStages)),
  smeId: leaf('番号', 'id', text),
  entityId: hidden,
  seller: leaf('申請した者', 'seller', party),
  kind: leaf('種類', 'kind', among(closed.identityKinds)),
  nameKey: hidden,
  addressKey: hidden,
  detailsSha256: hidden,
  askedBy: leaf('申請した人', 'asked by', person),
  papers: leaf('確認した書類', 'papers', papers),
  verifiedOn: leaf('確認した日', 'verified on', day),
  givenBy: leaf('付与した人', 'given by', person),
  succeededBy: leaf('引き継いだ番号', 'succeeded by', text, 'house'),
}

export const redisclosureFields: FieldsOf<ExistingRedisclosure> = {
  stage: leaf('状態', 'stage', among(closed.redisclosureStages)),
  redisclosureId: hidden,
  entityId: hidden,
  serviceId: leaf('サービス', 'service', service),
  toVersion: leaf('新しい版', 'to version', counted('版')),
  items: leaf('変わる項目', 'items', allAmong(inJapanese(labelOfItem))),
  dueOn: leaf('期限', 'due', day),
  contracts: leaf('対象の契約', 'contracts', counted('件')),
  openedBy: leaf('始めた人', 'opened by', person),
  openedAt: hidden,
}

export const sealingFields: FieldsOf<Sealing> = {
  contractSeq: hidden,
  revision: leaf('契約書の版', 'revision', counted('版')),
  documents: leaf('書類', 'documents', (documents: Sealing['documents']) =>
    documents.map(({ what }) => closed.sealedKinds[what]),
  ),
  listSha256: hidden,
  stamp: hidden,
  certificate: hidden,
}

export const archiveFields: FieldsOf<ExistingArchive> = {
  stage: leaf('状態', 'stage', among(closed.archiveStages)),
  archiveId: hidden,
  contractId: hidden,
  entityId: hidden,
  sealings: each<ExistingArchive['sealings'][number]>(
    words('封印', 'sealing'),
    ({ contractSeq }, index) => [String(contractSeq), `${index + 1}回目`],
    { ...sealingFields, sealedAt: leaf('日時', 'at', moment) },
  ),
  unprintable: leaf('印刷できない書類', 'not printable', (seqs: readonly number[]) =>
    seqs.length === 0 ? null : `${seqs.length}件`,
  ),
  keepUntil: leaf('保管の末日', 'keep until', day),
  holds: each<Hold>(words('廃棄の保留', 'hold'), (one) => [String(one.number), `${one.number}番`], {
    number: hidden,
    placedAt: leaf('設定', 'placed', moment),
  }),
  holdsPlaced: hidden,
  disposedOn: leaf('廃棄した日', 'disposed on', day),
}

const purpose = (one: FilePurpose): string => aboutFilePurpose[one].name.ja

export const fileFields: FieldsOf<ExistingFile> = {
  stage: leaf('状態', 'stage', among(closed.fileStages)),
  fileId: hidden,
  entityId: hidden,
  broughtBy: leaf('持ち込んだ者', 'brought by', party),
  of: hidden,
  purpose: leaf('用途', 'purpose', purpose),
  number: leaf('版', 'version', counted('版')),
  kind: leaf('形式', 'kind', (kind: string) => kind.toUpperCase()),
  bytes: leaf('大きさ', 'size', counted(' バイト')),
  sha256: hidden,
  nameSha256: hidden,
  begunBy: leaf('持ち込んだ人', 'begun by', person),
  begunAt: hidden,
  until: leaf('受領の期限', 'accept by', moment),
  scannedBy: leaf('検査', 'scanned by', among(closed.fileScanners)),
  checkedAt: hidden,
  acceptedBy: leaf('受領した人', 'accepted by', person),
  acceptedAt: hidden,
  approvedBy: leaf('承認した人', 'approved by', person),
  effectiveOn: leaf('効力の初日', 'in force from', day),
}
