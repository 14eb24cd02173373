import { rule, unless } from '../model/rule.ts'

/** 第2章1.(1) There is a help desk an SME can turn to, and the terms say how to reach it. */
export const helpDeskCanBeReached = rule({
  name: 'help-desk-can-be-reached',
  on: 'service-version',
  asks: ['consultationDesk'],
  suppliedBy: 'implementingEntity',
  says: () => ({ ja: '相談窓口に電話又はメールで連絡できる。', en: 'The help desk can be reached by phone or mail.' }),
  objections: ({ consultationDesk: { phone, mail } }) =>
    unless(
      Boolean(phone ?? mail),
      'facts.consultationDesk',
      '相談窓口の電話もメールもありません。',
      'The help desk has neither phone nor mail.',
    ),
})
