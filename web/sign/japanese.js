// @ts-check

const two = (/** @type {number} */ n) => (n < 10 ? `0${n}` : String(n))

/**
 * An instant as people in Japan read it, wherever the phone thinks it is: 2026年10月1日 9時05分.
 * @param {string} at
 */
export const inJapan = (at) => {
  // Japan keeps one offset all year, so nine hours on are its clock.
  const there = new Date(Date.parse(at) + 9 * 3600000)
  const day = `${there.getUTCFullYear()}年${there.getUTCMonth() + 1}月${there.getUTCDate()}日`
  return `${day} ${there.getUTCHours()}時${two(there.getUTCMinutes())}分`
}

/**
 * A day as people read it: 2026年10月1日.
 * @param {string} day
 */
export const dayInWords = (day) => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** @param {number} amount */
export const yen = (amount) => `${amount.toLocaleString('ja-JP')}円`
