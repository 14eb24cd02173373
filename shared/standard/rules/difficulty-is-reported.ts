import { dayInWords, type PlainDate } from '../../domain/plain-date.ts'
import { rule, unless, type Objection } from '../model/rule.ts'

const reported = (
  on: PlainDate | null,
  occurredOn: PlainDate,
  where: string,
  to: string,
  toEn: string,
): readonly Objection[] =>
  on === null
    ? unless(false, where, `${to}への報告がありません。`, `There is no report to ${toEn}.`)
    : unless(
        occurredOn <= on,
        where,
        `${to}への報告の日が、事情の生じた日（${dayInWords(occurredOn)}）より前です。`,
        `The report to ${toEn} is of a day before the difficulty arose.`,
      )

/** 第2章1.(10) A difficulty is reported to both, IPA and the registration body; one of them alone is not enough. */
export const difficultyIsReported = rule({
  name: 'difficulty-is-reported',
  on: 'discontinuance',
  asks: ['occurredOn', 'reportedToIpaOn', 'reportedToRegistrationBodyOn'],
  suppliedBy: 'implementingEntity',
  says: () => ({
    ja: '提供が困難となった事情を、IPAと審査登録機関の両方へ報告する。',
    en: 'A difficulty is reported to both IPA and the registration body.',
  }),
  objections: ({ occurredOn, reportedToIpaOn, reportedToRegistrationBodyOn }) => [
    ...reported(reportedToIpaOn, occurredOn, 'reports.ipa', 'IPA', 'IPA'),
    ...reported(
      reportedToRegistrationBodyOn,
      occurredOn,
      'reports.registrationBody',
      '審査登録機関',
      'the registration body',
    ),
  ],
})
