import * as z from 'zod'
import {
  CorporateNumber,
  count,
  Day,
  listOf,
  Mail,
  paragraphs,
  Phone,
  PrefectureField,
  printedText,
  ResellerIdField,
  ServiceIdField,
  Sha256,
  text,
} from '../fields.ts'
import { route } from '../route.ts'
import { ResellerInFullView, ResellerView } from '../views/reseller.ts'
import { resellerStages } from '../../domain/reseller/states.ts'

const params = z.strictObject({ resellerId: ResellerIdField })

/** Facts that meet each requirement. */
const RequirementGiven = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('corporateNumber'), corporateNumber: CorporateNumber }),
  z.strictObject({ code: z.literal('representative'), name: text(100), title: text(100) }),
  z.strictObject({ code: z.literal('contact'), name: text(100), mail: Mail, phone: Phone }),
  z.strictObject({ code: z.literal('pledge'), edition: text(20), pledgedBy: text(100), pledgedOn: Day }),
  z.strictObject({
    code: z.literal('training'),
    material: text(200),
    attendees: count(10_000).min(1),
    completedOn: Day,
  }),
  z.strictObject({ code: z.literal('resaleAgreement'), documentSha256: Sha256, agreedOn: Day }),
])

export const resellerRoutes = {
  inviteReseller: route({
    method: 'POST',
    path: '/v1/resellers',
    summary: { ja: '再販協力会社を招く', en: 'Invite a reseller' },
    effect: 'changes',
    body: z.strictObject({
      code: z
        .string()
        .max(40)
        .regex(/^[A-Z0-9][A-Z0-9-]*$/),
      name: printedText(150),
      prefecture: PrefectureField,
      admin: z.strictObject({ mail: Mail, name: text(100) }),
      requirementsDueOn: Day.optional(),
    }),
    output: ResellerView.extend({ admin: z.strictObject({ sub: z.string(), role: z.string() }) }),
    status: 201,
    refusals: ['already-exists'],
  }),
  supplyRequirement: route({
    method: 'POST',
    path: '/v1/resellers/{resellerId}/requirements',
    summary: { ja: '要件を満たすものを出す', en: 'Supply what a requirement asks for' },
    effect: 'changes',
    params,
    body: RequirementGiven,
    output: ResellerView,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'already-exists', 'does-not-fit', 'out-of-order'],
  }),
  approveReseller: route({
    method: 'POST',
    path: '/v1/resellers/{resellerId}/approve',
    summary: {
      ja: '再販協力会社を承認する。要件がすべて満たされていること',
      en: 'Approve a reseller that owes nothing',
    },
    effect: 'changes',
    params,
    output: ResellerView,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'incomplete'],
  }),
  authorizeResale: route({
    method: 'POST',
    path: '/v1/resellers/{resellerId}/authorizations',
    summary: { ja: 'サービスの再販を、期間を定めて許諾する', en: 'Authorize the resale of a service for a period' },
    effect: 'changes',
    params,
    body: z.strictObject({ serviceId: ServiceIdField, from: Day, until: Day.nullable() }),
    output: ResellerView,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'out-of-order', 'breaches-standard'],
  }),
  endAuthorization: route({
    method: 'POST',
    path: '/v1/resellers/{resellerId}/authorizations/{serviceId}/end',
    summary: { ja: '再販許諾を、最終日を定めて終える', en: 'End an authorization with a last day' },
    effect: 'changes',
    params: params.extend({ serviceId: ServiceIdField }),
    body: z.strictObject({ lastDay: Day }),
    output: ResellerView,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'out-of-order'],
  }),
  restrictReseller: route({
    method: 'POST',
    path: '/v1/resellers/{resellerId}/restrict',
    summary: {
      ja: '新規の契約だけを止める。いまの契約は、これまでどおり続く。理由は再販協力会社へ知らせる',
      en: 'Stop new contracts through a reseller, and nothing else; it is told the reason',
    },
    effect: 'changes',
    params,
    body: z.strictObject({ reason: paragraphs(2000) }),
    output: ResellerView,
    status: 200,
    refusals: ['not-found', 'wrong-stage'],
  }),
  liftRestriction: route({
    method: 'POST',
    path: '/v1/resellers/{resellerId}/lift',
    summary: {
      ja: '新規停止を解く。理由は再販協力会社へ知らせる',
      en: 'Lift the restriction of a reseller; it is told the reason',
    },
    effect: 'changes',
    params,
    body: z.strictObject({ reason: paragraphs(2000) }),
    output: ResellerView,
    status: 200,
    refusals: ['not-found', 'wrong-stage'],
  }),
  listResellers: route({
    method: 'GET',
    path: '/v1/resellers',
    summary: { ja: '再販協力会社の一覧', en: 'List resellers' },
    effect: 'reads',
    query: z.strictObject({ stage: z.enum(resellerStages).optional() }),
    output: listOf(ResellerView),
    status: 200,
    refusals: [],
  }),
  getReseller: route({
    method: 'GET',
    path: '/v1/resellers/{resellerId}',
    summary: { ja: '再販協力会社と、まだ足りない要件を読む', en: 'Read a reseller and what it still owes' },
    effect: 'reads',
    params,
    output: ResellerInFullView,
    status: 200,
    refusals: ['not-found'],
  }),
} as const
