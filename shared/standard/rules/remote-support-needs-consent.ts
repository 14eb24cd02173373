import { rule, unless } from '../rule.ts'

/** 第2章1.(3) Where support is given remotely, it is with the user's consent. */
export const remoteSupportNeedsConsent = rule({
  name: 'remote-support-needs-consent',
  on: 'service-version',
  objections: ({ emergencySupport }) =>
    unless(
      emergencySupport.remote !== 'withoutConsent',
      'facts.emergencySupport.remote',
      'リモートによる支援が、ユーザーの合意を得ずに行われることになっています。',
      "Remote support is offered without the user's consent.",
    ),
})
