import { plainDate } from '../../domain/plain-date.ts'
import { disclosureItemCodes } from '../../domain/disclosure-items.ts'
import { serviceFunctions } from '../../domain/service/facts.ts'
import { byNobody, byRule, clause, type Edition } from '../model/edition.ts'
import { conditionsAreExplained, leavingIsExplained, selfPayIsExplained } from '../rules/conditions-are-explained.ts'
import { conditionsAreStated } from '../rules/conditions-are-stated.ts'
import { disclosuresAreAcknowledged } from '../rules/disclosures-are-acknowledged.ts'
import { firstResponseIsCovered } from '../rules/first-response-is-covered.ts'
import { helpDeskCanBeReached } from '../rules/help-desk-can-be-reached.ts'
import { insuranceIsBundled } from '../rules/insurance-is-bundled.ts'
import { leavingIsStated } from '../rules/leaving-is-stated.ts'
import { noticeReachesTheSme } from '../rules/notice-reaches-the-sme.ts'
import { dispatchGoesWhereAsked, onSiteDispatchIsOffered } from '../rules/on-site-dispatch-is-offered.ts'
import { oneLiveContractEach } from '../rules/one-live-contract-each.ts'
import { offeredAsOneContract, soldAsOneContract } from '../rules/sold-as-one-contract.ts'
import {
  resoldByThoseTheStandardNames,
  soldByThoseTheStandardNames,
} from '../rules/sold-by-those-the-standard-names.ts'
import { selfPayIsStated } from '../rules/self-pay-is-stated.ts'
import { terminalsAreWatched } from '../rules/terminals-are-watched.ts'
import { textNotInHand } from '../model/text-not-in-hand.ts'

const definitionOnly = byNobody({
  ja: 'この版では形態の定義だけで、備えるべき機能の定めがない。',
  en: 'In this edition it only defines the type; no functions are demanded.',
})

/** サービス基準 1.1版, as far as the table of changes quotes it. */
export const edition1_1: Edition = {
  id: '1.1',
  title: { ja: 'サイバーセキュリティお助け隊サービス基準 1.1版', en: 'Service standard, edition 1.1' },
  published: { on: plainDate('2021-07-01'), exactTo: 'month' },
  inForceFrom: null,
  knownInPartOnly: false,
  source: {
    ja: '1.2版への改定の主な内容を示す表にある、改定前の引用。表にない条は、条文未入手とする。',
    en: 'The earlier wording quoted in the table of changes. Clauses it does not quote are marked as not in hand.',
  },
  monitoringTypes: ['network', 'endpoint', 'combined'],
  clauses: [
    textNotInHand('第1章1'),
    clause(
      '第1章2.(1)',
      {
        ja: 'ネットワーク一括監視型は、ネットワークの監視装置でユーザーの通信の異常を監視する形態である。',
        en: "The network type watches the user's traffic with a network security device.",
      },
      [definitionOnly],
      { seedRows: [6, 7] },
    ),
    clause(
      '第1章2.(2)',
      {
        ja: '端末監視型は、端末用のソフトウェアで端末内部の挙動の異常を監視する形態である。',
        en: 'The endpoint type watches behaviour inside terminals with endpoint software.',
      },
      [byRule(terminalsAreWatched)],
      { seedRows: [8] },
    ),
    clause(
      '第1章2.(3)',
      {
        ja: '実施主体は、中小企業と契約し、審査登録機関へ申請する事業者である。',
        en: 'The implementing entity is the one who contracts with the SME and applies to the registration body.',
      },
      [
        byRule(soldByThoseTheStandardNames, { channels: ['direct'] }),
        byRule(resoldByThoseTheStandardNames, { channels: ['direct'] }),
      ],
      { seedRows: [12] },
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
        ja: 'ネットワーク又は端末を24時間見守り、攻撃を検知して知らせる。',
        en: 'Watch network or terminals around the clock, detect attacks and tell.',
      },
      [byRule(noticeReachesTheSme)],
      {
        seedRows: [9],
        alsoCitedAs: '第1章 1.(2)',
        ourReading: {
          ja: '通知先は、ユーザー本人とする。',
          en: 'Notices go to the user itself.',
        },
      },
    ),
    clause(
      '第2章1.(3)',
      {
        ja: '要請があれば指定の場所へ技術者を派遣して支援する。リモートで支援できるときはリモートでもよい。',
        en: 'Send an engineer to the place named on request; remote support where that is possible.',
      },
      [byRule(onSiteDispatchIsOffered), byRule(dispatchGoesWhereAsked)],
      { seedRows: [3, 4] },
    ),
    textNotInHand('第2章1.(4)'),
    clause(
      '第2章1.(5)',
      {
        ja: '突発的な費用を補償し、初動対応の費用を含むサイバー保険を付ける。自己負担が生じる場合とその範囲を規約等に記載し、口頭又は書面で説明する。',
        en: 'A cyber insurance that covers first response is bundled; when and how far the user pays itself is stated, and explained orally or in writing.',
      },
      [
        byRule(insuranceIsBundled),
        byRule(firstResponseIsCovered),
        byRule(selfPayIsStated),
        byRule(selfPayIsExplained, { items: ['insurance', 'selfPay'] }),
      ],
      {
        seedRows: [5],
        ourReading: {
          ja: '初動対応の費用かどうかは、規約等での呼び方ではなく、事項の区分による。自己負担が生じる場合がないときは、その旨の明示を求める。',
          en: 'Whether a cost is that of first response is decided by its kind, not by what the terms call it. Where the user never pays itself, we ask to say so.',
        },
      },
    ),
    clause(
      '第2章1.(6)',
      {
        ja: '(1)から(5)の機能を一つの契約で提供する。',
        en: 'Functions (1) to (5) come in one contract.',
      },
      [
        byRule(offeredAsOneContract, { functions: serviceFunctions }),
        byRule(soldAsOneContract, { functions: serviceFunctions }),
        byRule(oneLiveContractEach),
        byRule(disclosuresAreAcknowledged, { items: disclosureItemCodes }),
      ],
      {
        seedRows: [1, 2],
        ourReading: {
          ja: '同じサービスの契約は、中小企業ごとに一つとする。署名する人が、示された項目ごとに確認することを求める。紙で結んだ契約では、開示事項は、ユーザーが確認したもの、又は名前の記録された人が署名された様式を読んで記載を認めたものに限り、記載されていると読む。契約を記録した担当者の申告だけでは足りない（規約等への記載を求める第2章1.(5)・(7)も同じ）。',
          en: 'One contract per SME and service. The signer acknowledges each item shown. Of a contract signed on paper, a disclosed item counts as stated only where the user confirmed it, or a named person read the form that was signed and found it; the word of whoever attests alone never counts (so under 第2章1.(5) and (7), which ask to state things).',
        },
      },
    ),
    textNotInHand('第2章1.(7)ア・イ'),
    clause(
      '第2章1.(7)ウ',
      {
        ja: '初期費用・契約年数などの条件を規約等に記載し、口頭又は書面で分かりやすく説明する。',
        en: 'Initial fee, term and other conditions are stated, and explained orally or in writing.',
      },
      [byRule(conditionsAreStated), byRule(conditionsAreExplained, { items: ['initialFee', 'monthlyFee', 'term'] })],
      { seedRows: [10] },
    ),
    clause(
      '第2章1.(7)エ',
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
    textNotInHand('第2章2'),
    textNotInHand('第2章3.(1)'),
    textNotInHand('附則1.(1)'),
    textNotInHand('附則1.(2)'),
  ],
}
