import type { IncidentNoticeFacts } from '../model/occasion.ts'
import { asking, rule, unless } from '../model/rule.ts'

type Limits = {
  readonly seriousTargetMinutes: number
  readonly othersReportEveryDays: number
  readonly seriousDepartedAfterHours: number
}

/**
 * 第2章1.(2) The service aims to tell of a serious incident at once, and of everything else in a later report.
 * The minutes are a target: missing it once is on record, not a breach.
 */
export const incidentsAreToldInTime = rule({
  name: 'incidents-are-told-in-time',
  on: 'service-version',
  asks: ['incidentNotice'],
  suppliedBy: 'implementingEntity',
  says: ({ seriousTargetMinutes, othersReportEveryDays }: Limits) => ({
    ja: `重大なインシデントは${seriousTargetMinutes}分以内を目標に、その他は${othersReportEveryDays}日に1回以上のレポートで知らせることを約束する。`,
    en: `Promises to tell serious incidents within a target of ${seriousTargetMinutes} minutes, the rest at least every ${othersReportEveryDays} days.`,
  }),
  objections: ({ incidentNotice: { seriousTargetMinutes, othersReportEveryDays } }, limits: Limits) => [
    ...unless(
      seriousTargetMinutes !== null && seriousTargetMinutes <= limits.seriousTargetMinutes,
      'facts.incidentNotice.seriousTargetMinutes',
      `重大なインシデントを通知する目標時間が、${limits.seriousTargetMinutes}分以内になっていません。`,
      `The target for telling of a serious incident is not within ${limits.seriousTargetMinutes} minutes.`,
    ),
    ...unless(
      othersReportEveryDays !== null && othersReportEveryDays <= limits.othersReportEveryDays,
      'facts.incidentNotice.othersReportEveryDays',
      `その他の検知を知らせるレポートが、${limits.othersReportEveryDays}日に1回以上になっていません。`,
      `Other detections are not reported at least every ${limits.othersReportEveryDays} days.`,
    ),
  ],
})

const minuteMs = 60_000
const hourMs = 3_600_000
const dayMs = 86_400_000

type Told = Pick<IncidentNoticeFacts, 'detectedAt' | 'judgedSeriousAt' | 'toldAt'>

/** Time it took to tell, in milliseconds, from when it was detected. */
const sinceDetected = ({ detectedAt, toldAt }: Told): number => Date.parse(toldAt) - Date.parse(detectedAt)

/** Time it took to tell, in milliseconds, from when it was judged to be serious. */
const sinceJudged = ({ detectedAt, judgedSeriousAt, toldAt }: Told): number =>
  Date.parse(toldAt) - Date.parse(judgedSeriousAt ?? detectedAt)

/**
 * 第2章1.(2) And so an SME is told: of a serious incident at once and not in a later report, of everything else within
 * as many days as lie between two reports. Within the target a serious one was told at once. Later, a person says
 * whether it still was; no clock says so. Beyond so many hours after it was judged serious, it was not.
 */
export const incidentIsToldInTime = rule({
  name: 'incidents-are-told-in-time',
  on: 'incident-notice',
  asks: ['severity', 'how', 'detectedAt', 'judgedSeriousAt', 'toldAt', 'verdict'],
  suppliedBy: 'implementingEntity',
  says: ({ seriousTargetMinutes, othersReportEveryDays, seriousDepartedAfterHours }: Limits) => ({
    ja: `重大なインシデントは即時に、その他は検知から${othersReportEveryDays}日以内に知らせる。重大なもので検知から${seriousTargetMinutes}分を過ぎたものは、なお即時であったかを人が判断する。重大と判断してから${seriousDepartedAfterHours}時間を過ぎたものは、即時ではない。`,
    en: `Serious incidents are told at once, the rest within ${othersReportEveryDays} days. Past ${seriousTargetMinutes} minutes a person says whether a serious one still was told at once; past ${seriousDepartedAfterHours} hours after it was judged serious it was not.`,
  }),
  objections: (facts, { othersReportEveryDays, seriousDepartedAfterHours }: Limits) => {
    if (facts.severity !== 'serious')
      return unless(
        sinceDetected(facts) <= othersReportEveryDays * dayMs,
        'toldAt',
        `検知から${othersReportEveryDays}日を過ぎて知らせています。`,
        `It was told more than ${othersReportEveryDays} days after it was detected.`,
      )
    return [
      ...unless(
        facts.how === 'atOnce',
        'how',
        '重大なインシデントを、後日のレポートで知らせています。即時に知らせてください。',
        'A serious incident is told in a later report. It must be told at once.',
      ),
      ...unless(
        sinceJudged(facts) <= seriousDepartedAfterHours * hourMs,
        'toldAt',
        `重大と判断してから${seriousDepartedAfterHours}時間を過ぎて知らせています。即時とはいえません。`,
        `It was told more than ${seriousDepartedAfterHours} hours after it was judged serious, which is not at once.`,
      ),
      ...unless(
        facts.verdict !== 'departed',
        'verdict',
        '即時に知らせたとはいえないと、人が判断しています。',
        'A person says that it was not told at once.',
      ),
    ]
  },
  questions: (facts, { seriousTargetMinutes, seriousDepartedAfterHours }: Limits) =>
    asking(
      facts.severity === 'serious' &&
        facts.how === 'atOnce' &&
        facts.verdict === null &&
        sinceDetected(facts) > seriousTargetMinutes * minuteMs &&
        sinceJudged(facts) <= seriousDepartedAfterHours * hourMs,
      'awaited',
      'toldAt',
      `検知から${seriousTargetMinutes}分を過ぎて知らせています。なお即時であったといえるかは、人の判断を待っています。`,
      `It was told more than ${seriousTargetMinutes} minutes after it was detected; whether that still is at once waits for a person to say.`,
    ),
})
