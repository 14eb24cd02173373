// @ts-check

/**
 * How an SME is served while its contract is taken over, in words.
 *
 * @typedef {import('./words.js').Names} Names
 */

/** @type {Names} */
export const facets = { monitoring: '監視が生きている', contact: '新しい窓口を伝えた', insurance: '保険が続いている' }

/** @type {Names} */
export const findings = { confirmed: '確かめた', lost: '途切れた' }

/** @type {Names} */
export const coverageStages = {
  covered: '確かめた',
  atRisk: '確かめていない',
  gap: '途切れている',
  restored: '元に戻った',
  ended: '契約が終わった',
}
