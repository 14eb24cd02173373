import { dayInJapan, dayInWords, daysAfter, type PlainDate } from '../../domain/plain-date.ts'
import { rule, unless } from '../model/rule.ts'

type Limits = { readonly daysAfterStart: number; readonly daysAtMost: number }
type Days = { readonly servedFrom: PlainDate; readonly installedOn: PlainDate | null }

/** The last day of set-up: so long after service began or the monitoring was installed, and never later than the cap. */
const lastDayOfSetUp = ({ servedFrom, installedOn }: Days, { daysAfterStart, daysAtMost }: Limits): PlainDate => {
  const from = installedOn !== null && installedOn > servedFrom ? installedOn : servedFrom
  const cap = daysAfter(servedFrom, daysAtMost)
  const last = daysAfter(from, daysAfterStart)
  return last < cap ? last : cap
}

/**
 * 第2章1.(3) What is left out of the count is the dispatch that the introduction of monitoring needs: somebody is sent,
 * after signing and not long after the start. Several such visits are one set-up. Later than that, the implementing
 * entity says why it still is one.
 */
export const setUpIsTheFirstDispatch = rule({
  name: 'set-up-is-the-first-dispatch',
  on: 'emergency-support',
  asks: ['purpose', 'mode', 'startedAt', 'signedOn', 'servedFrom', 'installedOn', 'setUpReasoned'],
  suppliedBy: 'implementingEntity',
  says: ({ daysAfterStart, daysAtMost }: Limits) => ({
    ja: `導入に伴う初期対応として数えないのは、契約から、サービスの開始日と導入の記録の日のうち遅いほうの${daysAfterStart}日後まで（長くても開始日の${daysAtMost}日後まで）の派遣である。それより後は、実施主体が理由を述べる。`,
    en: `Not counted as set-up is a dispatch between signing and ${daysAfterStart} days after the later of the first day of service and the installation on record, ${daysAtMost} days after the first day at most; later, the implementing entity says why.`,
  }),
  notFor: ({ purpose }) =>
    purpose === 'emergency' ? { ja: '緊急時の対応である', en: 'it was an emergency' } : undefined,
  objections: ({ mode, startedAt, signedOn, setUpReasoned, servedFrom, installedOn }, limits: Limits) => {
    const day = dayInJapan(startedAt)
    const last = lastDayOfSetUp({ servedFrom, installedOn }, limits)
    return [
      ...unless(
        mode === 'onSite',
        'mode',
        '導入に伴う初期対応として数えないのは、技術者の派遣だけです。リモートによる支援は、緊急時の対応として記録してください。',
        'Only a dispatch is left out of the count as set-up. Remote support is recorded as an emergency.',
      ),
      ...unless(
        signedOn <= day,
        'startedAt',
        `契約の日（${dayInWords(signedOn)}）より前の派遣は、導入に伴う初期対応になりません。`,
        'A dispatch before the day of the contract is no set-up.',
      ),
      ...unless(
        day <= last || setUpReasoned,
        'startedAt',
        `導入に伴う初期対応として数えないのは、${dayInWords(last)}までの派遣です。それより後は、実施主体が理由を述べたものに限ります。`,
        `Set-up is until ${last}; later, only for a reason the implementing entity gives.`,
      ),
    ]
  },
})
