import * as z from 'zod'
import { discontinuanceGrounds } from '../../domain/discontinuance/grounds.ts'
import { approvalWindow } from '../../domain/discontinuance/window.ts'
import { ConcernIdField, Day, DiscontinuanceIdField, listOf, paragraphs, ResellerIdField } from '../fields.ts'
import { route } from '../route.ts'
import {
  DiscontinuanceProgressView,
  ListedDiscontinuanceView,
  DiscontinuanceView,
  FanOutProgressView,
  ProposedDiscontinuanceView,
} from '../views/discontinuance.ts'
import { discontinuanceStages } from '../../domain/discontinuance/states.ts'

const params = z.strictObject({ discontinuanceId: DiscontinuanceIdField })

export const discontinuanceRoutes = {
  proposeDiscontinuance: route({
    method: 'POST',
    path: '/v1/discontinuances',
    summary: {
      ja: '再販協力会社が提供を続けられないことを提案する。管理者が提案すると、その会社を通じた新規の契約も同時に止まる。?dryRun=true で件数だけを見られる',
      en: "Propose a discontinuance; an admin's proposal stops new contracts as well; a dry run shows its counts",
    },
    effect: 'changes',
    body: z.strictObject({
      resellerId: ResellerIdField,
      ground: z.enum(discontinuanceGrounds),
      occurredOn: Day,
      /** The day the implementing entity knew of it; the day it arose where nothing is said. */
      knownOn: Day.optional(),
      statement: paragraphs(2000),
      /** The concern it rests on, if it rests on one: it is marked with the proposal. */
      concernId: ConcernIdField.optional(),
    }),
    output: ProposedDiscontinuanceView,
    status: 201,
    refusals: ['not-found', 'wrong-stage', 'already-exists', 'out-of-order'],
  }),
  approveDiscontinuance: route({
    method: 'POST',
    path: '/v1/discontinuances/{discontinuanceId}/approve',
    summary: {
      ja: '二人目が承認する。この時から実施主体が全契約の責任を負う',
      en: 'A second person approves: from this instant the implementing entity answers',
    },
    effect: 'changes',
    params,
    output: DiscontinuanceView,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'second-person-needed', 'incomplete'],
  }),
  confirmRestriction: route({
    method: 'POST',
    path: '/v1/discontinuances/{discontinuanceId}/restrict',
    summary: {
      ja: '担当者などの提案について、管理者が新規の契約を止める。提案の取下げか期限の経過で解ける',
      en: 'An admin stops new contracts for a proposal that waits; it falls with the proposal',
    },
    effect: 'changes',
    params,
    output: DiscontinuanceView,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'second-person-needed'],
  }),
  getApprovalWindow: route({
    method: 'GET',
    path: '/v1/implementing-entity/approval-window',
    summary: {
      ja: '提供困難の提案を、二人目が承認できる時間を読む',
      en: 'Read how many hours a second person has to approve a proposal',
    },
    effect: 'reads',
    output: z.strictObject({ version: z.int(), approvalWindowHours: z.int(), usualHours: z.int() }),
    status: 200,
    refusals: ['not-found'],
  }),
  setApprovalWindow: route({
    method: 'POST',
    path: '/v1/implementing-entity/approval-window',
    summary: {
      ja: '提供困難の提案を、二人目が承認できる時間を定める。いま承認を待つ提案の期限は変わらない',
      en: 'Set how many hours a second person has to approve a proposal; those that wait keep theirs',
    },
    effect: 'changes',
    body: z.strictObject({ hours: z.int().min(approvalWindow.leastHours).max(approvalWindow.mostHours) }),
    output: z.strictObject({ version: z.int(), approvalWindowHours: z.int() }),
    status: 200,
    refusals: ['not-found'],
  }),
  withdrawDiscontinuance: route({
    method: 'POST',
    path: '/v1/discontinuances/{discontinuanceId}/withdraw',
    summary: { ja: '承認前の提案を取り下げる', en: 'Withdraw a proposal before it is approved' },
    effect: 'changes',
    params,
    output: DiscontinuanceView,
    status: 200,
    refusals: ['not-found', 'wrong-stage'],
  }),
  tallyTakeovers: route({
    method: 'POST',
    path: '/v1/discontinuances/{discontinuanceId}/tally',
    summary: {
      ja: '大きな案件の引継ぎを数え直す。小さな案件は、読むたびに数えられる',
      en: 'Have the takeovers of a large case counted again; a small one is counted whenever it is read',
    },
    effect: 'changes',
    params,
    output: z.strictObject({ discontinuanceId: DiscontinuanceIdField, counting: z.boolean() }),
    status: 202,
    refusals: ['not-found', 'wrong-stage'],
  }),
  closeDiscontinuance: route({
    method: 'POST',
    path: '/v1/discontinuances/{discontinuanceId}/close',
    summary: {
      ja: '案件を閉じる。足りないものがあれば、すべて示される',
      en: 'Close the case; whatever is missing is listed',
    },
    effect: 'changes',
    params,
    output: DiscontinuanceView,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'incomplete', 'breaches-standard'],
  }),
  listDiscontinuances: route({
    method: 'GET',
    path: '/v1/discontinuances',
    summary: { ja: '提供困難案件の一覧', en: 'List discontinuances' },
    effect: 'reads',
    query: z.strictObject({ stage: z.enum(discontinuanceStages).optional() }),
    output: listOf(ListedDiscontinuanceView),
    status: 200,
    refusals: [],
  }),
  getDiscontinuance: route({
    method: 'GET',
    path: '/v1/discontinuances/{discontinuanceId}',
    summary: {
      ja: '案件と進み具合、閉じるのに足りないものを読む',
      en: 'Read a case, its progress and what is missing',
    },
    effect: 'reads',
    params,
    output: DiscontinuanceProgressView,
    status: 200,
    refusals: ['not-found'],
  }),
  getFanOut: route({
    method: 'GET',
    path: '/v1/discontinuances/{discontinuanceId}/progress',
    summary: {
      ja: '引継ぎの起票の進み具合（件数・残り・速さ・終わる見込み）を読む',
      en: 'Read how far the fan-out is: done, left, rate, expected end',
    },
    effect: 'reads',
    params,
    output: FanOutProgressView,
    status: 200,
    refusals: ['not-found'],
  }),
} as const
