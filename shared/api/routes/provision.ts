import * as z from 'zod'
import { supportModes, supportPurposes } from '../../domain/contract/emergency-support.ts'
import { incidentSeverities, tellingHows } from '../../domain/contract/incident.ts'
import { ContractIdField, Moment, paragraphs, text, Yen } from '../fields.ts'
import { route } from '../route.ts'
import { EmergencySupportView, IncidentNoticeView } from '../views/provision.ts'

const sellers = ['entityAdmin', 'entityStaff', 'resellerAdmin', 'resellerStaff'] as const
const params = z.strictObject({ contractId: ContractIdField })

/** Why a person puts on record what departed from the standard. Without it such a thing is refused. */
const deviation = paragraphs(2_000).optional()

export const provisionRoutes = {
  recordIncidentNotice: route({
    method: 'POST',
    path: '/v1/contracts/{contractId}/incident-notices',
    summary: {
      ja: '検知したインシデントを知らせたことを記録する（重大なものは即時、その他は後日のレポート）',
      en: 'Record that the SME was told of a detection',
    },
    who: sellers,
    effect: 'changes',
    params,
    body: z.strictObject({
      severity: z.enum(incidentSeverities),
      how: z.enum(tellingHows),
      detectedAt: Moment,
      toldAt: Moment,
      toldTo: text(254),
      toldBy: text(100),
      summary: paragraphs(4_000),
      deviation,
    }),
    output: IncidentNoticeView,
    status: 201,
    refusals: ['not-found', 'wrong-stage', 'does-not-fit', 'breaches-standard'],
  }),
  recordEmergencySupport: route({
    method: 'POST',
    path: '/v1/contracts/{contractId}/emergency-supports',
    summary: {
      ja: '緊急時の対応支援（駆付け・リモート）を記録する。自己負担のない回数を数える',
      en: 'Record an emergency support; those without cost to the user are counted',
    },
    who: sellers,
    effect: 'changes',
    params,
    body: z.strictObject({
      purpose: z.enum(supportPurposes),
      mode: z.enum(supportModes),
      startedAt: Moment,
      place: text(200).nullable(),
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
