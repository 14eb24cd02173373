import { rule, unless } from '../model/rule.ts'

/** 第2章1.(2) A detection is told to the user, so a contract names where: a mail address or a phone of the SME itself. */
export const noticeReachesTheSme = rule({
  name: 'notice-reaches-the-sme',
  on: 'contract',
  asks: ['noticeBy'],
  suppliedBy: 'sme',
  says: () => ({
    ja: '契約に、ユーザー本人へのインシデントの通知先がある。',
    en: 'The contract names where the user itself is told of incidents.',
  }),
  objections: ({ noticeBy }) =>
    unless(
      noticeBy !== 'nothing',
      'sme.noticeContact',
      'インシデントの通知先（メール又は電話）がありません。',
      'There is no contact (mail or phone) to tell of incidents.',
    ),
})
