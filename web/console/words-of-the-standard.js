// @ts-check

/**
 * What the standard leaves open, and what it asks of an insurance, in words.
 *
 * @typedef {import('./words.js').Names} Names
 */

/** What kind of cost an insurance covers. @type {Names} */
export const matterKinds = {
  firstResponse: '初動対応（駆付け支援等）',
  causeAnalysis: '原因調査',
  recovery: '復旧',
  notification: '通知・公表',
  liability: '賠償責任',
  other: 'その他',
}

/** What can be called neither kept nor breached. @type {Names} */
export const doubts = {
  notKnown: '分かっていません',
  awaited: '確認を待っています',
  depends: '手元にない条文によります',
  notItemised: '記録はありますが、項目ごとではありません',
}

/** @type {Names} */
export const tellingVerdicts = { kept: 'なお即時であった', departed: '即時とはいえない' }
