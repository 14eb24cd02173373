// @ts-check
import { send } from './api.js'
import { stepFor } from './commands.js'
import { inJapan } from './japanese.js'
import { keep, kept } from './kept.js'
import { addLetter, isNoPhone, whyNoCode } from './letter.js'
import { complain, copyOf, field, fill, onPress, part, show, working } from './view.js'
import { inWords, isUnsure } from './words.js'

/**
 * @typedef {import('./words.js').Problem} Problem
 * @typedef {{
 *   entered: () => Promise<void>, back: () => void, stopped: (problem: Problem) => void, wornOut: () => void,
 * }} Then
 */

const codeGoodForMs = 10 * 60000

/**
 * Has a code sent. Gives the problem where there is none to enter.
 * @returns {Promise<Problem | null>}
 */
export const requestCode = async () => {
  const { link = '' } = kept()
  const reply = await send('open', { link }, stepFor('open', { link }))
  if (reply.ok) keep({ step: undefined, sent: Object.assign({ at: Date.now() }, reply.value) })
  else if (!isUnsure(reply.problem.kind)) keep({ step: undefined })
  return reply.ok ? null : reply.problem
}

/** Whether a code that can still be entered has been sent. */
export const codeIsOut = () => {
  const { sent } = kept()
  return Boolean(sent && Date.now() < sent.at + codeGoodForMs)
}

/** Digits however they were typed: wide ones from a Japanese keyboard, spaces and hyphens in between. */
const digitsOf = (/** @type {string} */ text) =>
  text
    .replace(/[\uff10-\uff19]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\-\u2010-\u2015\u2212\u30fc\uff0d]/g, '')

/** How a code comes, by the way it goes; and what helps where it did not come. */
const ways = {
  sms: {
    how: 'SMS（ショートメッセージ）で、6桁の確認コードをお送りしました。',
    wait: '1分ほど待っても届かないときは、送り直せます。',
    again: 'コードを送り直す',
    resent: '新しいコードをお送りしました。',
  },
  voice: {
    how: 'いま、お電話をおかけしています。6桁の確認コードを2回読み上げますので、お書き留めください。',
    wait: '電話が鳴らないときや、出られなかったとき、聞き取れなかったときは、もう一度おかけします。',
    again: 'もう一度、電話を受ける',
    resent: 'もう一度、お電話をおかけしています。新しいコードをお書き留めください。',
  },
}
const tenMinutes = 'コードは、届いてから10分のあいだ使えます。'

/**
 * Where a code is entered: one that was just sent, or that of a letter, which may have been asked for days ago.
 * @param {Then} then
 * @param {{ ofLetter?: boolean }} [which]
 */
export const showCode = (then, { ofLetter = false } = {}) => {
  const screen = copyOf('code')
  const input = field(screen, 'field')
  const error = part(screen, 'error')
  const offerLetter = addLetter(part(screen, 'letter'), then)

  const tellSent = () => {
    const { sent } = kept()
    if (!sent) return
    const { how, wait, again } = ways[sent.by === 'voice' ? 'voice' : 'sms']
    fill(screen, {
      how: how + tenMinutes,
      wait,
      again,
      phone: sent.codeSentTo,
      phoneHeard: `末尾が ${sent.codeSentTo.replace(/\*/g, '')} の電話番号`,
      until: `${inJapan(sent.expiresAt)}まで（日本時間）`,
      left: leftOf(sent),
    })
    part(screen, 'again').hidden = sent.codesLeft === 0
  }
  const objectTo = (/** @type {string} */ what) => {
    error.textContent = what
    error.hidden = what === ''
    input.setAttribute('aria-invalid', String(what !== ''))
    if (what === '') return
    input.focus()
    input.select()
  }

  const enter = async (/** @type {string} */ code) => {
    const body = { link: kept().link || '', code }
    const reply = await send('enter', body, stepFor('enter', body))
    if (reply.ok) {
      const { token, purpose, expiresInSeconds } = reply.value
      keep({ step: undefined, session: { token, purpose, until: Date.now() + expiresInSeconds * 1000 } })
      return then.entered()
    }
    const { problem } = reply
    if (isUnsure(problem.kind)) return complain(part(screen, 'trouble'), inWords(problem))
    keep({ step: undefined })
    if (problem.kind === 'code-not-right' && problem.attemptsLeft === 0) return then.wornOut()
    if (problem.kind === 'code-not-right') return objectTo(`${inWords(problem).what}。${inWords(problem).act}`)
    if (problem.kind === 'link-not-usable' && problem.cause === 'noCode') {
      return objectTo(
        ofLetter ? noLetterCode : '届いてから10分が過ぎたようです。下のボタンで、新しいコードを受け取ってください。',
      )
    }
    return then.stopped(problem)
  }

  part(screen, 'form').addEventListener('submit', (event) => {
    event.preventDefault()
    complain(part(screen, 'trouble'), null)
    part(screen, 'resent').hidden = true
    const code = digitsOf(input.value)
    if (!/^[0-9]{6}$/.test(code)) return objectTo('6桁の数字を入れてください。')
    objectTo('')
    working(part(screen, 'go'), () => enter(code))
  })
  onPress(screen, 'again', () => {
    complain(part(screen, 'againTrouble'), null)
    working(part(screen, 'again'), async () => {
      const problem = await requestCode()
      if (problem && problem.kind === 'link-not-usable') return then.stopped(problem)
      if (problem) {
        complain(part(screen, 'againTrouble'), whyNoCode(problem))
        return isNoPhone(problem) ? offerLetter() : undefined
      }
      tellSent()
      objectTo('')
      input.value = ''
      const resent = part(screen, 'resent')
      resent.hidden = false
      const { sent } = kept()
      const { resent: told } = ways[sent && sent.by === 'voice' ? 'voice' : 'sms']
      resent.textContent = `${told}前に届いたコードも、届いてから10分のあいだは使えます。`
      input.focus()
    })
  })
  onPress(screen, 'back', then.back)

  if (ofLetter) fill(screen, { how: '手紙にある6桁の確認コードを入れてください。' })
  else tellSent()
  for (const name of ['facts', 'byPhone']) part(screen, name).hidden = ofLetter
  part(screen, 'byLetter').hidden = !ofLetter
  show(screen, '確認コードの入力')
}

const noLetterCode =
  'このリンクに、いま使える手紙のコードがありません。いちばん新しいリンクか、手紙に書かれた日時までかを、お確かめください。'

/** How many more codes can be sent, or when the next can. */
const leftOf = (/** @type {NonNullable<import('./kept.js').Kept['sent']>} */ { codesLeft, nextCodeAt }) => {
  if (codesLeft === undefined) return ''
  if (codesLeft > 0) return `コードは、あと${codesLeft}回お送りできます（送ってから24時間たつと、1回分が戻ります）。`
  return `コードを送れる回数に達しました。${nextCodeAt ? `${inJapan(nextCodeAt)}（日本時間）から、またお送りできます。` : ''}`
}
