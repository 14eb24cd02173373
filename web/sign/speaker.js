// @ts-check
import { keep, kept } from './kept.js'
import { addSigner } from './signer.js'
import { announce, copyOf, lookAt } from './view.js'

/**
 * Sends an act of the own page with who does it; what is missing of that is said first.
 * @typedef {import('./kept.js').Answer['name']} Name
 * @typedef {<One extends Name>(
 *   button: HTMLElement, name: One, body: Omit<NonNullable<import('./api.js').Acts[One]['body']>, 'signer'>,
 *   onProblem: (problem: import('./words.js').Problem) => void,
 * ) => void} Speak
 */

/**
 * Who acts on the SME's own page: asked once, and said with each act.
 * @param {HTMLElement} place
 * @param {{ name: string, title: string } | null} planned
 * @param {import('./answer.js').Tell} tell
 * @returns {Speak}
 */
export const addSpeaker = (place, planned, tell) => {
  if (!kept().draft) keep({ draft: { sha256: '', acknowledged: [], consent: null, name: '', title: '', what: '' } })
  const root = copyOf('speaker')
  let asked = false
  const look = () => {
    const missing = signer.missing()
    if (asked) signer.mark(missing)
    return missing
  }
  const signer = addSigner(root, planned, look, lookAt)
  place.appendChild(root)
  return (button, name, body, onProblem) => {
    asked = true
    const [first] = look()
    if (first) {
      announce(`まだできません。${first.what}。`)
      return lookAt(first.where)
    }
    const spoken = /** @type {any} */ (Object.assign({}, body, { signer: signer.signer() }))
    tell(button, name, spoken, (problem) => {
      onProblem(problem)
      signer.object(problem)
    })
  }
}
