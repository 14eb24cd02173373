import { authorityRoles, entityRoles, isOneOf, resellerRoles, type RoleOfPeople } from '../people.ts'
import type { ExistingMember } from '../platform/member.ts'
import type { Words } from '../words.ts'

/** Topics of notices to people inside: what happened, or is about to, and whom it is told. */
export const noticeTopics = [
  'signature',
  'refusal-to-sign',
  'link-bounce',
  'link-unsigned',
  'codes-exhausted',
  'dispute',
  'wish-to-leave',
  'consent-withdrawal',
  'contact-change',
  'requirement-due',
  'proposal-to-approve',
  'exception-request',
  'concern',
  'obligation-due',
  'obligation-late',
  'about-to-lapse',
  'report-answer',
  'submission-arrival',
] as const
export type NoticeTopic = (typeof noticeTopics)[number]

/** The way a person hears of a topic: at once, or in the letter of the next business day's morning. */
export type NoticeWay = 'immediate' | 'digest'

/** The organizations a thing concerns: who sells, who answers for it, and the authority it is addressed to. */
const noticeParties = ['seller', 'entity', 'authority'] as const
export type NoticeParty = (typeof noticeParties)[number]

type Topic = {
  readonly label: Words
  readonly to: readonly NoticeParty[]
  readonly usual: NoticeWay
  /** Roles that decide on it: they are told at once. */
  readonly decides?: readonly RoleOfPeople[]
}

/** What is told to whom, and how. */
export const noticeTopic: Readonly<Record<NoticeTopic, Topic>> = {
  signature: { label: { ja: '契約の成立', en: 'A contract was signed' }, to: ['seller'], usual: 'immediate' },
  'refusal-to-sign': {
    label: { ja: '署名のお断り', en: 'A signature was declined' },
    to: ['seller'],
    usual: 'immediate',
  },
  'link-bounce': { label: { ja: 'リンクの不達', en: 'A link did not arrive' }, to: ['seller'], usual: 'immediate' },
  'link-unsigned': {
    label: { ja: '期限の近い、返事のないリンク', en: 'A link about to run out unanswered' },
    to: ['seller'],
    usual: 'immediate',
  },
  'codes-exhausted': {
    label: { ja: '確認コードの使い切り', en: 'The tries of a code are used up' },
    to: ['seller'],
    usual: 'immediate',
  },
  dispute: {
    label: { ja: '記録への「違う」との申出', en: 'A record was disputed' },
    to: ['seller', 'entity'],
    usual: 'immediate',
  },
  'wish-to-leave': { label: { ja: '解約の申入れ', en: 'An SME wants to leave' }, to: ['seller'], usual: 'immediate' },
  'consent-withdrawal': {
    label: { ja: '同意の撤回', en: 'A consent was withdrawn' },
    to: ['seller'],
    usual: 'immediate',
  },
  'contact-change': {
    label: { ja: '連絡先の変更の差止めと不達', en: 'A change of contact was stopped, or not heard of' },
    to: ['entity'],
    usual: 'immediate',
  },
  'requirement-due': {
    label: { ja: '再販の要件の期限', en: 'A requirement of resale is due' },
    to: ['seller'],
    usual: 'immediate',
  },
  'proposal-to-approve': {
    label: { ja: '承認を待つ提供困難の提案', en: 'A discontinuance waits for approval' },
    to: ['entity'],
    usual: 'immediate',
    decides: entityRoles,
  },
  'exception-request': {
    label: { ja: '承認を待つ個別契約の例外', en: 'An exception waits for approval' },
    to: ['entity'],
    usual: 'digest',
    decides: ['entityAdmin'],
  },
  concern: { label: { ja: '提供困難のおそれ', en: 'A concern was raised' }, to: ['entity'], usual: 'immediate' },
  'obligation-due': {
    label: { ja: '期限の近い義務', en: 'An obligation is soon due' },
    to: ['entity'],
    usual: 'immediate',
  },
  'about-to-lapse': {
    label: { ja: '登録・証拠・再販許諾の期限', en: 'A registration, evidence or an authorization is about to lapse' },
    to: ['entity'],
    usual: 'immediate',
  },
  'obligation-late': {
    label: { ja: '期限を過ぎた義務', en: 'An obligation is late' },
    to: ['entity'],
    usual: 'immediate',
  },
  'report-answer': {
    label: { ja: '報告の受理と差戻し', en: 'A report was acknowledged or returned' },
    to: ['entity'],
    usual: 'immediate',
  },
  'submission-arrival': {
    label: { ja: '報告の到着', en: 'A submission arrived' },
    to: ['authority'],
    usual: 'immediate',
  },
}

const partyOf = (role: RoleOfPeople): readonly NoticeParty[] => {
  if (isOneOf(entityRoles, role)) return ['entity', 'seller']
  if (isOneOf(resellerRoles, role)) return ['seller']
  return isOneOf(authorityRoles, role) ? ['authority'] : []
}

/** True for a topic that people in a role are told of. An implementing entity sells too. */
export const isTold = (role: RoleOfPeople, topic: NoticeTopic): boolean =>
  partyOf(role).some((party) => noticeTopic[topic].to.includes(party))

/** True where people in a role decide on what a topic tells: for them it is never put off or left out. */
export const decidesOn = (role: RoleOfPeople, topic: NoticeTopic): boolean =>
  isOneOf(noticeTopic[topic].decides ?? [], role)

/** The usual way for people in a role to hear of a topic: whoever decides on it at once, others as is usual for it. */
export const wayTo = (role: RoleOfPeople, topic: NoticeTopic): NoticeWay =>
  decidesOn(role, topic) ? 'immediate' : noticeTopic[topic].usual

/** True for a member that notices go to: one that has its place, and is not only invited to it. */
export const mayBeTold = ({ stage }: Pick<ExistingMember, 'stage'>): boolean => stage === 'kept'
