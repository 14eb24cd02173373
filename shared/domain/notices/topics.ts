import { entityRoles, isOneOf, type RoleOfPeople } from '../people.ts'
import type { ExistingMember } from '../platform/member.ts'
import type { Words } from '../words.ts'

/** Topics of notices to people inside: what happened, or is about to, and whom it is told. */
export const noticeTopics = [
  'signature',
  'refusal-to-sign',
  'link-bounce',
  'codes-exhausted',
  'dispute',
  'wish-to-leave',
  'consent-withdrawal',
  'requirement-due',
  'proposal-to-approve',
  'exception-request',
  'concern',
  'obligation-late',
  'report-answer',
  'submission-arrival',
] as const
export type NoticeTopic = (typeof noticeTopics)[number]

/** Ways a person hears of a topic: at once, in the letter of the next business day's morning, or not at all. */
export const noticeChoices = ['immediate', 'digest', 'none'] as const
export type NoticeChoice = (typeof noticeChoices)[number]

/** The organizations a thing concerns: who sells, who answers for it, and the authority it is addressed to. */
export const noticeParties = ['seller', 'entity', 'authority'] as const
export type NoticeParty = (typeof noticeParties)[number]

type Topic = {
  readonly label: Words
  readonly to: readonly NoticeParty[]
  /** Roles it is for; absent where everyone of the organization gets it. */
  readonly roles?: readonly RoleOfPeople[]
  readonly usual: NoticeChoice
  /** Roles that decide on it: they are told at once, whatever they chose. */
  readonly decides?: readonly RoleOfPeople[]
}

/** What is told to whom, and how where nobody chose otherwise. */
export const noticeTopic: Readonly<Record<NoticeTopic, Topic>> = {
  signature: { label: { ja: '契約の成立', en: 'A contract was signed' }, to: ['seller'], usual: 'immediate' },
  'refusal-to-sign': {
    label: { ja: '署名のお断り', en: 'A signature was declined' },
    to: ['seller'],
    usual: 'immediate',
  },
  'link-bounce': { label: { ja: 'リンクの不達', en: 'A link bounced' }, to: ['seller'], usual: 'immediate' },
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
  if (role === 'entityAdmin' || role === 'entityStaff') return ['entity', 'seller']
  if (role === 'resellerAdmin' || role === 'resellerStaff') return ['seller']
  return role === 'registrationBody' || role === 'ipa' ? ['authority'] : []
}

/** True for a topic that people in a role are told of. An implementing entity sells too. */
export const isTold = (role: RoleOfPeople, topic: NoticeTopic): boolean => {
  const { to, roles } = noticeTopic[topic]
  return partyOf(role).some((party) => to.includes(party)) && (roles === undefined || isOneOf(roles, role))
}

/** True where a person in a role decides on what a topic is about: such a notice is not put off or switched off. */
export const decidesOn = (role: RoleOfPeople, topic: NoticeTopic): boolean =>
  isOneOf(noticeTopic[topic].decides ?? [], role)

/** Choices of a person: for each topic it chose for; the usual one for any other. */
export type NoticeChoices = Readonly<Partial<Record<NoticeTopic, NoticeChoice>>>

/** The way a person hears of a topic. */
export const choiceOf = (role: RoleOfPeople, topic: NoticeTopic, chosen: NoticeChoices | undefined): NoticeChoice =>
  decidesOn(role, topic) ? 'immediate' : (chosen?.[topic] ?? noticeTopic[topic].usual)

/** True for a member that notices go to: one that has its place, and is not only invited to it. */
export const mayBeTold = ({ stage }: Pick<ExistingMember, 'stage'>): boolean => stage === 'kept'
