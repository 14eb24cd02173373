import * as z from 'zod'
import { coverageStages } from '../../domain/contract/coverage.ts'
import { ContractAsked, DiscontinuanceIdField, ResellerIdField, ServiceIdField } from '../fields.ts'
import { route } from '../route.ts'
import { OperationView, RowsView } from '../views/operation.ts'
import { csvAsBytes, csvAsText, csvFile, csvSent, maxCsvBody } from './csv.ts'
import { ConsentGiven, coverageGiven } from './takeovers.ts'
import { coverageAreas, takeoverStages } from '../../domain/contract/contract-words.ts'

const params = z.strictObject({ discontinuanceId: DiscontinuanceIdField })

/** Contracts that can be named one by one: as many as the usual body holds, with room to spare. */
const maxNamed = 1_000

/** Contracts of the case, named or described. What is described is listed when the work begins. */
const on = z.union([
  z.strictObject({ contractIds: z.array(ContractAsked).min(1).max(maxNamed) }),
  z.strictObject({
    where: z.strictObject({
      stage: z.enum(takeoverStages).optional(),
      coverage: z.enum(coverageStages).exclude(['ended']).optional(),
      serviceId: ServiceIdField.optional(),
      /** The facet nobody has looked at yet. */
      unknown: z.enum(coverageAreas).optional(),
    }),
  }),
])

/** One row of a move: the contract, and its SME's word that it moves. */
export const MoveRow = z.strictObject({ contractId: ContractAsked, consent: ConsentGiven.optional() })

const target = { resellerId: ResellerIdField }

export const takeoverWorkRoutes = {
  workOnTakeovers: route({
    method: 'POST',
    path: '/v1/discontinuances/{discontinuanceId}/work',
    summary: {
      ja: '引継ぎをまとめて進める（提供状態の記録・実施主体による継続・お知らせの再送）。?dryRun=true で件数だけを見られる',
      en: 'Work on many takeovers of a case at once; a dry run counts them',
    },
    effect: 'changes',
    params,
    body: z.discriminatedUnion('work', [
      z.strictObject({ work: z.literal('noteCoverage'), ...coverageGiven, on }),
      /** Settled as served by the implementing entity, the counterparty unchanged. */
      z.strictObject({ work: z.literal('serveOn'), on }),
      /** The notice of the takeover once more, by mail. */
      z.strictObject({ work: z.literal('sendNoticeAgain'), on }),
    ]),
    output: OperationView,
    status: 202,
    refusals: ['not-found', 'wrong-stage', 'does-not-fit'],
  }),
  moveContracts: route({
    method: 'POST',
    path: '/v1/discontinuances/{discontinuanceId}/moves',
    summary: {
      ja: '契約の相手方を、承諾を得たユーザーについてまとめて別の再販協力会社へ移す（JSON・CSV）',
      en: 'Move contracts of a case to another reseller, each with the consent of its SME (JSON, CSV)',
    },
    effect: 'changes',
    params,
    body: z.union([
      z.strictObject({ ...target, rows: z.array(MoveRow).min(1).max(maxNamed) }),
      z.strictObject({ ...target, ...csvAsText }),
      z.strictObject({ ...target, ...csvAsBytes }),
    ]),
    output: RowsView,
    status: 202,
    refusals: ['not-found', 'wrong-stage', 'does-not-fit', 'not-readable'],
    maxBodyBytes: maxCsvBody,
    raw: {
      ...csvFile,
      fromQuery: ['resellerId'],
      standsFor: ({ query, ...sent }) => ({ ...csvSent(sent), resellerId: query['resellerId'] }),
    },
  }),
} as const
