import * as z from 'zod'
import { ContractAsked, Day, listOf, Moment, paragraphs, Sha256, text, Yen } from '../fields.ts'
import { route } from '../route.ts'
import {
  EmergencySupportView,
  IncidentNoticeView,
  RecordedIncidentView,
  SupportsView,
} from '../views/service-records.ts'
import { FilesView } from '../views/file.ts'
import { WrittenView } from '../views/written.ts'
import {
  supportModes,
  supportPurposes,
  incidentSeverities,
  tellingHows,
  tellingVerdicts,
} from '../../domain/contract/contract-words.ts'

const params = z.strictObject({ contractId: ContractAsked })

/** Reason for which a person puts on record what departed from the standard. Without it such a thing is refused. */
const deviation = paragraphs(2_000).optional()

const reading = {
  method: 'GET',
  effect: 'reads',
  params,
  status: 200,
  refusals: ['not-found'],
} as const

export const provisionRoutes = {
  listIncidentNotices: route({
    ...reading,
    path: '/v1/contracts/{contractId}/incident-notices',
    summary: {
      ja: 'インシデントを知らせた記録の一覧（内容、目標、判断を含む）',
      en: 'List what the SME was told of detections, with the words and the verdicts',
    },
    output: listOf(RecordedIncidentView),
  }),
  listEmergencySupports: route({
    ...reading,
    path: '/v1/contracts/{contractId}/emergency-supports',
    summary: {
      ja: '緊急時の対応支援の記録の一覧と、いまの契約年の自己負担のない回数の残り',
      en: 'List emergency supports, and how many without cost are left in the present contract year',
    },
    output: SupportsView,
  }),
  listWritten: route({
    ...reading,
    path: '/v1/contracts/{contractId}/written',
    summary: {
      ja: '契約について人が書いたもの（申出、理由、説明した人、署名した人、裏付け）を、誰がいつ書いたかとともに読む',
      en: 'Read what people wrote about a contract, with who and when',
    },
    output: listOf(WrittenView).extend({ files: FilesView }),
  }),
  recordIncidentNotice: route({
    method: 'POST',
    path: '/v1/contracts/{contractId}/incident-notices',
    summary: {
      ja: '検知したインシデントを知らせたことを記録する（重大なものは即時、その他は後日のレポート）',
      en: 'Record that the SME was told of a detection',
    },
    effect: 'changes',
    params,
    body: z.strictObject({
      severity: z.enum(incidentSeverities),
      how: z.enum(tellingHows),
      detectedAt: Moment,
      /** Instant at which a serious incident was judged to be one; left out where that was when it was detected. */
      judgedSeriousAt: Moment.optional(),
      toldAt: Moment,
      /** Reason why a serious incident was told later than the target; wanted where it was. */
      lateReason: paragraphs(2_000).optional(),
      toldTo: text(254),
      toldBy: text(100),
      summary: paragraphs(4_000),
      deviation,
    }),
    output: IncidentNoticeView,
    status: 201,
    refusals: ['not-found', 'wrong-stage', 'does-not-fit', 'breaches-standard', 'incomplete'],
  }),
  judgeIncidentTelling: route({
    method: 'POST',
    path: '/v1/contracts/{contractId}/incident-notices/{noticeSha256}/verdict',
    summary: {
      ja: '目標の時間を過ぎた重大なインシデントの通知が、なお即時であったかの判断を記録する（実施主体）',
      en: 'Record whether a serious incident told later than the target still was told at once',
    },
    effect: 'changes',
    params: params.extend({ noticeSha256: Sha256 }),
    body: z.strictObject({
      verdict: z.enum(tellingVerdicts),
      judgedBy: text(100),
      reason: paragraphs(2_000),
    }),
    output: IncidentNoticeView,
    status: 201,
    refusals: ['not-found', 'wrong-stage', 'does-not-fit'],
  }),
  recordEmergencySupport: route({
    method: 'POST',
    path: '/v1/contracts/{contractId}/emergency-supports',
    summary: {
      ja: '緊急時の対応支援（駆付け・リモート）を記録する。自己負担のない回数を数える',
      en: 'Record an emergency support; those without cost to the user are counted',
    },
    effect: 'changes',
    params,
    body: z.strictObject({
      purpose: z.enum(supportPurposes),
      mode: z.enum(supportModes),
      startedAt: Moment,
      /** The place the user named, and the place that was reached; null for remote support. */
      placeNamed: text(200).nullable().optional(),
      place: text(200).nullable(),
      /** The day on which this visit of set-up installed the monitoring. */
      installedOn: Day.optional(),
      /** Reason why a set-up this late still is one: the implementing entity's word. */
      setUpReason: paragraphs(2_000).optional(),
      remoteConsentAt: Moment.nullable(),
      chargedExTaxYen: Yen,
      incidentalExTaxYen: Yen,
      by: text(100),
      summary: paragraphs(4_000),
      deviation,
    }),
    output: EmergencySupportView,
    status: 201,
    refusals: ['not-found', 'wrong-stage', 'does-not-fit', 'breaches-standard'],
  }),
} as const
