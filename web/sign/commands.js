// @ts-check
import { newKey } from './api.js'
import { keep, kept } from './kept.js'

/**
 * @typedef {import('./kept.js').Acts} Acts
 * @typedef {import('./kept.js').Answer} Answer
 * @typedef {import('./kept.js').Command} Command
 */

/**
 * The command for what a person means. Meaning the same again, while nothing has settled it, is the same command under
 * the same key; meaning something else is another.
 * @template {Command} One
 * @param {One | undefined} before
 * @param {One['name']} name
 * @param {One['body']} body
 * @returns {One}
 */
const meant = (before, name, body) => {
  const same = before && before.name === name && JSON.stringify(before.body) === JSON.stringify(body)
  return same ? before : /** @type {One} */ (/** @type {unknown} */ ({ name, body, key: newKey() }))
}

/**
 * Asking for a code or a letter with one, or entering it.
 * @template {'open' | 'letter' | 'enter'} Name
 * @param {Name} name
 * @param {Acts[Name]['body']} body
 */
export const stepFor = (name, body) => {
  const step = meant(kept().step, name, body)
  keep({ step })
  return step.key
}

/**
 * The word on the contract.
 * @template {Answer['name']} Name
 * @param {Name} name
 * @param {Acts[Name]['body']} body
 */
export const answerFor = (name, body) => {
  const answer = meant(kept().answer, name, body)
  keep({ answer })
  return answer
}
