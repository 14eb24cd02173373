import { rule, unless } from '../rule.ts'

/** 第2章1.(3) On request, an engineer is sent to the place the user names. Remote support may be added, never replace it. */
export const onSiteDispatchIsOffered = rule({
  name: 'on-site-dispatch-is-offered',
  on: 'service-version',
  asks: ['emergencySupport'],
  suppliedBy: 'implementingEntity',
  says: () => ({
    ja: '要請に応じて技術者を派遣する。リモートだけにしない。',
    en: 'Sends an engineer on request; never remote only.',
  }),
  objections: ({ emergencySupport }) =>
    unless(
      emergencySupport.onSiteDispatch,
      'facts.emergencySupport.onSiteDispatch',
      '技術者の派遣（駆付け支援）がありません。リモートだけのサービスにはできません。',
      'No engineer is sent on site. A service cannot be remote only.',
    ),
})

/** 第2章1.(3) And who is sent is sent to the place the user named. */
export const dispatchGoesWhereAsked = rule({
  name: 'on-site-dispatch-is-offered',
  on: 'emergency-support',
  asks: ['mode', 'place'],
  suppliedBy: 'sme',
  says: () => ({
    ja: '技術者の派遣先は、ユーザーの指定した場所である。',
    en: 'The engineer goes to the place the user named.',
  }),
  notFor: ({ mode }) => (mode === 'remote' ? { ja: 'リモートによる支援である', en: 'it was remote' } : undefined),
  objections: ({ place }) =>
    unless(
      Boolean(place?.trim()),
      'place',
      'ユーザーの指定した派遣先がありません。',
      'The place the user named is missing.',
    ),
})
