// @ts-check
import { may } from './calls.js'

/**
 * @typedef {import('./shapes.js').Block} Block
 * @typedef {import('./shapes.js').Page} Page
 * @typedef {import('./shapes.js').Role} Role
 */

/**
 * Whether a page is for someone in this role.
 * @param {Page} page
 * @param {Role} role
 */
export const isFor = ({ needs, only }, role) => may(role, needs) && (!only || only.includes(role))

/** @param {string} path @param {string} given */
const placesIn = (path, given) => {
  const [steps, found] = [path.split('/'), given.split('/')]
  if (steps.length !== found.length) return undefined
  /** @type {Record<string, string>} */
  const places = {}
  for (const [at, step] of steps.entries()) {
    const there = found[at] ?? ''
    if (step.startsWith(':') && /^[\w-]+$/.test(there)) places[step.slice(1)] = there
    else if (step !== there) return undefined
  }
  return places
}

/**
 * The page at an address of this console (`#/contracts?stage=live`), for someone in this role; the first that fits.
 * @param {readonly Page[]} pages
 * @param {Role} role
 * @param {string} hash
 */
export const pageAt = (pages, role, hash) => {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?')
  for (const page of pages) {
    const params = placesIn(page.path, path || '/')
    // One that is for others is not taken for another whose place it would fill: no contract is called `new`.
    if (params)
      return isFor(page, role) ? { page, params, query: Object.fromEntries(new URLSearchParams(query)) } : undefined
  }
  return undefined
}

/**
 * What stands in the menu of someone in this role.
 * @param {readonly Page[]} pages
 * @param {Role} role
 */
export const menuFor = (pages, role) =>
  pages.flatMap((page) => (page.menu && isFor(page, role) ? [{ text: page.menu, to: `#${page.path}` }] : []))

/**
 * The blocks of a screen that are for someone in this role: whoever reads a page may not send all of its forms, nor go everywhere.
 * @param {readonly Page[]} pages
 * @param {Role} role
 * @param {readonly Block[]} blocks
 * @returns {readonly Block[]}
 */
export const blocksFor = (pages, role, blocks) =>
  blocks.flatMap(
    /** @returns {readonly Block[]} */ (block) => {
      if (block.kind === 'form') return may(role, block.call) ? [block] : []
      if (block.kind !== 'links') return [block]
      const items = block.items.filter((item) => {
        if ('to' in item) return !item.to.startsWith('#') || pageAt(pages, role, item.to) !== undefined
        return may(role, 'paper' in item ? item.paper : item.saves)
      })
      return items.length > 0 || block.items.length === 0 ? [{ ...block, items }] : []
    },
  )
