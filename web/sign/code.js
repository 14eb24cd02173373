// @ts-check
import { send } from './api.js'
import { stepFor } from './commands.js'
import { inJapan } from './japanese.js'
import { keep, kept } from './kept.js'
import { complain, copyOf, field, fill, onPress, part, show, working } from './view.js'
import { inWords, isUnsure } from './words.js'

/**
 * @typedef {import('./words.js').Problem} Problem
 * @typedef {{ entered: () => Promise<void>, stopped: (problem: Problem) => void, wornOut: () => void }} Then
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

const spokenHow = 'いま、お電話をおかけしています。6桁の確認コードを2回読み上げますので、お書き留めください。'

/** @param {Then} then */
export const showCode = (then) => {
  const screen = copyOf('code')
  const input = field(screen, 'field')
  const error = part(screen, 'error')

  const tellSent = () => {
    const { sent } = kept()
    if (!sent) return
    fill(screen, {
      how: sent.by === 'voice' ? spokenHow : 'SMSで6桁の確認コードをお送りしました。',
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
      return objectTo('コードの10分が過ぎたようです。下の「コードを送り直す」で、新しいコードを受け取ってください。')
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
      if (problem) return complain(part(screen, 'againTrouble'), inWords(problem))
      tellSent()
      objectTo('')
      input.value = ''
      const resent = part(screen, 'resent')
      resent.hidden = false
      resent.textContent = '新しいコードをお送りしました。前に届いたコードも、届いてから10分のあいだは使えます。'
      input.focus()
    })
  })

  tellSent()
  show(screen, '確認コードの入力')
}

/** How many more codes can be sent, or when the next can. */
const leftOf = (/** @type {NonNullable<import('./kept.js').Kept['sent']>} */ { codesLeft, nextCodeAt }) => {
  if (codesLeft === undefined) return ''
  if (codesLeft > 0) return `コードは、あと${codesLeft}回お送りできます（送ってから24時間たつと、1回分が戻ります）。`
  return `コードを送れる回数に達しました。${nextCodeAt ? `${inJapan(nextCodeAt)}（日本時間）から、またお送りできます。` : ''}`
}
