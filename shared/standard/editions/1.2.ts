import { disclosureItemCodes } from '../../domain/disclosure-items.ts'
import { serviceFunctions } from '../../domain/service/facts.ts'
import { byPeople, byRule, clause, type Edition } from '../model/edition.ts'
import { changesAreLookedAt } from '../rules/changes-are-looked-at.ts'
import { conditionsAreExplained, leavingIsExplained } from '../rules/conditions-are-explained.ts'
import { conditionsAreStated } from '../rules/conditions-are-stated.ts'
import { deviceAndCountriesAreDisclosed } from '../rules/device-and-countries-are-disclosed.ts'
import { difficultyIsReported } from '../rules/difficulty-is-reported.ts'
import { disclosuresAreAcknowledged } from '../rules/disclosures-are-acknowledged.ts'
import { endpointTypeDetectsAndDefends } from '../rules/endpoint-type-detects-and-defends.ts'
import { entityAnswersForEveryContract } from '../rules/entity-answers-for-every-contract.ts'
import { firstResponseIsCovered } from '../rules/first-response-is-covered.ts'
import { freeEmergencySupportEachYear, freeEmergencySupportIsGiven } from '../rules/free-emergency-support-each-year.ts'
import { helpDeskCanBeReached } from '../rules/help-desk-can-be-reached.ts'
import { importantTerminalsAreCovered, importantTerminalsAreOffered } from '../rules/important-terminals-are-covered.ts'
import { incidentalsAreOfADispatch } from '../rules/incidentals-are-of-a-dispatch.ts'
import { incidentIsToldInTime, incidentsAreToldInTime } from '../rules/incidents-are-told-in-time.ts'
import { initialFeeWithinCap } from '../rules/initial-fee-within-cap.ts'
import { insuranceCoverIsStated } from '../rules/insurance-cover-is-stated.ts'
import { insuranceIsExplainedApart } from '../rules/insurance-is-explained-apart.ts'
import { leavingIsStated } from '../rules/leaving-is-stated.ts'
import { monthlyFeeWithinCap } from '../rules/monthly-fee-within-cap.ts'
import { networkTypeDetectsAndDefends } from '../rules/network-type-detects-and-defends.ts'
import { noticeReachesTheSme } from '../rules/notice-reaches-the-sme.ts'
import { dispatchGoesWhereAsked, onSiteDispatchIsOffered } from '../rules/on-site-dispatch-is-offered.ts'
import { oneLiveContractEach } from '../rules/one-live-contract-each.ts'
import { placementIsConsidered } from '../rules/placement-is-considered.ts'
import { remoteSupportHadConsent, remoteSupportNeedsConsent } from '../rules/remote-support-needs-consent.ts'
import { resellerCanExplain } from '../rules/reseller-can-explain.ts'
import { resellerIsAuthorized } from '../rules/reseller-is-authorized.ts'
import { resellerKeepsTheStandard } from '../rules/reseller-keeps-the-standard.ts'
import { sellerCanProvide } from '../rules/seller-can-provide.ts'
import { selfPayIsStated } from '../rules/self-pay-is-stated.ts'
import { setUpIsTheFirstDispatch } from '../rules/set-up-is-the-first-dispatch.ts'
import { offeredAsOneContract, soldAsOneContract } from '../rules/sold-as-one-contract.ts'
import {
  resoldByThoseTheStandardNames,
  soldByThoseTheStandardNames,
} from '../rules/sold-by-those-the-standard-names.ts'
import { terminalsAreWatched } from '../rules/terminals-are-watched.ts'
import { textNotInHand } from './text-not-in-hand.ts'

const telling = { seriousTargetMinutes: 60, othersReportEveryDays: 7, seriousDepartedAfterHours: 24 }

/**
 * サービス基準 1.2版. Changed since 1.1: resellers exist and the implementing entity answers for them; the types have
 * minimum functions; the initial fee has a cap; devices and countries are disclosed; remote support needs consent.
 */
export const edition1_2: Edition = {
  id: '1.2',
  title: { ja: 'サイバーセキュリティお助け隊サービス基準 1.2版', en: 'Service standard, edition 1.2' },
  published: null,
  inForceFrom: null,
  knownInPartOnly: false,
  source: {
    ja: '1.1版からの改定の主な内容を示す表にある引用。表にない条は、条文未入手とする。',
    en: 'The quotations in the table of what changed since 1.1. Clauses it does not quote are marked as not in hand.',
  },
  monitoringTypes: ['network', 'endpoint', 'combined'],
  clauses: [
    textNotInHand('第1章1'),
    clause(
      '第1章2.(1)',
      {
        ja: 'ネットワーク監視型は、外からの脅威と内からの不正な通信を検知し、防御する。防御する端末監視型と組み合わせるなら防御は要らない。',
        en: 'The network type detects threats from outside and wrong traffic from inside, and defends; beside an endpoint type that defends, its own defence is not required.',
      },
      [byRule(networkTypeDetectsAndDefends)],
      {
        seedRows: [6, 7],
        ourReading: {
          ja: '併用型では、ネットワーク側か端末側の少なくとも一方の防御が要ると読む。プリンターなどのオフィス機器は対象に数えず、監視の対象でないことを開示書面で示す。',
          en: 'In the combined type at least one side defends. Printers and other office machines are not counted, and the disclosure says that they are not watched.',
        },
      },
    ),
    clause(
      '第1章2.(2)',
      {
        ja: '端末監視型は、端末を常時監視して異常を検知し、防御する。防御するネットワーク監視型と組み合わせるなら防御は要らない。',
        en: 'The endpoint type watches terminals constantly and defends; beside a network type that defends, its own defence is not required.',
      },
      [byRule(endpointTypeDetectsAndDefends), byRule(terminalsAreWatched)],
      { seedRows: [8] },
    ),
    clause(
      '第1章2.(3)',
      {
        ja: '実施主体は、中小企業と契約するか、再販協力会社を通じて提供し、審査登録機関へ申請する事業者である。',
        en: 'The implementing entity contracts with SMEs or provides through resellers, and applies to the registration body.',
      },
      [
        byRule(soldByThoseTheStandardNames, { channels: ['direct', 'reseller'] }),
        byRule(resoldByThoseTheStandardNames, { channels: ['direct', 'reseller'] }),
      ],
      { seedRows: [12] },
    ),
    clause(
      '第1章2.(4)',
      {
        ja: '再販協力会社は、実施主体が提供するサービスの契約を中小企業と行う事業者である。',
        en: "A reseller contracts with SMEs for the implementing entity's service.",
      },
      [byRule(resellerIsAuthorized), byRule(resellerKeepsTheStandard)],
      {
        seedRows: [13],
        alsoCitedAs: '1章 2.(3)',
        ourReading: {
          ja: '実施主体がそのサービスの再販を許諾していることを前提と読む。再販は一段に限る。許諾するのは、基準を守る旨を誓約した再販協力会社に限る（逸脱は再販協力会社のものも実施主体の登録に及ぶため）。',
          en: 'We read it as resting on an authorization by the implementing entity, one tier deep, and given only to a reseller that pledged to keep the standard: its departures reach the registration too.',
        },
      },
    ),
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
    clause(
      '第2章1.(6)',
      {
        ja: '(1)から(5)の機能を一つの契約で提供する。監視装置のメーカー・型式、提供の所在国、把握していればデータ保存先の所在国を規約等に記載する。',
        en: 'Functions (1) to (5) come in one contract. Device maker and model, country of provision, and, where known, country of data storage are stated.',
      },
      [
        byRule(offeredAsOneContract, { functions: serviceFunctions }),
        byRule(soldAsOneContract, { functions: serviceFunctions }),
        byRule(oneLiveContractEach),
        byRule(deviceAndCountriesAreDisclosed),
        byRule(disclosuresAreAcknowledged, { items: disclosureItemCodes }),
      ],
      {
        seedRows: [1, 2],
        ourReading: {
          ja: '把握していない場合は、その旨の明示を求める。記載に加え、署名する人が項目ごとに確認することを求める。同じサービスの契約は、中小企業ごとに一つとする。紙で結んだ契約では、開示事項は、ユーザーが確認したもの、又は名前の記録された人が署名された様式を読んで記載を認めたものに限り、記載されていると読む。契約を記録した担当者の申告だけでは足りない（規約等への記載を求める第2章1.(5)・(7)も同じ）。',
          en: 'Where not known, we ask to say so. Beside stating, the signer acknowledges each item. One contract per SME and service. Of a contract signed on paper, a disclosed item counts as stated only where the user confirmed it, or a named person read the form that was signed and found it; the word of whoever attests alone never counts (so under 第2章1.(5) and (7), which ask to state things).',
        },
      },
    ),
    clause(
      '第2章1.(7)ア・イ',
      { ja: '月額などの料金（条文は未入手）。', en: 'Monthly and other fees (text not in hand).' },
      [byRule(monthlyFeeWithinCap, { networkExTaxYen: 10_000, perTerminalExTaxYen: 2_000 })],
      {
        textNotInHand: true,
        ourReading: {
          ja: '2.0版の発表にある、現行から変わらないとされた価格要件（ネットワーク監視型 月1万円、端末監視型 1台月2,000円）による。税抜か税込かは分からないため、税抜でも超える額だけを退け、税込（税率10％）で読むと超える額は手元にない条文によるものとして受け付け、一覧に示す。併用型の上限は両者の和と読み、それを超える額も手元にない条文によるものとする。',
          en: 'From the announcement of 2.0, which kept the then price requirements: 10,000 yen a month for the network type, 2,000 yen a terminal. Whether with tax or without is not known: only what is above it without tax is refused; what is above it only with tax (10 percent) depends on the text, is accepted and listed. The combined cap is read as the sum of both, and what is above it depends on the text as well.',
        },
      },
    ),
    clause(
      '第2章1.(7)ウ',
      {
        ja: '初期費用・契約年数などの条件を規約等に記載し、口頭又は書面で分かりやすく説明する。',
        en: 'Initial fee, term and other conditions are stated, and explained orally or in writing.',
      },
      [
        byRule(conditionsAreStated),
        byRule(conditionsAreExplained, { items: ['initialFee', 'monthlyFee', 'term'] }),
        byRule(resellerCanExplain),
      ],
      {
        seedRows: [10],
        ourReading: {
          ja: '再販協力会社は、説明資料についての教育を終えてから販売する。',
          en: 'A reseller is trained on the explanatory material before it sells.',
        },
      },
    ),
    clause(
      '第2章1.(7)エ',
      {
        ja: '初期費用は税抜で、ネットワーク監視型50万円、端末監視型は台数によらず50万円、併用型100万円を超えない。',
        en: 'The initial fee without tax is at most 500,000 yen (network), 500,000 yen whatever the number of terminals (endpoint), 1,000,000 yen (combined).',
      },
      [byRule(initialFeeWithinCap, { capExTaxYen: { network: 500_000, endpoint: 500_000, combined: 1_000_000 } })],
      {
        seedRows: [10],
        ourReading: {
          ja: '中小企業が支払う額の合計で判定する。再販協力会社の上乗せも、名目を分けた費用も含める。',
          en: "Judged on all the SME pays: the reseller's margin and every part by whatever name.",
        },
      },
    ),
    clause(
      '第2章1.(7)オ',
      {
        ja: '途中解約の違約金や契約を解除する権利を規約等に記載し、口頭又は書面で分かりやすく説明する。',
        en: 'The penalty for leaving early and the right to cancel are stated, and explained orally or in writing.',
      },
      [byRule(leavingIsStated), byRule(leavingIsExplained, { items: ['penalty', 'rightToCancel'] })],
      {
        seedRows: [10],
        ourReading: { ja: '違約金は計算できる定めであることを求める。', en: 'The penalty must be computable.' },
      },
    ),
    textNotInHand('第2章1.(8)'),
    textNotInHand('第2章1.(9)'),
    clause(
      '第2章1.(10)',
      {
        ja: '要員・品質管理・財政・経理の体制を持ち、審査登録機関に示せる。提供が困難になれば IPA と審査登録機関の両方へ速やかに報告する。再販協力会社が提供できなくなれば、実施主体がその責任を負う。',
        en: 'Staff, quality, finances and accounting can be shown to the registration body. Difficulty is reported promptly to both IPA and the registration body. When a reseller cannot provide, the implementing entity is responsible.',
      },
      [
        byPeople(
          'staffing',
          {
            ja: '要員を確保していることを示す資料を、有効な期限のうちに備える。',
            en: 'Documents that show the staff are kept, within their validity.',
          },
          {
            ja: '要員の確保を示す資料（種類・日付・有効期限・ハッシュ）',
            en: 'Documents on staff: kind, day, validity, hash',
          },
        ),
        byPeople(
          'quality',
          {
            ja: '品質管理等の社内プロセスを整えていることを示す資料を、有効な期限のうちに備える。',
            en: 'Documents that show quality management and the like are kept, within their validity.',
          },
          {
            ja: '社内プロセスの整備を示す資料（種類・日付・有効期限・ハッシュ）',
            en: 'Documents on quality management: kind, day, validity, hash',
          },
        ),
        byPeople(
          'finances',
          {
            ja: '安定した財政基盤を示す資料を、有効な期限のうちに備える。',
            en: 'Documents that show stable finances are kept, within their validity.',
          },
          {
            ja: '財政基盤を示す資料（種類・日付・有効期限・ハッシュ）',
            en: 'Documents on finances: kind, day, validity, hash',
          },
        ),
        byPeople(
          'accounting',
          {
            ja: '経理処理能力を示す資料を、有効な期限のうちに備える。',
            en: 'Documents that show the ability to keep accounts are kept, within their validity.',
          },
          {
            ja: '経理処理能力を示す資料（種類・日付・有効期限・ハッシュ）',
            en: 'Documents on accounting: kind, day, validity, hash',
          },
        ),
        byRule(difficultyIsReported),
        byRule(entityAnswersForEveryContract),
        byRule(sellerCanProvide),
      ],
      {
        seedRows: [13],
        ourReading: {
          ja: '実施主体は、提供困難を知った日から、ユーザーに対して責任を負うと読む。記録の上では、二人目が承認した時点で責任者が移り、知った日をその横に記す。管理者が提案した時は、承認を待たずに、新規の契約を止める。「速やかに」に日数の定めはない。四つの能力（要員・社内プロセス・財政・経理）は、それぞれ別の資料で示す。「提供が困難となる事情」と「その他必要な場合」の報告のうち、この仕組みが判定するのは、今のところ再販協力会社が提供できなくなったときだけである（条文がそれに限ると読むものではない）。',
          en: 'From the day the difficulty is known, the implementing entity answers to the user. On record, responsibility moves at the instant a second person approves, and the day it was known stands beside it. Where an admin proposes, new contracts stop without waiting for the approval. "Promptly" has no number of days. Each of the four capabilities (staff, processes, finances, accounting) is shown by documents of its own. Of the reports on a difficulty "and otherwise where needed", only that of a reseller that cannot provide is judged here so far; the clause is not read as limited to that.',
        },
      },
    ),
    clause(
      '第2章1.(11)',
      {
        ja: '実施主体は、日本の法令とこの基準を守る。',
        en: 'The implementing entity keeps the laws of Japan and this standard.',
      },
      [
        byPeople(
          'entityPledge',
          {
            ja: '実施主体は、法令とこの基準を守る旨を、代表する者が誓約する。',
            en: 'Whoever represents the implementing entity pledges that it keeps the law and this standard.',
          },
          { ja: '誓約の記録（日付・誓約した者）', en: 'Records of the pledge: day, who pledged' },
        ),
        byPeople(
          'lawAndStandard',
          {
            ja: '実施主体は、法令とこの基準を守っていることを、定めた者が点検する。',
            en: 'Someone named checks that the implementing entity keeps the law and this standard.',
          },
          { ja: '点検の記録（日付・結果）', en: 'Records of the check: day, outcome' },
        ),
      ],
      {
        seedRows: [15],
        ourReading: {
          ja: '守る義務を負うのは実施主体である。実施主体自身の誓約と点検を求める。再販協力会社の誓約は、第1章2.(4)で求める。',
          en: "The duty is the implementing entity's: we ask for its own pledge and check. The pledge of a reseller is asked for under 第1章2.(4).",
        },
      },
    ),
    textNotInHand('第2章2'),
    textNotInHand('第2章3.(1)'),
    clause(
      '第2章3.(2)',
      {
        ja: '提供内容に変更が生じたら、IPAが別に定めるガイドライン等に従い速やかに届け出る。内容によっては改めて申請する。',
        en: "A change of the service is notified promptly under IPA's guidelines; some changes need a new application.",
      },
      [
        byRule(changesAreLookedAt),
        byPeople(
          'changeNotified',
          {
            ja: '実施主体が届け出る。要件に関する変更は、改めて申請が要るかを確かめる。',
            en: 'The implementing entity notifies; for a change of requirements it finds out whether to apply anew.',
          },
          {
            ja: '届出の記録（どの版への変更か・宛先・日付・受付番号）',
            en: 'Records of the notification: of which version, to whom, day, number',
          },
          { ofEachChange: true },
        ),
      ],
      {
        seedRows: [14],
        alsoCitedAs: '第2章 2.(3)',
        ourReading: {
          ja: '表の番号は誤記と読む。ガイドラインは未入手。届出は変更ごとに要ると読み、一つの記録を別の変更の届出には数えない。',
          en: 'The printed number is read as a misprint. The guidelines are not in hand. Each change is notified by itself; a record of one does not count for another.',
        },
      },
    ),
    clause(
      '第2章3.(3)',
      {
        ja: '再販協力会社を含め、逸脱又はその強い疑いがあれば、IPAは相当の期間を定めて是正を指示でき、応じなければ登録を取り消す場合がある。',
        en: 'On a deviation or strong suspicion, a reseller included, IPA may instruct a correction within a reasonable period, and may revoke the registration if it is not made.',
      },
      [
        byPeople(
          'corrections',
          {
            ja: '是正の指示があれば、定められた期間のうちに是正し、報告する。',
            en: 'On an instruction, the implementing entity corrects and reports within the period given.',
          },
          {
            ja: '指示と是正の記録（指示の日・期限・是正の内容）。指示がなければ、その旨',
            en: 'The instruction and the correction: days, period, what was done; or that there was none',
          },
        ),
      ],
      {
        seedRows: [15],
        ourReading: {
          ja: '指示し、取り消すのはIPAである。期間は指示ごとに定まり、日数の定めはない。',
          en: 'It is IPA that instructs and revokes. The period is set by each instruction.',
        },
      },
    ),
    textNotInHand('附則1.(1)'),
    textNotInHand('附則1.(2)'),
    clause(
      '附則1.(3)',
      {
        ja: 'ネットワーク監視型は、通信全体を監視できるよう監視機器の設置場所等を考慮する。',
        en: 'For the network type, placement is chosen so that all traffic is seen.',
      },
      [byRule(placementIsConsidered, { lettersAtLeast: 4 })],
      {
        seedRows: [7],
        ourReading: {
          ja: '「設置する場所等を考慮」は、外部との境界のどこに置くか、監視が及ぶ区画、及ばない区画・通信とその扱い、監視機器を通らない経路の四つと読む。一つの文による記載は、考慮されたが項目ごとではないものとして示し、4字に満たないものは記載がないものとする。',
          en: 'To consider placement is read as four things: where at the boundary it stands, the segments it sees, what it does not see and what is done about that, and the ways around it. One text is shown as considered, not itemised; one of under four letters as nothing said.',
        },
      },
    ),
    clause(
      '附則1.(4)',
      {
        ja: '端末監視型は、少なくとも重要情報を取り扱う端末に導入する。',
        en: 'The endpoint type covers at least the terminals that handle important information.',
      },
      [byRule(importantTerminalsAreOffered), byRule(importantTerminalsAreCovered)],
      {
        seedRows: [8],
        ourReading: {
          ja: '重要情報を取り扱う端末の台数が分からない契約は、守られているとはしない。新しく起案する契約では台数の記載を求め、紙で結ばれた契約では分からないものとして記録し、一覧に示す。',
          en: 'A contract of which nobody counted the terminals with important information is never taken for kept. A contract drafted here has to count them; one signed on paper is recorded as not known, and listed.',
        },
      },
    ),
  ],
}
