import { rule, unless } from '../rule.ts'

type Limits = { readonly seriousTargetMinutes: number; readonly othersReportEveryDays: number }

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

const dayMs = 86_400_000

/**
 * 第2章1.(2) And so an SME is told: of a serious incident at once and not in a later report, of everything else within
 * as many days as lie between two reports.
 */
export const incidentIsToldInTime = rule({
  name: 'incidents-are-told-in-time',
  on: 'incident-notice',
  asks: ['severity', 'how', 'detectedAt', 'toldAt'],
  suppliedBy: 'implementingEntity',
  says: ({ othersReportEveryDays }: Limits) => ({
    ja: `重大なインシデントは即時に、その他は検知から${othersReportEveryDays}日以内に知らせる。`,
    en: `Serious incidents are told at once, the rest within ${othersReportEveryDays} days.`,
  }),
  objections: ({ severity, how, detectedAt, toldAt }, { othersReportEveryDays }: Limits) =>
    severity === 'serious'
      ? unless(
          how === 'atOnce',
          'how',
          '重大なインシデントを、後日のレポートで知らせています。即時に知らせてください。',
          'A serious incident is told in a later report. It must be told at once.',
        )
      : unless(
          Date.parse(toldAt) - Date.parse(detectedAt) <= othersReportEveryDays * dayMs,
          'toldAt',
          `検知から${othersReportEveryDays}日を過ぎて知らせています。`,
          `It was told more than ${othersReportEveryDays} days after it was detected.`,
        ),
})
