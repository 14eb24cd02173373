import { asking, rule, unless } from '../model/rule.ts'

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

/**
 * 第2章1.(3) And who is sent is sent to the place the user named: that is on record beside the place that was reached.
 * Records from before the named place was asked do not have it.
 */
export const dispatchGoesWhereAsked = rule({
  name: 'on-site-dispatch-is-offered',
  on: 'emergency-support',
  asks: ['mode', 'placeNamed', 'place'],
  suppliedBy: 'sme',
  says: () => ({
    ja: '技術者の派遣先は、ユーザーの指定した場所である。指定された場所と、実際に駆け付けた場所を記録する。',
    en: 'The engineer goes to the place the user named; the place named and the place reached are on record.',
  }),
  notFor: ({ mode }) => (mode === 'remote' ? { ja: 'リモートによる支援である', en: 'it was remote' } : undefined),
  objections: ({ placeNamed, place }) => [
    ...unless(
      placeNamed === undefined || Boolean(placeNamed?.trim()),
      'placeNamed',
      'ユーザーの指定した場所がありません。',
      'The place the user named is missing.',
    ),
    ...unless(
      Boolean(place?.trim()),
      'place',
      '実際に駆け付けた場所がありません。',
      'The place that was reached is missing.',
    ),
  ],
  questions: ({ placeNamed }) =>
    asking(
      placeNamed === undefined,
      'notKnown',
      'placeNamed',
      'ユーザーの指定した場所は、記録されていません（この項目を尋ねる前の記録です）。',
      'The place the user named is not on record: it was made before that was asked.',
    ),
})
