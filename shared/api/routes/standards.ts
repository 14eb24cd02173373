import * as z from 'zod'
import { ContractAsked, Day, listOf, ServiceIdField, text } from '../fields.ts'
import { route } from '../route.ts'
import { ConformityView, EditionLineView, EditionView, GapView } from '../views/standard.ts'

const Edition = text(20)
const edition = z.strictObject({ edition: Edition })
const version = z.strictObject({ serviceId: ServiceIdField, number: z.coerce.number().int().min(1).max(9999) })
const contract = z.strictObject({ contractId: ContractAsked })
const gap = {
  params: z.strictObject({ serviceId: ServiceIdField }),
  query: z.strictObject({ from: Edition.optional(), to: Edition.optional() }),
}
const page = { output: z.string(), status: 200, media: 'text/html; charset=utf-8' } as const

export const standardRoutes = {
  listStandards: route({
    method: 'GET',
    path: '/v1/standards',
    summary: { ja: '扱う基準の版の一覧', en: 'The editions of the standard known here' },
    effect: 'reads',
    query: z.strictObject({ on: Day.optional() }),
    output: listOf(EditionLineView),
    status: 200,
    refusals: ['out-of-order'],
  }),
  getStandard: route({
    method: 'GET',
    path: '/v1/standards/{edition}',
    summary: {
      ja: '版の目次：条、要旨、守る者、数値',
      en: "An edition's contents: clause, gist, who keeps it, limits",
    },
    effect: 'reads',
    params: edition,
    query: z.strictObject({ clause: text(40).optional() }),
    output: EditionView,
    status: 200,
    refusals: ['not-in-standard'],
  }),
  getStandardPage: route({
    method: 'GET',
    path: '/v1/standards/{edition}/contents.html',
    summary: { ja: '版の目次（読めるページ）', en: "An edition's contents, as a page" },
    effect: 'reads',
    params: edition,
    ...page,
    refusals: ['not-in-standard'],
  }),
  getServiceConformity: route({
    method: 'GET',
    path: '/v1/services/{serviceId}/versions/{number}/conformity',
    summary: { ja: 'サービスの版の適合性の点検', en: 'Conformity of a service version, clause by clause' },
    effect: 'reads',
    params: version,
    output: ConformityView,
    status: 200,
    refusals: ['not-found'],
  }),
  getServiceConformityPage: route({
    method: 'GET',
    path: '/v1/services/{serviceId}/versions/{number}/conformity.html',
    summary: { ja: 'サービスの版の適合性の点検（読めるページ）', en: 'Conformity of a service version, as a page' },
    effect: 'reads',
    params: version,
    ...page,
    refusals: ['not-found'],
  }),
  getContractConformity: route({
    method: 'GET',
    path: '/v1/contracts/{contractId}/conformity',
    summary: { ja: '契約の適合性の点検', en: 'Conformity of a contract, clause by clause' },
    effect: 'reads',
    params: contract,
    output: ConformityView,
    status: 200,
    refusals: ['not-found'],
  }),
  getContractConformityPage: route({
    method: 'GET',
    path: '/v1/contracts/{contractId}/conformity.html',
    summary: { ja: '契約の適合性の点検（読めるページ）', en: 'Conformity of a contract, as a page' },
    effect: 'reads',
    params: contract,
    ...page,
    refusals: ['not-found'],
  }),
  getGap: route({
    method: 'GET',
    path: '/v1/services/{serviceId}/gap',
    summary: {
      ja: '古い版から新しい版へ移るために足りないもの（進めるほど減る作業の一覧）',
      en: 'What is missing to move a service and its contracts to a newer edition',
    },
    effect: 'reads',
    ...gap,
    output: GapView,
    status: 200,
    refusals: ['not-found', 'does-not-fit'],
  }),
  getGapPage: route({
    method: 'GET',
    path: '/v1/services/{serviceId}/gap.html',
    summary: { ja: '版の移行に足りないもの（読めるページ）', en: 'What is missing to move, as a page' },
    effect: 'reads',
    ...gap,
    ...page,
    refusals: ['not-found', 'does-not-fit'],
  }),
} as const
