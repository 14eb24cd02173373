import { rule, unless } from '../model/rule.ts'

/** 第2章1.(3) Where support is given remotely, it is with the user's consent. */
export const remoteSupportNeedsConsent = rule({
  name: 'remote-support-needs-consent',
  on: 'service-version',
  asks: ['emergencySupport'],
  suppliedBy: 'implementingEntity',
  says: () => ({
    ja: 'リモートによる支援は、ユーザーの合意を得て行うことを約束する。',
    en: 'Promises remote support only with the consent of the user.',
  }),
  objections: ({ emergencySupport }) =>
    unless(
      emergencySupport.remote !== 'withoutConsent',
      'facts.emergencySupport.remote',
      'リモートによる支援が、ユーザーの合意を得ずに行われることになっています。',
      "Remote support is offered without the user's consent.",
    ),
})

/** 第2章1.(3) And the consent was there before the support began. */
export const remoteSupportHadConsent = rule({
  name: 'remote-support-needs-consent',
  on: 'emergency-support',
  asks: ['mode', 'startedAt', 'remoteConsentAt'],
  suppliedBy: 'sme',
  says: () => ({
    ja: 'リモートによる支援を始める前に、ユーザーの合意を得ている。',
    en: 'The user consented before remote support began.',
  }),
  notFor: ({ mode }) =>
    mode === 'onSite' ? { ja: '技術者を派遣した支援である', en: 'an engineer was sent' } : undefined,
  objections: ({ startedAt, remoteConsentAt }) =>
    unless(
      remoteConsentAt !== null && remoteConsentAt <= startedAt,
      'remoteConsentAt',
      'リモートによる支援を始める前に、ユーザーの合意を得た記録がありません。',
      'There is no record that the user consented before the remote support began.',
    ),
})
