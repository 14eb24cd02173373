import * as z from 'zod'
import { handoverCodes, handoverKeepers } from '../../domain/reseller/handover.ts'
import { weaknesses } from '../../domain/reseller/drill.ts'
import { AsFile, Day, listOf, Page, ResellerIdField, Sha256, text } from '../fields.ts'
import { route } from '../route.ts'
import { OperationView } from '../views/operation.ts'
import { DrillLineView, HandoverItemView, ReadinessView } from '../views/readiness.ts'
import { coverageAreas } from '../../domain/contract/contract-words.ts'

const params = z.strictObject({ resellerId: ResellerIdField })
const ofReseller = '/v1/resellers/{resellerId}'

/** Handover item: which file it is, or who has it. What is secret stays where it lies: there is no field for that. */
export const HandoverGiven = z.strictObject({
  code: z.enum(handoverCodes),
  asOf: Day,
  what: text(200),
  keptBy: z.enum(handoverKeepers),
  documentSha256: Sha256.nullable(),
  custodian: text(200).nullable(),
})

/** Filter on the contracts of a drill: those with a weakness, without a facet, without any, or void. */
const of = z.enum([...weaknesses, ...coverageAreas, 'anyGap', 'voided']).optional()

export const readinessRoutes = {
  supplyHandover: route({
    method: 'POST',
    path: `${ofReseller}/handover`,
    summary: {
      ja: '引継ぎ資料の所在（ファイルのSHA-256か保管者）を記録する。秘密そのものは預からない',
      en: 'Record where a handover item lies, by the SHA-256 of a file or by its custodian; never a secret itself',
    },
    effect: 'changes',
    params,
    body: HandoverGiven,
    output: HandoverItemView.extend({ version: z.int() }),
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'does-not-fit', 'out-of-order', 'incomplete'],
  }),
  listHandover: route({
    method: 'GET',
    path: `${ofReseller}/handover`,
    summary: { ja: '引継ぎ資料がどこまでそろっているかを読む', en: 'Read how far the handover items are there' },
    effect: 'reads',
    params,
    output: z.strictObject({ items: z.array(HandoverItemView) }),
    status: 200,
    refusals: ['not-found'],
  }),
  drillTakeover: route({
    method: 'POST',
    path: `${ofReseller}/drill`,
    summary: {
      ja: '引継ぎの予行演習を、いまの契約簿で行う。契約は変えず、誰にも知らせない',
      en: 'Rehearse the takeover of a reseller on its live book; it changes no contract and tells nobody',
    },
    effect: 'changes',
    params,
    output: OperationView,
    status: 202,
    refusals: ['not-found', 'wrong-stage'],
  }),
  getReadiness: route({
    method: 'GET',
    path: `${ofReseller}/readiness`,
    summary: {
      ja: '引継ぎの備えの点数、内訳、上げるためにすること、直近の予行演習の結果を読む',
      en: 'Read how ready one is for the stop of a reseller: score, parts, what would raise it, the latest drill',
    },
    effect: 'reads',
    params,
    output: ReadinessView,
    status: 200,
    refusals: ['not-found'],
  }),
  listDrillContracts: route({
    method: 'GET',
    path: `${ofReseller}/drill/contracts`,
    summary: {
      ja: '直近の予行演習で見つかった契約を、種類で絞って読む',
      en: 'List the contracts the latest drill found something of, by what it found',
    },
    effect: 'reads',
    params,
    query: z.strictObject({ ...Page, of }),
    output: listOf(DrillLineView),
    status: 200,
    refusals: ['not-found'],
  }),
  downloadDrillContracts: route({
    method: 'GET',
    path: `${ofReseller}/drill/contracts.csv`,
    summary: { ja: '同じ一覧（CSV）。大きな契約簿では部分ごと', en: 'The same list (CSV), in parts where it is long' },
    effect: 'reads',
    params,
    query: z.strictObject({ of, part: z.coerce.number().int().min(1).max(99_999).optional() }),
    output: AsFile,
    status: 200,
    media: 'text/csv; charset=utf-8',
    refusals: ['not-found', 'does-not-fit'],
  }),
} as const
