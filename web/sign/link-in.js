// @ts-check
import { said } from './words.js'

/**
 * The link in an address, however a mail program or a gateway handed it on: escaped once or more, with a blank, a full
 * stop, a bracket or more parameters about it, broken over two lines, or as the raw text of a mail (quoted-printable) has it.
 */

/** A link: the contract's id, a nonce, and a seal of forty-three letters. */
const whole = /ctr_[0-9a-z]{38}\.[\w-]+\.[\w-]{43}/
/** The beginning of one, as it stands where it was broken off. */
const begun = /ctr_[0-9a-z]{0,38}(?:\.[\w-]*){0,2}/

/** @param {string} text */
const unescaped = (text) => {
  let plain = text
  for (let n = 0; n < 3 && plain.indexOf('%') >= 0; n += 1) {
    try {
      plain = decodeURIComponent(plain)
    } catch {
      return plain
    }
  }
  return plain
}

/** Ways an address reads: as it is, with the marks of a mail's raw text taken out, and with wide letters made narrow. @param {string} address */
const readings = (address) => {
  const text = unescaped(address)
  const narrow = typeof text.normalize === 'function' ? text.normalize('NFKC') : text
  const plain = [text, narrow].map((one) => one.replace(/\s/g, ''))
  const raw = (/** @type {string} */ one) => one.replace(/=\s*/g, '')
  const coded = (/** @type {string} */ one) =>
    one.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
  return plain.concat(raw(narrow).replace(/\s/g, ''), raw(coded(narrow)).replace(/\s/g, ''))
}

/**
 * What a pattern finds in any of those readings.
 * @param {RegExp} pattern
 * @param {string} address
 */
const inAny = (pattern, address) => {
  for (const text of readings(address)) {
    const found = pattern.exec(text)
    if (found) return found[0]
  }
  return null
}

/**
 * The link, `'cut'` where only the beginning of one is there, `null` where there is none at all.
 * @param {string} address what stands behind the page's path, or the path itself
 * @returns {string | null}
 */
export const linkIn = (address) => {
  const found = inAny(whole, address)
  if (found) return found
  return inAny(begun, address) ? 'cut' : null
}

/** The link of the page on who serves a contract: its id and a seal. */
const serving = /ctr_[0-9a-z]{38}\.[\w-]{43}/

/** The link of "who serves me now" in an address; null where there is none. @param {string} address */
export const servingLinkIn = (address) => inAny(serving, address)

/** What a person reads whose address brings no whole link. @param {string | undefined} taken */
export const whyNoLink = (taken) =>
  taken === 'cut'
    ? said(
        'リンクが途中で切れています',
        'リンクの途中までしか届いていません。メールの画面で二行に分かれているときは、下の行の終わりまで続けてコピーし、ブラウザーのアドレス欄に貼り付けてください。',
      )
    : said('リンクが見つかりません', 'メールにあるリンクを、はじめから終わりまで全部、もう一度開いてください。')
