import { disclosureItemCodes } from '../../../domain/disclosure-items.ts'
import { serviceFunctions } from '../../../domain/service/facts.ts'
import { byRule, clause, type Clause } from '../../model/edition.ts'
import { conditionsAreExplained, leavingIsExplained } from '../../rules/conditions-are-explained.ts'
import { conditionsAreStated } from '../../rules/conditions-are-stated.ts'
import { deviceAndCountriesAreDisclosed } from '../../rules/device-and-countries-are-disclosed.ts'
import { disclosuresAreAcknowledged } from '../../rules/disclosures-are-acknowledged.ts'
import { initialFeeWithinCap } from '../../rules/initial-fee-within-cap.ts'
import { leavingIsStated } from '../../rules/leaving-is-stated.ts'
import { monthlyFeeWithinCap } from '../../rules/monthly-fee-within-cap.ts'
import { oneLiveContractEach } from '../../rules/one-live-contract-each.ts'
import { resellerCanExplain } from '../../rules/reseller-can-explain.ts'
import { offeredAsOneContract, soldAsOneContract } from '../../rules/sold-as-one-contract.ts'

/** Clauses of 第2章1.(6) and (7): one contract, its price and its conditions. */
export const conditions: readonly Clause[] = [
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
]
