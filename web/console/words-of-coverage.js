// @ts-check

/**
 * How an SME is served while its contract is taken over, in words.
 *
 * @typedef {import('./words.js').Names} Names
 */

/** @type {Names} */
export const facets = { monitoring: '監視', contact: '窓口', insurance: '保険' }

/** What a person found out about a facet. @type {Names} */
export const findings = { confirmed: '確かめた', lost: '途切れた' }

/** How a facet stands. @type {Names} */
export const facetStages = { unknown: '確かめていない', ...findings }

/** @type {Names} */
export const openCoverageStages = {
  covered: '確かめた',
  atRisk: '確かめていない',
  gap: '途切れている',
  restored: '元に戻った',
}

/** @type {Names} */
export const coverageStages = { ...openCoverageStages, ended: '契約が終わった' }

/** What can be done to many takeovers at once. @type {Names} */
export const works = {
  noteCoverage: '提供状態を記録する',
  serveOn: '実施主体がそのまま続けると決める（契約の相手方は変えない）',
  sendNoticeAgain: '引継ぎのお知らせを、もう一度メールで送る',
}

/** Why no letter has reached an SME that nobody else has told. @type {Names} */
export const unreachedReasons = {
  noAddress: 'メールアドレスがない',
  bounced: 'メールが戻った',
  notTold: '期日までに知らせたことを確かめられない',
}
