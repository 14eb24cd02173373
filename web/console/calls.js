// @ts-check
import { calls } from './generated/calls.js'

/**
 * What someone may call, and where, as the route table says: a screen can hide what its reader may not do without asking
 * first. What is refused is still the API's to say.
 *
 * @typedef {import('../../shared/domain/people.ts').Role} Role
 */

/** @typedef {keyof typeof calls} CallName */

/**
 * Whether someone in this role may make this call.
 * @param {Role} role
 * @param {CallName} name
 */
export const may = (role, name) => calls[name].who.includes(role)

/**
 * The address of a call with its places filled in.
 * @param {CallName} name
 * @param {Readonly<Record<string, string>>} [params]
 * @param {Readonly<Record<string, string | undefined>>} [query]
 */
export const addressOf = (name, params = {}, query = {}) => {
  const path = calls[name].path.replace(/\{(\w+)\}/g, (_, place) => encodeURIComponent(params[place] ?? ''))
  const asked = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) if (value) asked.set(key, value)
  const tail = asked.toString()
  return tail ? `${path}?${tail}` : path
}
