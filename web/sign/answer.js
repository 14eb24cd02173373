// @ts-check
import { keep, kept } from './kept.js'
import { addPanel } from './panel.js'
import { addTicks, markMissing } from './paper.js'
import { addSigner } from './signer.js'
import { announce, complain, copyOf, element, empty, field, lookAt, onPress, part, setError } from './view.js'
import { inWords } from './words.js'

/**
 * @typedef {import('./kept.js').Draft} Draft
 * @typedef {import('./words.js').Problem} Problem
 * @typedef {import('./signer.js').Missing} Missing
 *
 * Sends an answer; gives back the problem where the form is the place to show it.
 * @typedef {<Name extends import('./kept.js').Answer['name']>(
 *   button: HTMLElement, name: Name, body: import('./api.js').Acts[Name]['body'],
 *   onProblem: (problem: Problem) => void,
 * ) => void} Tell
 */

const draft = () => /** @type {Draft} */ (kept().draft)
const change = (/** @type {Partial<Draft>} */ more) => keep({ draft: Object.assign({}, draft(), more) })

/**
 * The end of the document: what the person is asked for, and the buttons that answer.
 * @param {Element} screen
 * @param {import('./api.js').DocumentView} document
 * @param {'sign' | 'confirm' | 'amend'} purpose
 * @param {Tell} tell
 */
export const addAnswer = (screen, { sha256, disclosure }, purpose, tell) => {
  const root = copyOf(purpose)
  const items = disclosure.items.map(({ code }) => code)
  const signing = addSigner(root, disclosure.sme.signatory, () => look(), lookAt)
  // Nothing is called missing before it was asked for.
  let asked = false

  const look = () => {
    const left = items.filter((code) => draft().acknowledged.indexOf(code) < 0)
    count(screen, items.length, items.length - left.length)
    const missing = (left.length > 0 ? [unread(screen, left)] : []).concat(signing.missing())
    if (asked) {
      markMissing(screen, left)
      signing.mark(missing)
      list(part(root, 'missing'), missing)
    }
    return missing
  }

  addTicks(screen, draft().acknowledged, (code, on) => {
    const others = draft().acknowledged.filter((one) => one !== code)
    change({ acknowledged: on ? others.concat(code) : others })
    look()
  })
  onPress(root, 'go', () => {
    asked = true
    const missing = look()
    if (missing[0]) {
      announce(`まだできません。${missing.map(({ what }) => what).join('。')}。`)
      lookAt(missing[0].where)
      return
    }
    const shown = { documentSha256: sha256, acknowledged: items }
    const onProblem = (/** @type {Problem} */ problem) => {
      complain(part(root, 'trouble'), inWords(problem))
      signing.object(problem)
    }
    complain(part(root, 'trouble'), null)
    const go = part(root, 'go')
    const signed = Object.assign(shown, { signer: signing.signer() })
    if (purpose === 'confirm') return tell(go, 'confirm', signed, onProblem)
    if (purpose === 'amend') return tell(go, 'sign-amendment', signed, onProblem)
    return tell(go, 'sign', Object.assign(signed, { remoteSupportConsent: signing.consent() }), onProblem)
  })
  addPanel(root, purpose === 'confirm' ? disputing(root, signing, tell) : declining(root, tell))
  part(screen, 'answer').appendChild(root)
  look()
}

/** @param {Element} screen @param {number} all @param {number} read */
const count = (screen, all, read) => {
  const text = `${all}項目のうち${read}項目を確認しました`
  const shown = part(screen, 'progress')
  if (shown.textContent !== text) shown.textContent = text
  const meter = /** @type {HTMLProgressElement} */ (part(screen, 'meter'))
  meter.max = all
  meter.value = read
}

/** @param {Element} screen @param {readonly string[]} left @returns {Missing} */
const unread = (screen, left) => ({
  what: `あと${left.length}項目を確認してください`,
  where: /** @type {HTMLElement} */ (screen.querySelector(`[data-tick="${left[0]}"]`)),
})

/** What is missing, each with a way there. @param {HTMLElement} box @param {readonly Missing[]} missing */
const list = (box, missing) => {
  empty(box)
  if (missing.length === 0) return
  box.appendChild(element('p', 'まだ残っていることがあります', 'what'))
  const rows = element('ul', '', 'reasons')
  for (const { what, where } of missing) {
    const row = element('li')
    const go = element('button', what, 'plain')
    go.setAttribute('type', 'button')
    go.addEventListener('click', () => lookAt(where))
    row.appendChild(go)
    rows.appendChild(row)
  }
  box.appendChild(rows)
}

/** @param {Element} root @param {Tell} tell */
const declining = (root, tell) => () =>
  tell(part(root, 'tell'), 'decline', undefined, (problem) => complain(part(root, 'panelTrouble'), inWords(problem)))

/** @param {Element} root @param {import('./signer.js').Signer} signing @param {Tell} tell */
const disputing = (root, signing, tell) => {
  const what = field(root, 'what')
  const asked = 'どこが、どう違うかを入れてください'
  what.value = draft().what
  what.addEventListener('input', () => {
    change({ what: what.value })
    if (what.value.trim() !== '') setError(part(root, 'whatError'), what, '')
  })
  return () => {
    const blank = what.value.trim() === ''
    setError(part(root, 'whatError'), what, blank ? `${asked}。` : '')
    if (blank) {
      announce(`まだ送れません。${asked}。`)
      what.focus()
      return
    }
    const missing = signing.missing()
    signing.mark(missing)
    if (missing[0]) {
      announce(`まだ送れません。${missing.map((one) => one.what).join('。')}。`)
      return lookAt(missing[0].where)
    }
    tell(part(root, 'tell'), 'dispute', { what: what.value, signer: signing.signer() }, (problem) => {
      complain(part(root, 'panelTrouble'), inWords(problem))
      signing.object(problem)
    })
  }
}
