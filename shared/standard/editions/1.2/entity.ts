import { byPeople, byRule, clause, type Clause } from '../../model/edition.ts'
import { difficultyIsReported } from '../../rules/difficulty-is-reported.ts'
import { entityAnswersForEveryContract } from '../../rules/entity-answers-for-every-contract.ts'
import { sellerCanProvide } from '../../rules/seller-can-provide.ts'
import { textNotInHand } from '../../model/text-not-in-hand.ts'

/** Clauses of 第2章1.(8) to 2: what the implementing entity itself must be. */
export const entity: readonly Clause[] = [
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
]
