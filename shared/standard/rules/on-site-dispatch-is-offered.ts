import { rule, unless } from '../rule.ts'

/** 第2章1.(3) On request, an engineer is sent to the place the user names. Remote support may be added, never replace it. */
export const onSiteDispatchIsOffered = rule({
  name: 'on-site-dispatch-is-offered',
  on: 'service-version',
  objections: ({ emergencySupport }) =>
    unless(
      emergencySupport.onSiteDispatch,
      'facts.emergencySupport.onSiteDispatch',
      '技術者の派遣（駆付け支援）がありません。リモートだけのサービスにはできません。',
      'No engineer is sent on site. A service cannot be remote only.',
    ),
})
