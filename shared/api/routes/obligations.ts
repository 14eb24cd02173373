import * as z from 'zod'
import { EntityNotices } from '../entity-notices.ts'
import { Day, DiscontinuanceIdField, listOf, paragraphs, Sha256, text } from '../fields.ts'
import { route } from '../route.ts'
import {
  BusinessDays,
  ObligationCodeField,
  ObligationLineView,
  ObligationSettingsView,
  ObligationView,
} from '../views/obligation.ts'
import { obligationStages } from '../../domain/discontinuance/obligation.ts'

const params = z.strictObject({ discontinuanceId: DiscontinuanceIdField, code: ObligationCodeField })
const settings = '/v1/implementing-entity/obligation-settings'
const Answer = ObligationView.extend({ version: z.int() })

export const obligationRoutes = {
  listObligations: route({
    method: 'GET',
    path: '/v1/obligations',
    summary: {
      ja: '提供困難案件の義務を、期限の早い順にすべて読む。段階で絞れる',
      en: 'List the obligations of all discontinuances, the earliest due day first, by stage',
    },
    effect: 'reads',
    query: z.strictObject({ stage: z.enum(obligationStages).optional() }),
    output: listOf(ObligationLineView),
    status: 200,
    refusals: [],
  }),
  fulfilObligation: route({
    method: 'POST',
    path: '/v1/discontinuances/{discontinuanceId}/obligations/{code}/fulfil',
    summary: {
      ja: '義務を果たしたことを、証拠とともに記録する',
      en: 'Record that an obligation is fulfilled, with evidence',
    },
    effect: 'changes',
    params,
    body: z.strictObject({
      on: Day,
      what: paragraphs(2_000),
      reference: text(200).nullable(),
      /** SHA-256 of a document kept elsewhere. */
      documentSha256: Sha256.nullable(),
    }),
    output: Answer,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'out-of-order', 'incomplete'],
  }),
  waiveObligation: route({
    method: 'POST',
    path: '/v1/discontinuances/{discontinuanceId}/obligations/{code}/waive',
    summary: {
      ja: '義務を免じる。理由が要り、担当者とは別の管理者が行う。基準そのものが命じる報告は免じられない',
      en: 'Waive an obligation, with a reason and by another admin than its owner; never what the standard orders',
    },
    effect: 'changes',
    params,
    body: z.strictObject({ reason: paragraphs(2_000) }),
    output: Answer,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'does-not-fit', 'second-person-needed'],
  }),
  getObligationSettings: route({
    method: 'GET',
    path: settings,
    summary: { ja: '義務の期限（営業日数）と通知先を読む', en: 'Read by when obligations are owed, and who is told' },
    effect: 'reads',
    output: ObligationSettingsView,
    status: 200,
    refusals: [],
  }),
  setObligationSettings: route({
    method: 'POST',
    path: settings,
    summary: {
      ja: '義務の期限（営業日数）と、期限を過ぎたときの通知先を定める。これから承認する案件に効く',
      en: 'Set by when obligations are owed and who is told when they are overdue; days count for cases approved later',
    },
    effect: 'changes',
    body: z.strictObject({
      businessDays: z.strictObject({
        tellSmes: BusinessDays,
        reportToIpa: BusinessDays,
        reportToRegistrationBody: BusinessDays,
        notifyChange: BusinessDays,
        continueInsurance: BusinessDays,
      }),
      ...EntityNotices.shape,
    }),
    output: ObligationSettingsView,
    status: 200,
    refusals: [],
  }),
} as const
