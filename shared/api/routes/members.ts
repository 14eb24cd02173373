import * as z from 'zod'
import { rolesOfPeople } from '../../domain/people.ts'
import { ReadingField } from '../address-fields.ts'
import {
  EntityIdField,
  listOf,
  Mail,
  Page,
  paragraphs,
  RegistrationBodyIdField,
  ResellerIdField,
  text,
} from '../fields.ts'
import { route } from '../route.ts'
import { MemberHistory, memberStagesShown, MembershipView, MemberView } from '../views/member.ts'

const MemberSub = z.string().regex(/^[\w-]{1,200}$/)
const params = z.strictObject({ sub: MemberSub })
const Why = z.strictObject({ reason: paragraphs(1_000) })
const Replacement = z.strictObject({
  mail: Mail,
  name: text(100),
  reading: ReadingField.optional(),
  reason: paragraphs(1_000),
})
const Replaced = z.strictObject({ sub: z.string(), role: z.string(), removed: z.array(z.string()) })

export const memberRoutes = {
  listMembers: route({
    method: 'GET',
    path: '/v1/members',
    summary: { ja: '自分の組織のメンバーの一覧（管理者）', en: 'List the members of your own organization (admins)' },
    effect: 'reads',
    query: z.strictObject({
      ...Page,
      role: z.enum(rolesOfPeople).optional(),
      stage: z.enum(memberStagesShown).optional(),
    }),
    output: listOf(MemberView),
    status: 200,
    refusals: ['not-found'],
  }),
  getMember: route({
    method: 'GET',
    path: '/v1/members/{sub}',
    summary: {
      ja: '自分の組織のメンバーと、その経緯を読む（管理者）',
      en: 'Read a member of your own organization and its history (admins)',
    },
    effect: 'reads',
    params,
    output: MemberView.extend({ history: MemberHistory }),
    status: 200,
    refusals: ['not-found'],
  }),
  inviteMemberAgain: route({
    method: 'POST',
    path: '/v1/members/{sub}/invite-again',
    summary: { ja: '参加していないメンバーへ、招待をもう一度送る（管理者）', en: 'Send an invitation again (admins)' },
    effect: 'changes',
    params,
    body: z.strictObject({}).optional(),
    output: MemberView,
    status: 200,
    refusals: ['not-found', 'wrong-stage'],
  }),
  changeMemberRole: route({
    method: 'POST',
    path: '/v1/members/{sub}/role',
    summary: { ja: 'メンバーの役割を変える（管理者）', en: 'Change the role of a member (admins)' },
    effect: 'changes',
    params,
    body: Why.extend({ role: z.enum(rolesOfPeople) }),
    output: MemberView,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'does-not-fit', 'last-admin'],
  }),
  suspendMember: route({
    method: 'POST',
    path: '/v1/members/{sub}/suspend',
    summary: { ja: 'メンバーの利用を停止する（管理者）', en: 'Suspend a member (admins)' },
    effect: 'changes',
    params,
    body: Why,
    output: MemberView,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'last-admin'],
  }),
  reinstateMember: route({
    method: 'POST',
    path: '/v1/members/{sub}/reinstate',
    summary: { ja: '停止したメンバーの利用を再開する（管理者）', en: 'Let a suspended member act again (admins)' },
    effect: 'changes',
    params,
    body: Why,
    output: MemberView,
    status: 200,
    refusals: ['not-found', 'wrong-stage'],
  }),
  removeMember: route({
    method: 'POST',
    path: '/v1/members/{sub}/remove',
    summary: { ja: 'メンバーを削除する（管理者）', en: 'Remove a member (admins)' },
    effect: 'changes',
    params,
    body: Why,
    output: MemberView,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'last-admin'],
  }),
  eraseMember: route({
    method: 'POST',
    path: '/v1/members/{sub}/erase',
    summary: {
      ja: '削除したメンバーの個人データを消去する（管理者）',
      en: 'Erase the personal data of a removed member (admins)',
    },
    effect: 'changes',
    params,
    body: Why,
    output: MemberView,
    status: 200,
    refusals: ['not-found', 'wrong-stage'],
  }),
  replaceResellerAdmin: route({
    method: 'POST',
    path: '/v1/resellers/{resellerId}/replace-admin',
    summary: {
      ja: '再販協力会社の管理者を交代させる（実施主体の管理者）',
      en: 'Replace the administrators of a reseller (administrators of its implementing entity)',
    },
    effect: 'changes',
    params: z.strictObject({ resellerId: ResellerIdField }),
    body: Replacement,
    output: Replaced,
    status: 201,
    refusals: ['not-found', 'already-exists', 'wrong-stage'],
  }),
  replaceEntityAdmin: route({
    method: 'POST',
    path: '/v1/implementing-entities/{entityId}/replace-admin',
    summary: {
      ja: '実施主体の管理者を交代させる（運営者）',
      en: 'Replace the administrators of an implementing entity (operator)',
    },
    effect: 'changes',
    params: z.strictObject({ entityId: EntityIdField }),
    body: Replacement,
    output: Replaced,
    status: 201,
    refusals: ['not-found', 'already-exists'],
  }),
  replaceOfficer: route({
    method: 'POST',
    path: '/v1/registration-bodies/{registrationBodyId}/replace-officer',
    summary: {
      ja: '審査登録機関の担当者を交代させる（運営者）',
      en: 'Replace the officers of a registration body (operator)',
    },
    effect: 'changes',
    params: z.strictObject({ registrationBodyId: RegistrationBodyIdField }),
    body: Replacement,
    output: Replaced,
    status: 201,
    refusals: ['not-found', 'already-exists'],
  }),
  chooseMembership: route({
    method: 'POST',
    path: '/v1/me/membership',
    summary: {
      ja: '使う所属を選ぶ（招待されている所属は、選ぶと参加したことになります）',
      en: 'Choose the membership to act in; choosing an invitation accepts it',
    },
    effect: 'changes',
    body: z.strictObject({ sub: MemberSub }),
    output: MembershipView,
    status: 200,
    refusals: ['not-found', 'wrong-stage'],
  }),
} as const
