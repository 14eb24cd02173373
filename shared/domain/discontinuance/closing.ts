import { missingObligations } from './keeping-obligations.ts'
import type { Missing } from '../refusal.ts'
import type { CaseReport, ExistingDiscontinuance, SubmissionStage } from './states.ts'

/** Takeovers that are not settled, and SMEs not known to be served: how many, and the first few contracts by id. */
type OpenTakeovers = {
  readonly toTell: Several
  readonly toSettle: Several
  readonly toCover: Several
  /** False where something was set back since it was counted, or nothing was counted yet. */
  readonly isCurrent: boolean
}
type Several = { readonly count: number; readonly examples: readonly string[] }

/** A report of the case, and how far it is with its authority. */
type ReportAsItStands = CaseReport & { readonly stage: SubmissionStage }

/** 第2章1.(10): what is still missing before a case can be closed. Empty when nobody is left and both were told. */
export const missingToClose = (
  { list, reached, obligations }: Pick<ExistingDiscontinuance, 'list' | 'reached' | 'obligations'>,
  { toTell, toSettle, toCover, isCurrent }: OpenTakeovers,
  reports: readonly ReportAsItStands[],
): readonly Missing[] => [
  ...(list && reached
    ? []
    : [
        {
          code: 'list',
          suppliedBy: 'platform' as const,
          why: {
            ja: '対象契約の確定と引継ぎの起票が続いています。',
            en: 'The list is still being frozen and its takeovers opened.',
          },
        },
      ]),
  ...(isCurrent
    ? []
    : [
        {
          code: 'takeoversToCount',
          suppliedBy: 'platform' as const,
          why: {
            ja: '引継ぎの数え直しが要ります。終わると、残りの件数が分かります。',
            en: 'The takeovers have to be counted again; then it is known how many are left.',
          },
        },
      ]),
  ...(toTell.count > 0
    ? [
        {
          code: 'smeToTell',
          suppliedBy: 'implementingEntity' as const,
          why: { ja: '引継ぎをまだ知らせていないユーザーがいます。', en: 'Some users have not been told yet.' },
          ...toTell,
        },
      ]
    : []),
  ...(toSettle.count > 0
    ? [
        {
          code: 'takeoverToSettle',
          suppliedBy: 'implementingEntity' as const,
          why: { ja: '行き先の決まっていない契約があります。', en: 'Some contracts are not settled yet.' },
          ...toSettle,
        },
      ]
    : []),
  ...(toCover.count > 0
    ? [
        {
          code: 'coverageToConfirm',
          suppliedBy: 'implementingEntity' as const,
          why: {
            ja: '監視・窓口・保険のどれかを確かめていない契約があります。',
            en: 'Monitoring, contact or insurance is not confirmed for some contracts.',
          },
          ...toCover,
        },
      ]
    : []),
  ...reports.flatMap(missingOfReport),
  ...missingObligations(obligations),
]

const missingOfReport = (report: ReportAsItStands): readonly Missing[] => {
  const to = report.to === 'ipa' ? { ja: 'IPA', en: 'IPA' } : { ja: '審査登録機関', en: 'the registration body' }
  const examples = [report.submissionId]
  switch (report.stage) {
    case 'acknowledged':
      return []
    case 'sent':
      return [
        {
          code: 'reportToAcknowledge',
          suppliedBy: report.to === 'ipa' ? 'ipa' : 'registrationBody',
          why: { ja: `${to.ja}がまだ報告を受領していません。`, en: `The report is not yet acknowledged by ${to.en}.` },
          examples,
        },
      ]
    case 'drafted':
    case 'returned':
      return [
        {
          code: 'reportToSend',
          suppliedBy: 'implementingEntity',
          why: { ja: `${to.ja}への報告がまだ送られていません。`, en: `The report to ${to.en} has not been sent.` },
          examples,
        },
      ]
  }
}
