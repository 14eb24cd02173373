import { rule, unless } from '../rule.ts'

type Limits = { readonly seriousTargetMinutes: number; readonly othersReportEveryDays: number }

/**
 * 第2章1.(2) The service aims to tell of a serious incident at once, and of everything else in a later report.
 * The minutes are a target: missing it once is on record, not a breach.
 */
export const incidentsAreToldInTime = rule({
  name: 'incidents-are-told-in-time',
  on: 'service-version',
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
