import { byPeople, byRule, clause, type Clause } from '../../model/edition.ts'
import { changesAreLookedAt } from '../../rules/changes-are-looked-at.ts'
import { textNotInHand } from '../../model/text-not-in-hand.ts'

/** Clauses of 第2章3: what registration asks for afterwards. */
export const registration: readonly Clause[] = [
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
]
