// @ts-check
/** How ready one is for a reseller that stops, in words. */

/** @type {import('./words.js').Names} */
export const handoverStages = {
  missing: '未提出',
  outOfReach: '再販協力会社だけが保管',
  stale: '古くなっている',
  current: 'そろっている',
}

/** @type {import('./words.js').Names} */
export const handoverKeepers = {
  implementingEntity: '実施主体',
  thirdParty: '第三者',
  reseller: '再販協力会社',
}

/** What a drill finds of a contract, as lists are asked for it. @type {import('./words.js').Names} */
export const drillLists = {
  anyGap: 'どれかが途切れる契約',
  monitoring: '監視が途切れる契約',
  contact: '窓口が途切れる契約',
  insurance: '保険が途切れる契約',
  noContact: '連絡先がない',
  lettersReturned: '直近のメールが戻ってきた',
  noMail: 'メールがなく電話だけ',
  noAdvanceConsent: '契約の移転の事前の承諾がない',
  notConfirmed: '紙の契約をユーザーが確かめていない',
  insuredByReseller: '保険契約者が再販協力会社',
  underWay: '変更か解約の手続の途中',
  voided: '無効になる下書き・申込み',
}

/** @type {import('./words.js').Names} */
export const facets = { monitoring: '監視', contact: '窓口', insurance: '保険' }

/** @type {import('./words.js').Names} */
export const fates = { takenOver: '引継ぎ', voided: '無効' }
