// @ts-check
import { keep, kept } from './kept.js'
import { announce, field, onPress, part, setError } from './view.js'

/**
 * @typedef {import('./words.js').Problem} Problem
 * @typedef {{ what: string, where: HTMLElement, error?: string }} Missing
 */

/** @typedef {ReturnType<typeof addSigner>} Signer */

/**
 * Who signs, or speaks otherwise, and, where the form asks for it, whether remote support is agreed to. Neither is chosen beforehand.
 * @param {Element} root
 * @param {{ name: string, title: string } | null} planned
 * @param {() => void} look
 * @param {(where: HTMLElement) => void} lookAt
 */
export const addSigner = (root, planned, look, lookAt) => {
  const asksConsent = root.querySelector('[data-part="consent"]') !== null
  const [name, title] = [field(root, 'name'), field(root, 'title')]
  const choices = asksConsent ? { yes: field(root, 'yes'), no: field(root, 'no') } : null
  const controls = /** @type {Record<string, HTMLElement>} */ (
    Object.assign({ nameError: name, titleError: title }, choices ? { consentError: part(root, 'consent') } : {})
  )
  const before = /** @type {import('./kept.js').Draft} */ (kept().draft)
  name.value = before.name
  title.value = before.title
  const take = () => {
    const consent = choices ? (choices.yes.checked ? true : choices.no.checked ? false : null) : null
    keep({ draft: Object.assign({}, draft(), { consent, name: name.value, title: title.value }) })
    look()
  }
  if (choices) {
    choices.yes.checked = before.consent === true
    choices.no.checked = before.consent === false
    for (const one of [choices.yes, choices.no]) one.addEventListener('change', take)
  }
  for (const one of [name, title]) one.addEventListener('input', take)
  if (planned) {
    part(root, 'planned').hidden = false
    part(root, 'fill').textContent = `「${planned.name}（${planned.title}）」をそのまま入れる`
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
        ...(choices && consent === null
          ? [{ what: 'リモート支援に同意するかどうかを選んでください', where: choices.yes, error: 'consentError' }]
          : []),
        ...(given.trim() === '' ? [{ what: 'お名前を入れてください', where: name, error: 'nameError' }] : []),
        ...(held.trim() === '' ? [{ what: '役職を入れてください', where: title, error: 'titleError' }] : []),
      ]
    },
    mark: (/** @type {readonly Missing[]} */ missing) => {
      for (const error of Object.keys(controls)) {
        const found = missing.find((one) => one.error === error)
        setError(part(root, error), /** @type {HTMLElement} */ (controls[error]), found ? `${found.what}。` : '')
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
    consent: () => draft().consent === true,
    signer: () => ({ name: draft().name, title: draft().title }),
  }
}

const draft = () => /** @type {import('./kept.js').Draft} */ (kept().draft)
