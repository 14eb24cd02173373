// @ts-check
import { roles, word } from './words.js'

/**
 * Whoever belongs to several organizations chooses the one to act for on signing in. No browser is needed to say what
 * there is to choose from, nor to take it up.
 *
 * @typedef {import('./shapes.js').Answer<'readMe'>['memberships'][number]} Membership
 * @typedef {{ sub: string, text: string, note: string, stands: boolean }} Choice
 */

const notes = (/** @type {Membership} */ { stage, current }) => {
  if (stage === 'invited') return '招待されています。選ぶと、参加したことになります。'
  return current ? '前回の所属です。' : ''
}

/**
 * What there is to choose from: nothing for whoever has one membership or none. Organizations of one name are told apart
 * by their ids.
 * @param {readonly Membership[]} memberships
 * @returns {readonly Choice[]}
 */
export const choicesOf = (memberships) => {
  if (memberships.length < 2) return []
  const textOf = (/** @type {Membership} */ { role, company }) =>
    company ? `${company}（${word(roles, role)}）` : word(roles, role)
  const texts = memberships.map(textOf)
  return memberships.map((one) => {
    const text = textOf(one)
    const isAlone = texts.indexOf(text) === texts.lastIndexOf(text)
    const note = [isAlone ? '' : `組織の番号：${one.tenant}`, notes(one)].filter(Boolean).join('　')
    return { sub: one.sub, text, note, stands: one.current && one.stage === 'active' }
  })
}

/**
 * Takes a choice up. The one that the token is for stands already; of any other the API is told, and the next token is
 * for it. Gives the problem that kept it from being so.
 * @param {Choice} choice
 * @param {{ tell: typeof import('./api.js').tell, again: () => Promise<boolean> }} by
 * @returns {Promise<import('./shapes.js').Problem | undefined>}
 */
export const takeUp = async ({ sub, stands }, { tell, again }) => {
  if (stands) return undefined
  // Pressed once more after an answer was lost, it chooses the same again.
  const reply = await tell('chooseMembership', { body: { sub }, key: crypto.randomUUID() })
  if (!reply.ok) return reply.problem
  return (await again()) ? undefined : { kind: 'not-signed-in' }
}
