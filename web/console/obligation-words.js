// @ts-check
/** What is owed in a discontinuance, and how that stands, in words. */

/** @type {import('./words.js').Names} */
export const obligations = {
  tellSmes: 'ユーザー全員に引継ぎを知らせる',
  reportToIpa: 'IPAへ報告する',
  reportToRegistrationBody: '審査登録機関へ報告する',
  notifyChange: '変更届（再販協力会社の一覧）を出す',
  continueInsurance: '付帯する保険の継続を確かめる',
}

/** @type {import('./words.js').Names} */
export const obligationStages = {
  scheduled: '期限内',
  overdue: '期限超過',
  escalated: '期限超過（通知済み）',
  fulfilled: '果たした',
  waived: '免じた',
}
