import * as z from 'zod'
import { ContractAsked, Day, listOf, Page, paragraphs, RedisclosureIdField, ServiceIdField, text } from '../fields.ts'
import { route } from '../route.ts'
import {
  AffectedContractView,
  RedisclosureProgressView,
  ListedRedisclosureView,
  RedisclosureView,
} from '../views/redisclosure.ts'
import { tellingWays } from '../../domain/contract/contract-words.ts'

const versionParams = z.strictObject({
  serviceId: ServiceIdField,
  number: z.coerce.number().int().min(1).max(9_999),
})
const params = z.strictObject({ redisclosureId: RedisclosureIdField })
const contractParams = params.extend({ contractId: ContractAsked })

export const redisclosureRoutes = {
  listAffectedContracts: route({
    method: 'GET',
    path: '/v1/services/{serviceId}/versions/{number}/affected-contracts',
    summary: {
      ja: 'その版で開示の変わる、前の版による契約と、前の文を見た人の一覧',
      en: 'Contracts under older texts that this version changes, and who saw them',
    },
    effect: 'reads',
    params: versionParams,
    query: z.strictObject({ ...Page }),
    output: listOf(AffectedContractView),
    status: 200,
    refusals: ['not-found'],
  }),
  openRedisclosure: route({
    method: 'POST',
    path: '/v1/services/{serviceId}/versions/{number}/redisclosures',
    summary: { ja: '期限を決めて再開示を始める', en: 'Open a re-disclosure campaign with a due day' },
    effect: 'changes',
    params: versionParams,
    body: z.strictObject({ dueOn: Day }),
    output: RedisclosureView,
    status: 201,
    refusals: ['not-found', 'already-exists', 'wrong-stage', 'does-not-fit', 'out-of-order'],
  }),
  listRedisclosures: route({
    method: 'GET',
    path: '/v1/redisclosures',
    summary: { ja: '再開示の一覧', en: 'List re-disclosure campaigns' },
    effect: 'reads',
    output: listOf(ListedRedisclosureView),
    status: 200,
    refusals: [],
  }),
  getRedisclosure: route({
    method: 'GET',
    path: '/v1/redisclosures/{redisclosureId}',
    summary: { ja: '再開示の進み具合と、残りを読む', en: 'Read a campaign, its progress and what is left' },
    effect: 'reads',
    params,
    output: RedisclosureProgressView,
    status: 200,
    refusals: ['not-found'],
  }),
  downloadRemaining: route({
    method: 'GET',
    path: '/v1/redisclosures/{redisclosureId}/remaining.csv',
    summary: { ja: '再開示の残り（CSV）', en: 'What is left of a campaign (CSV)' },
    effect: 'reads',
    params,
    output: z.string(),
    status: 200,
    media: 'text/csv; charset=utf-8',
    refusals: ['not-found'],
  }),
  tellOfChange: route({
    method: 'POST',
    path: '/v1/redisclosures/{redisclosureId}/contracts/{contractId}/tell',
    summary: {
      ja: '署名の要らない変更を、ユーザーに知らせたことを記録する',
      en: 'Record that the SME was told of a change that takes no signature',
    },
    effect: 'changes',
    params: contractParams,
    body: z.strictObject({
      by: z.enum(tellingWays),
      spokeTo: text(100).optional(),
      note: paragraphs(500).optional(),
    }),
    output: RedisclosureView,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'does-not-fit'],
  }),
  leaveUnderOldText: route({
    method: 'POST',
    path: '/v1/redisclosures/{redisclosureId}/contracts/{contractId}/leave',
    summary: { ja: '前の文のままにする理由を記録する', en: 'Record why a contract is left under the old text' },
    effect: 'changes',
    params: contractParams,
    body: z.strictObject({ reason: paragraphs(2_000) }),
    output: RedisclosureView,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'does-not-fit'],
  }),
  closeRedisclosure: route({
    method: 'POST',
    path: '/v1/redisclosures/{redisclosureId}/close',
    summary: { ja: '再開示を閉じる。残りがあれば示される', en: 'Close a campaign; whatever is left is listed' },
    effect: 'changes',
    params,
    output: RedisclosureView,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'incomplete'],
  }),
} as const
