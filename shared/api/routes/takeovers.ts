import * as z from 'zod'
import { coverageStages } from '../../domain/contract/coverage.ts'
import {
  ContractAsked,
  Day,
  DiscontinuanceIdField,
  listOf,
  Mail,
  Moment,
  Page,
  paragraphs,
  ResellerIdField,
  text,
} from '../fields.ts'
import { route } from '../route.ts'
import {
  settlements,
  coverageAreas,
  findings,
  takeoverStages,
  toldByPerson,
} from '../../domain/contract/contract-words.ts'
import { ContractView } from '../views/contract.ts'
import { TakeoverLineView, UnreachedView } from '../views/discontinuance.ts'

const params = z.strictObject({ discontinuanceId: DiscontinuanceIdField })
const takeoverParams = params.extend({ contractId: ContractAsked })

/** Finding about a facet, and the evidence for it. */
export const coverageGiven = {
  facet: z.enum(coverageAreas),
  finding: z.enum(findings),
  at: Moment.optional(),
  evidence: paragraphs(1000),
}

/** The SME's own word on where it goes: whose, when, and by which way. */
export const ConsentGiven = z.strictObject({
  givenBy: text(100),
  on: Day,
  how: z.enum(['written', 'mail', 'phone', 'visit']),
})

export const takeoverRoutes = {
  listTakeovers: route({
    method: 'GET',
    path: '/v1/discontinuances/{discontinuanceId}/takeovers',
    summary: { ja: '引継ぎの一覧。段階と提供状態で絞れる', en: 'List takeovers, by stage and coverage' },
    effect: 'reads',
    params,
    query: z.strictObject({
      ...Page,
      stage: z.enum(takeoverStages).optional(),
      coverage: z.enum(coverageStages).optional(),
    }),
    output: listOf(TakeoverLineView),
    status: 200,
    refusals: ['not-found'],
  }),
  listUnreached: route({
    method: 'GET',
    path: '/v1/discontinuances/{discontinuanceId}/unreached',
    summary: {
      ja: 'お知らせがまだ届いていないユーザーの一覧（郵送・電話のため）。項目が少ない、又は無いページもある',
      en: 'List the SMEs no letter has reached, to be written to by post; a page may hold few or none',
    },
    effect: 'reads',
    params,
    query: z.strictObject(Page),
    output: listOf(UnreachedView),
    status: 200,
    refusals: ['not-found'],
  }),
  downloadUnreached: route({
    method: 'GET',
    path: '/v1/discontinuances/{discontinuanceId}/unreached.csv',
    summary: {
      ja: 'お知らせがまだ届いていないユーザーの一覧を、一覧と同じ区切りで CSV で保存する',
      en: 'The same list as CSV, a page of it to a file',
    },
    effect: 'reads',
    params,
    query: z.strictObject(Page),
    output: z.string(),
    status: 200,
    media: 'text/csv; charset=utf-8',
    refusals: ['not-found'],
  }),
  tellSme: route({
    method: 'POST',
    path: '/v1/discontinuances/{discontinuanceId}/takeovers/{contractId}/tell',
    summary: {
      ja: '電話・郵便・訪問でユーザーに知らせたことを記録する',
      en: 'Record that the SME was told by phone, post or visit',
    },
    effect: 'changes',
    params: takeoverParams,
    body: z.strictObject({
      by: z.enum(toldByPerson),
      spokeTo: text(100).optional(),
      note: paragraphs(500).optional(),
    }),
    output: ContractView,
    status: 200,
    refusals: ['not-found', 'wrong-stage'],
  }),
  sendNoticeAgain: route({
    method: 'POST',
    path: '/v1/discontinuances/{discontinuanceId}/takeovers/{contractId}/notice',
    summary: {
      ja: '引継ぎのお知らせを、もう一度メールで送る。宛先が変わっていれば、その宛先と伝えた人を添える',
      en: 'Send the notice of the takeover again by mail, to another address if someone has stated one',
    },
    effect: 'changes',
    params: takeoverParams,
    body: z.strictObject({
      /** Address it goes to instead of the one on the contract, as does whatever follows of this takeover. */
      address: z.strictObject({ mail: Mail, statedBy: text(100) }).optional(),
    }),
    output: ContractView,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'does-not-fit'],
  }),
  noteCoverage: route({
    method: 'POST',
    path: '/v1/discontinuances/{discontinuanceId}/takeovers/{contractId}/coverage',
    summary: {
      ja: '提供状態を記録する（監視・窓口・保険のどれを、いつ確かめたか、いつ途切れたか）',
      en: 'Record the coverage of an SME: what was confirmed, or lost, and when',
    },
    effect: 'changes',
    params: takeoverParams,
    body: z.strictObject(coverageGiven),
    output: ContractView,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'does-not-fit'],
  }),
  settleTakeover: route({
    method: 'POST',
    path: '/v1/discontinuances/{discontinuanceId}/takeovers/{contractId}/settle',
    summary: {
      ja: '引継ぎの行き先を決める（実施主体が継続・移転・終了）',
      en: 'Settle a takeover: serve on, move, or end',
    },
    effect: 'changes',
    params: takeoverParams,
    body: z.strictObject({
      settlement: z.enum(settlements),
      resellerId: ResellerIdField.optional(),
      consent: ConsentGiven.optional(),
    }),
    output: ContractView,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'incomplete', 'does-not-fit', 'breaches-standard', 'out-of-order'],
  }),
} as const
