// @ts-check
import { announce, button, el, freshId, working } from './dom.js'
import { goToSignIn, signIn } from './hosted.js'

/**
 * Goes on with a token, given how another is had for the same person.
 * @typedef {(token: string, again: () => Promise<string | undefined>) => Promise<void>} OnToken
 */

/**
 * Shows how people sign in here.
 * @param {HTMLElement} main
 * @param {string | undefined} why
 * @param {OnToken} onToken
 */
export const showSignIn = async (main, why, onToken) => {
  const heading = el('h1', { tabindex: '-1' }, 'サインイン')
  const trouble = el('div', { class: 'trouble' })
  const how = await signIn()
  main.replaceChildren(heading, why ? el('p', { class: 'notice' }, why) : '', trouble, ...waysIn(how, trouble, onToken))
  document.title = 'サインイン'
  heading.focus()
  if (why) announce(why)
}

/**
 * @param {import('./hosted.js').SignIn | undefined} how
 * @param {HTMLElement} trouble
 * @param {OnToken} onToken
 */
const waysIn = (how, trouble, onToken) => {
  switch (how?.kind) {
    case 'hosted': {
      const go = button('サインインの画面へ進む', () => working(go, () => goToSignIn(how)), 'first')
      return [el('p', {}, 'メールアドレスとパスワード、認証アプリの番号をご用意ください。'), go]
    }
    case 'local':
      return localWays(how, trouble, onToken)
    default:
      return [
        el('p', { class: 'error' }, 'サインインの方法を確かめられませんでした。'),
        el('p', {}, 'つながっているかをお確かめのうえ、画面を読み込み直してください。'),
      ]
  }
}

/** @param {string} mail @returns {Promise<string | undefined>} */
const localToken = async (mail) => {
  const response = await fetch('/local/tokens', { method: 'POST', body: JSON.stringify({ mail }) })
  return response.ok ? /** @type {{ token: string }} */ (await response.json()).token : undefined
}

/**
 * @param {import('./hosted.js').Local} local
 * @param {HTMLElement} trouble
 * @param {OnToken} onToken
 */
const localWays = ({ people }, trouble, onToken) => {
  const as = async (/** @type {string} */ mail) => {
    const again = () => localToken(mail).catch(() => undefined)
    const token = await again()
    if (token) return onToken(token, again)
    trouble.replaceChildren(el('p', { class: 'what' }, 'このメールアドレスの人は、まだ招かれていません。'))
    announce('このメールアドレスの人は、まだ招かれていません。')
  }
  const id = freshId()
  const mail = el('input', { id, type: 'email', autocomplete: 'off', spellcheck: 'false' })
  const submit = el('button', { type: 'submit' }, 'この人として入る')
  const other = el(
    'form',
    { novalidate: true },
    el('div', { class: 'field' }, el('label', { for: id }, 'メールアドレス'), mail),
    submit,
  )
  other.addEventListener('submit', (event) => {
    event.preventDefault()
    void working(submit, () => as(mail.value.trim()))
  })
  return [
    el('p', { class: 'notice' }, '手元の機械で動いています。試すための人を選ぶと、その人として入れます。'),
    el(
      'ul',
      { class: 'people' },
      people.map(({ who, mail: address }) => {
        const go = button(who, () => working(go, () => as(address)))
        return el('li', {}, go, el('span', { class: 'note' }, address))
      }),
    ),
    el('h2', {}, 'ほかの人として入る'),
    el('p', {}, 'この画面で招いた人のメールアドレスを入れてください。'),
    other,
  ]
}
