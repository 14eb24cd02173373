// @ts-check
import { store, stored } from './storage.js'

/**
 * A command under its key, from the press that meant it until an answer settles it. What nobody answered is kept with
 * its key, so that it can be sent again, after a reload too, and is still done once.
 *
 * @typedef {import('./shapes.js').Problem} Problem
 * @typedef {{
 *   sub: string, heading: string, call: import('./calls.js').CallName, key: string, body: unknown,
 *   params?: Readonly<Record<string, string>> | undefined, ifMatch?: number | undefined,
 * }} Command
 */

const place = 'musubi.console.commands'

/** @type {readonly Command[]} */
let memory = stored(place) ?? []

const keep = (/** @type {readonly Command[]} */ commands) => {
  memory = commands
  store(place, commands.length > 0 ? commands : undefined)
}

const sense = (/** @type {Omit<Command, 'key'>} */ { sub, call, params, body, ifMatch }) =>
  JSON.stringify([sub, call, params, body, ifMatch])

/**
 * The command for what a person means. Meaning the same again, while nothing has settled it, is the same command under
 * the same key; meaning something else is another.
 * @param {Omit<Command, 'key'>} meant
 * @returns {Command}
 */
export const commandFor = (meant) => {
  const before = memory.find((one) => sense(one) === sense(meant))
  if (before) return before
  const made = { ...meant, key: crypto.randomUUID() }
  keep([...memory, made])
  return made
}

/** Whether a command may have been done, or may still be, although no answer says so. */
const isUnsettled = (/** @type {Problem['kind']} */ kind) =>
  [
    'no-answer',
    'not-understood',
    'busy',
    'defect',
    'unavailable',
    'too-slow',
    'outcome-unknown',
    'not-signed-in',
  ].includes(kind)

/** @param {Command} command */
export const forget = (command) => keep(memory.filter(({ key }) => key !== command.key))

/**
 * Forgets a command that was answered, for good or ill.
 * @param {Command} command
 * @param {Problem | undefined} problem
 */
export const settle = (command, problem) => {
  if (!problem || !isUnsettled(problem.kind)) forget(command)
}

/**
 * What this person sent and never heard of.
 * @param {string} sub
 */
export const unanswered = (sub) => memory.filter((one) => one.sub === sub)
