import * as z from 'zod'
import { exceptionGrounds } from '../../domain/exception/exception.ts'
import { serviceFunctions } from '../../domain/service/facts.ts'
import {
  SmeNumber,
  Day,
  ExceptionIdField,
  listOf,
  paragraphs,
  paragraphsOrNothing,
  ResellerIdField,
  ServiceIdField,
  Sha256,
} from '../fields.ts'
import { route } from '../route.ts'
import { ExceptionInFullView, ExceptionStage, ListedExceptionView, ExceptionView } from '../views/exception.ts'

const params = z.strictObject({ exceptionId: ExceptionIdField })
const Reason = z.strictObject({ reason: paragraphs(2_000) })

export const exceptionRoutes = {
  askForException: route({
    method: 'POST',
    path: '/v1/contract-exceptions',
    summary: {
      ja: '個別契約の例外を申請する（第2章1.(6)）。足りない事項は、すべて示される',
      en: 'Ask for an exception to the one contract; whatever is missing is listed',
    },
    effect: 'changes',
    body: z.strictObject({
      /** Reseller whose contracts it is for, a reseller its own; an implementing entity omits it for direct ones. */
      resellerId: ResellerIdField.nullable().optional(),
      serviceId: ServiceIdField,
      /** The SMEs it is for, each by its 法人番号. */
      corporateNumbers: z.array(SmeNumber).max(20).optional(),
      leavesOut: z.array(z.enum(serviceFunctions)).max(5).optional(),
      ground: z.enum(exceptionGrounds).nullable().optional(),
      groundInWords: paragraphsOrNothing(2_000),
      evidence: z
        .strictObject({ description: paragraphsOrNothing(2_000), documentSha256: Sha256.nullable().optional() })
        .nullable()
        .optional(),
      /** Ways in which the burden on the user is kept low. */
      burden: paragraphsOrNothing(2_000),
      /** Its last day. */
      expiresOn: Day.nullable().optional(),
    }),
    output: ExceptionView,
    status: 201,
    refusals: ['not-found', 'wrong-stage', 'incomplete', 'does-not-fit', 'out-of-order'],
  }),
  approveException: route({
    method: 'POST',
    path: '/v1/contract-exceptions/{exceptionId}/approve',
    summary: {
      ja: '実施主体の別の人が例外を承認する',
      en: 'A second person, at the implementing entity, approves an exception',
    },
    effect: 'changes',
    params,
    output: ExceptionView,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'second-person-needed', 'out-of-order'],
  }),
  declineException: route({
    method: 'POST',
    path: '/v1/contract-exceptions/{exceptionId}/decline',
    summary: { ja: '理由を添えて、例外を認めないと決める', en: 'Decline an exception, with the reason' },
    effect: 'changes',
    params,
    body: Reason,
    output: ExceptionView,
    status: 200,
    refusals: ['not-found', 'wrong-stage'],
  }),
  withdrawException: route({
    method: 'POST',
    path: '/v1/contract-exceptions/{exceptionId}/withdraw',
    summary: {
      ja: '申請や例外を取り下げる。結ばれた契約はそのまま残る',
      en: 'Withdraw an exception; contracts made under it stand',
    },
    effect: 'changes',
    params,
    body: Reason,
    output: ExceptionView,
    status: 200,
    refusals: ['not-found', 'wrong-stage'],
  }),
  listExceptions: route({
    method: 'GET',
    path: '/v1/contract-exceptions',
    summary: { ja: '個別契約の例外の一覧。段階・サービスで絞れる', en: 'List exceptions, by stage and service' },
    effect: 'reads',
    query: z.strictObject({ stage: ExceptionStage.optional(), serviceId: ServiceIdField.optional() }),
    output: listOf(ListedExceptionView),
    status: 200,
    refusals: [],
  }),
  getException: route({
    method: 'GET',
    path: '/v1/contract-exceptions/{exceptionId}',
    summary: {
      ja: '例外を、根拠・資料・工夫と、その下にある有効な契約とともに読む',
      en: 'Read an exception with its papers and the live contracts under it',
    },
    effect: 'reads',
    params,
    output: ExceptionInFullView,
    status: 200,
    refusals: ['not-found'],
  }),
} as const
