// @ts-check
import { keep, kept } from './kept.js'
import { addTicks, markMissing } from './paper.js'
import { announce, complain, copyOf, element, empty, field, onPress, part } from './view.js'
import { inWords } from './words.js'

/**
 * @typedef {import('./kept.js').Draft} Draft
 * @typedef {import('./words.js').Problem} Problem
 * @typedef {{ what: string, where: HTMLElement, error?: string }} Missing
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
 * @param {'sign' | 'confirm'} purpose
 * @param {Tell} tell
 */
export const addAnswer = (screen, { sha256, disclosure }, purpose, tell) => {
  const root = copyOf(purpose)
  const items = disclosure.items.map(({ code }) => code)
  const signing = purpose === 'sign' ? addSigner(root, disclosure.sme.signatory, () => look()) : null
  // Nothing is called missing before it was asked for.
  let asked = false

  const look = () => {
    const left = items.filter((code) => draft().acknowledged.indexOf(code) < 0)
    count(screen, items.length, items.length - left.length)
    const missing = (left.length > 0 ? [unread(screen, left)] : []).concat(signing ? signing.missing() : [])
    if (asked) {
      markMissing(screen, left)
      if (signing) signing.mark(missing)
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
      if (signing) signing.object(problem)
    }
    complain(part(root, 'trouble'), null)
    if (signing) tell(part(root, 'go'), 'sign', Object.assign(shown, signing.given()), onProblem)
    else tell(part(root, 'go'), 'confirm', shown, onProblem)
  })
  addPanel(root, purpose === 'sign' ? declining(root, tell) : disputing(root, tell))
  part(screen, 'answer').appendChild(root)
  look()
}

const lookAt = (/** @type {HTMLElement} */ where) => {
  where.focus()
  const box = where.closest('li, fieldset, .field') || where
  box.scrollIntoView({ block: 'center' })
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

/**
 * Who signs, and whether remote support is agreed to. Neither is chosen beforehand.
 * @param {Element} root
 * @param {{ name: string, title: string } | null} planned
 * @param {() => void} look
 */
const addSigner = (root, planned, look) => {
  const [yes, no] = [field(root, 'yes'), field(root, 'no')]
  const [name, title] = [field(root, 'name'), field(root, 'title')]
  const kinds = /** @type {const} */ ({ consentError: part(root, 'consent'), nameError: name, titleError: title })
  const before = draft()
  yes.checked = before.consent === true
  no.checked = before.consent === false
  name.value = before.name
  title.value = before.title
  const take = () => {
    const consent = yes.checked ? true : no.checked ? false : null
    change({ consent, name: name.value, title: title.value })
    look()
  }
  for (const one of [yes, no]) one.addEventListener('change', take)
  for (const one of [name, title]) one.addEventListener('input', take)
  if (planned) {
    part(root, 'planned').hidden = false
    part(root, 'fill').textContent = `「${planned.name}(${planned.title})」をそのまま入れる`
    onPress(root, 'fill', () => {
      name.value = planned.name
      title.value = planned.title
      take()
      announce('お名前と役職を入れました。')
    })
  }

  return {
    /** @returns {Missing[]} */
    missing: () => {
      const { consent, name: given, title: held } = draft()
      return [
        ...(consent === null
          ? [{ what: 'リモート支援に同意するかどうかを選んでください', where: yes, error: 'consentError' }]
          : []),
        ...(given.trim() === '' ? [{ what: 'お名前を入れてください', where: name, error: 'nameError' }] : []),
        ...(held.trim() === '' ? [{ what: '役職を入れてください', where: title, error: 'titleError' }] : []),
      ]
    },
    mark: (/** @type {readonly Missing[]} */ missing) => {
      for (const error of /** @type {(keyof typeof kinds)[]} */ (Object.keys(kinds))) {
        const found = missing.find((one) => one.error === error)
        setError(part(root, error), kinds[error], found ? `${found.what}。` : '')
      }
    },
    /** What the service objects to in a field is said beside it too. */
    object: (/** @type {Problem} */ { errors = [] }) => {
      for (const { where, why } of errors) {
        if (where === 'signer.name') setError(part(root, 'nameError'), name, why.ja)
        if (where === 'signer.title') setError(part(root, 'titleError'), title, why.ja)
      }
      const wrong = [name, title].find((one) => one.getAttribute('aria-invalid') === 'true')
      if (wrong) lookAt(wrong)
    },
    given: () => ({
      remoteSupportConsent: draft().consent === true,
      signer: { name: draft().name, title: draft().title },
    }),
  }
}

/** @param {HTMLElement} error @param {HTMLElement} control @param {string} what */
const setError = (error, control, what) => {
  error.textContent = what
  error.hidden = what === ''
  control.setAttribute('aria-invalid', String(what !== ''))
}

/** A second question, asked in the page. @param {Element} root @param {() => void} tell */
const addPanel = (root, tell) => {
  const [open, panel] = [part(root, 'open'), part(root, 'panel')]
  const turn = (/** @type {boolean} */ on) => {
    panel.hidden = !on
    open.setAttribute('aria-expanded', String(on))
    const next = on ? part(root, 'ask') : open
    next.focus()
  }
  open.addEventListener('click', () => turn(panel.hidden === true))
  onPress(root, 'close', () => turn(false))
  onPress(root, 'tell', tell)
}

/** @param {Element} root @param {Tell} tell */
const declining = (root, tell) => () =>
  tell(part(root, 'tell'), 'decline', undefined, (problem) => complain(part(root, 'panelTrouble'), inWords(problem)))

/** @param {Element} root @param {Tell} tell */
const disputing = (root, tell) => {
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
    tell(part(root, 'tell'), 'dispute', { what: what.value }, (problem) =>
      complain(part(root, 'panelTrouble'), inWords(problem)),
    )
  }
}
