import { byRule, clause, type Clause } from '../../model/edition.ts'
import { firstResponseIsCovered } from '../../rules/first-response-is-covered.ts'
import {
  freeEmergencySupportEachYear,
  freeEmergencySupportIsGiven,
} from '../../rules/free-emergency-support-each-year.ts'
import { helpDeskCanBeReached } from '../../rules/help-desk-can-be-reached.ts'
import { incidentalsAreOfADispatch } from '../../rules/incidentals-are-of-a-dispatch.ts'
import { incidentIsToldInTime, incidentsAreToldInTime } from '../../rules/incidents-are-told-in-time.ts'
import { insuranceCoverIsStated } from '../../rules/insurance-cover-is-stated.ts'
import { insuranceIsExplainedApart } from '../../rules/insurance-is-explained-apart.ts'
import { noticeReachesTheSme } from '../../rules/notice-reaches-the-sme.ts'
import { dispatchGoesWhereAsked, onSiteDispatchIsOffered } from '../../rules/on-site-dispatch-is-offered.ts'
import { remoteSupportHadConsent, remoteSupportNeedsConsent } from '../../rules/remote-support-needs-consent.ts'
import { selfPayIsStated } from '../../rules/self-pay-is-stated.ts'
import { setUpIsTheFirstDispatch } from '../../rules/set-up-is-the-first-dispatch.ts'
import { textNotInHand } from '../../model/text-not-in-hand.ts'

const telling = { seriousTargetMinutes: 60, othersReportEveryDays: 7, seriousDepartedAfterHours: 24 }

/** Clauses of 第2章1.(1) to (5): what a service does. */
export const functions: readonly Clause[] = [
  clause(
    '第2章1.(1)',
    { ja: '相談窓口を設けて案内する。', en: 'There is a help desk to turn to.' },
    [byRule(helpDeskCanBeReached)],
    {
      textNotInHand: true,
      ourReading: {
        ja: '条文は未入手。公表された概要により、窓口の連絡先の記載を求める。',
        en: 'The text is not in hand. From the published outline we ask for a contact of the desk.',
      },
    },
  ),
  clause(
    '第2章1.(2)',
    {
      ja: '24時間見守って攻撃を検知し、知らせる。重大なインシデントは即時（60分以内を目標）、その他は後日のレポート（週1回）等による。',
      en: 'Watch around the clock and tell: serious incidents at once (target 60 minutes), the rest in a later report (weekly) or the like.',
    },
    [byRule(incidentsAreToldInTime, telling), byRule(incidentIsToldInTime, telling), byRule(noticeReachesTheSme)],
    {
      seedRows: [9],
      alsoCitedAs: '第1章 1.(2)',
      ourReading: {
        ja: '「等」は週1回より間の空かない方法と読む。通知先は、誰を通じた契約でもユーザー本人とする。60分は目標であり、過ぎただけで違反とはしない。過ぎたものは理由を記録し、なお「即時」であったかを人が判断する（自動では守られたとしない）。重大と判断してから24時間を過ぎたものは、即時ではないと読む。',
        en: '"Or the like" is read as no rarer than weekly. Notices go to the user itself, whoever sold. Sixty minutes is a target, and to miss it is no violation by itself: the reason is recorded, and a person says whether it still was "at once"; that is never taken for kept by itself. More than 24 hours after it was judged serious is read as not at once.',
      },
    },
  ),
  clause(
    '第2章1.(3)',
    {
      ja: '要請があれば指定の場所へ技術者を派遣する。リモートはユーザーの合意を得て行う。導入時の初期対応を除き、年1回以上は自己負担なしで支援する（交通費などの諸経費は別）。',
      en: 'Send an engineer to the place named on request; remote only with consent; at least once a year free of charge, set-up not counted, travel and incidental expenses apart.',
    },
    [
      byRule(onSiteDispatchIsOffered),
      byRule(dispatchGoesWhereAsked),
      byRule(remoteSupportNeedsConsent),
      byRule(remoteSupportHadConsent),
      byRule(freeEmergencySupportEachYear, { atLeast: 1 }),
      byRule(freeEmergencySupportIsGiven, { atLeast: 1 }),
      byRule(incidentalsAreOfADispatch),
      byRule(setUpIsTheFirstDispatch, { daysAfterStart: 30, daysAtMost: 120 }),
    ],
    {
      seedRows: [3, 4],
      ourReading: {
        ja: '年1回は条文による。改定の方向性にある年2回は用いない。年は契約年と読む。規約等がより多くの回数を定めるときは、その回数による。負担を求められる諸経費は、派遣に伴うもので、規約等が含めていないものに限る。導入に伴う初期対応は、契約から、サービスの開始日と導入の記録の日のうち遅いほうの30日後まで（長くても開始日の120日後まで）の派遣と読み、複数回の訪問も一つの初期対応とする。それより後は実施主体の理由による。指定された場所は、駆け付けた場所とは別に記録する。',
        en: 'Once a year is the clause; the twice of the direction column is not used. A year is a contract year. Where the terms promise more, their number is the measure. Expenses the user may bear are those of a dispatch, where the terms do not include them. Set-up is read as a dispatch between signing and 30 days after the later of the first day of service and the installation on record, 120 days after the first day at most; several visits are one set-up; later, the implementing entity gives a reason. The place named is recorded apart from the place reached.',
      },
    },
  ),
  textNotInHand('第2章1.(4)'),
  clause(
    '第2章1.(5)',
    {
      ja: '突発的な費用を補償するサイバー保険を付け、補償の範囲（事項・回数・限度額・免責等）と自己負担が生じる場合を規約等に記載し、別に分かりやすい説明資料を用意する。',
      en: 'A cyber insurance for sudden costs is bundled; its cover and the cases of self-payment are stated; a separate plain explanation exists.',
    },
    [
      byRule(insuranceCoverIsStated),
      byRule(firstResponseIsCovered),
      byRule(selfPayIsStated),
      byRule(insuranceIsExplainedApart),
    ],
    {
      seedRows: [5],
      ourReading: {
        ja: '1.1版にあった初動対応の費用の補償は、1.2版の引用にはないが、公表されたFAQにより引き続き求める。初動対応かどうかは、規約等での呼び方ではなく、事項の区分による。自己負担が生じる場合がないとき、補償回数に限りがないときは、その旨の明示を求める。',
        en: 'That first response is covered, said in 1.1, is not in what is quoted of 1.2; by the published FAQ we still ask for it. Its kind decides, not what the terms call it. Where the user never pays itself, or where there is no limit of times, we ask to say so.',
      },
    },
  ),
]
