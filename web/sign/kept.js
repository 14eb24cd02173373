// @ts-check
import { linkIn } from './link-in.js'

/**
 * What must outlive a reload: the link, how far this person has come, and the command that may be on its way. It lies
 * in this tab's sessionStorage, which goes with the tab, and nowhere else.
 */

/**
 * @typedef {import('./api.js').Acts} Acts
 * @typedef {import('./api.js').DocumentView} DocumentView
 */
/**
 * A command under its key, from the press that meant it until an answer settles it.
 * @template {keyof Acts} [Name=keyof Acts]
 * @typedef {Name extends keyof Acts ? { name: Name, body: Acts[Name]['body'], key: string } : never} Command
 */
/**
 * `step` is an asking for a code or a letter with one, or an entering of it, `answer` what the person says to the contract; `unsure` once it
 * was sent and nothing settled came back. What is asked on the SME's own page goes the same way; `wish` is what was
 * entered there about leaving.
 * @typedef {Command<Exclude<keyof Acts, 'open' | 'letter' | 'own-link' | 'enter'>>} Answer
 * @typedef {'sign' | 'confirm' | 'amend' | 'own' | 'papers'} Purpose
 * @typedef {{
 *   sha256: string, acknowledged: readonly string[], consent: boolean | null,
 *   name: string, title: string, what: string,
 * }} Draft
 * @typedef {{ when: 'end' | 'other' | '', on: string, reason: string, ground: string }} Wish
 * @typedef {{
 *   link?: string,
 *   from?: { purpose: Purpose, sender: string, service: string, seller: string },
 *   sent?: {
 *     codeSentTo: string, expiresAt: string, by?: string | undefined, codesLeft?: number | undefined, nextCodeAt?: string | null | undefined,
 *     at: number,
 *   },
 *   session?: { token: string, purpose: Purpose, until: number },
 *   document?: DocumentView,
 *   differences?: import('./api.js').DifferencesView,
 *   draft?: Draft,
 *   wish?: Wish,
 *   step?: Command,
 *   answer?: Answer,
 *   unsure?: boolean,
 *   outcome?: {
 *     answer: Answer, done: import('./api.js').Done, access: { token: string, until: number } | undefined,
 *   },
 * }} Kept
 */

const place = 'musubi.sign'

/** @returns {Kept} */
const stored = () => {
  try {
    return JSON.parse(sessionStorage.getItem(place) || '{}')
  } catch {
    // Storage may be shut off; the page then works until it is reloaded.
    return {}
  }
}

let memory = stored()

/** @returns {Readonly<Kept>} */
export const kept = () => memory

/**
 * Remembers more; what is given as undefined is forgotten.
 * @param {{ [Name in keyof Kept]?: Kept[Name] | undefined }} more
 */
export const keep = (more) => {
  memory = /** @type {Kept} */ (Object.assign({}, memory, more))
  try {
    sessionStorage.setItem(place, JSON.stringify(memory))
  } catch {
    // As above.
  }
}

/**
 * Takes the link out of the address, where others could read it over a shoulder or in a list of visited pages. Another
 * link than before begins anew. `'cut'` where the address holds only the beginning of one.
 * @returns {string | undefined}
 */
export const takeLink = () => {
  const link = linkIn(location.hash || location.pathname)
  if (location.hash || link) history.replaceState(null, '', '/sign/')
  if (link === 'cut') {
    memory = {}
    keep({})
    return link
  }
  if (link && link !== memory.link) {
    memory = {}
    keep({ link })
  }
  return memory.link
}
