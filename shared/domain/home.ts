import { daysAfter, type PlainDate } from './plain-date.ts'
import type { Words } from './words.ts'

/** Kinds of what is due, on the first page of whoever has to see to it. */
export const dueKinds = [
  'obligation',
  'proposalToApprove',
  'concernOpen',
  'exceptionToDecide',
  'exceptionEnds',
  'requirementDue',
  'resellerToApprove',
  'authorizationLapses',
  'registrationLapses',
  'evidenceLapses',
  'submissionToSend',
  'submissionReturned',
  'submissionToAnswer',
  'dispute',
  'unconfirmed',
  'link',
  'leaving',
  'termEnds',
] as const
export type DueKind = (typeof dueKinds)[number]

/** How near a day is: past, today, within the next six days, or later. */
export const urgencies = ['late', 'today', 'thisWeek', 'later'] as const
export type Urgency = (typeof urgencies)[number]

export const urgencyOf = (on: PlainDate, today: PlainDate): Urgency => {
  if (on < today) return 'late'
  if (on === today) return 'today'
  return on <= daysAfter(today, 6) ? 'thisWeek' : 'later'
}

/** What each kind asks for, and the clause it comes from where one asks for all of the kind. */
export const aboutDue: Readonly<Record<DueKind, { readonly what: Words; readonly clause: string | null }>> = {
  obligation: { what: { ja: '期限のある対応', en: 'An obligation' }, clause: null },
  proposalToApprove: {
    what: { ja: '提供困難の提案を承認するか決める', en: 'Decide on a proposed discontinuance' },
    clause: '第2章1.(10)',
  },
  concernOpen: {
    what: { ja: '提供困難の予兆を確かめる', en: 'Look into a concern about a reseller' },
    clause: '第2章1.(10)',
  },
  exceptionToDecide: {
    what: { ja: '個別契約の例外を承認するか決める', en: 'Decide on an exception' },
    clause: '第2章1.(6)',
  },
  exceptionEnds: { what: { ja: '個別契約の例外の期限', en: 'An exception ends' }, clause: '第2章1.(6)' },
  requirementDue: {
    what: { ja: '再販の要件を提出する', en: 'Supply a requirement of resale' },
    clause: '第1章2.(4)',
  },
  resellerToApprove: {
    what: { ja: '要件のそろった再販協力会社を承認する', en: 'Approve a reseller that has supplied everything' },
    clause: '第1章2.(4)',
  },
  authorizationLapses: { what: { ja: '再販許諾の期限', en: 'An authorization to resell lapses' }, clause: null },
  registrationLapses: {
    what: { ja: 'サービスの登録の期限', en: 'The registration of a service lapses' },
    clause: null,
  },
  evidenceLapses: { what: { ja: '証拠の期限', en: 'Evidence for a clause lapses' }, clause: null },
  submissionToSend: { what: { ja: '届出・報告を送る', en: 'Send a submission' }, clause: null },
  submissionReturned: {
    what: { ja: '差し戻された届出・報告を直して送る', en: 'Mend a submission that was returned' },
    clause: null,
  },
  submissionToAnswer: { what: { ja: '届いた届出・報告に答える', en: 'Answer a submission' }, clause: null },
  dispute: { what: { ja: '記録への「違う」との申出に答える', en: 'Answer a dispute of a record' }, clause: null },
  unconfirmed: {
    what: { ja: '紙の契約の、お客様による確認を得る', en: 'Have a paper contract confirmed by its SME' },
    clause: null,
  },
  link: { what: { ja: '署名のないリンクの期限', en: 'A link to sign runs out' }, clause: null },
  leaving: { what: { ja: '解約の申入れを確かめる', en: 'Confirm an SME’s wish to leave' }, clause: '第2章1.(7)' },
  termEnds: { what: { ja: '契約期間の満了', en: 'The term of a contract ends' }, clause: null },
}

/** Steps from nothing to a first contract: an implementing entity's, and then those of a reseller. */
export const firstSteps = [
  'registerService',
  'publishService',
  'recordRegistration',
  'inviteReseller',
  'approveReseller',
  'supplyRequirements',
  'beApproved',
  'beAuthorized',
  'firstContract',
] as const
export type FirstStep = (typeof firstSteps)[number]
