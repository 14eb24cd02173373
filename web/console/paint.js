// @ts-check
import { askFile, Stopped } from './api.js'
import { addressOf } from './calls.js'
import { control } from './controls.js'
import { announce, button, el, working } from './dom.js'
import { formOn } from './forms.js'
import { inWords } from './problems.js'

/**
 * @typedef {import('./shapes.js').Block} Block
 * @typedef {import('./shapes.js').Cell} Cell
 * @typedef {import('./shapes.js').FileLink} FileLink
 * @typedef {import('./shapes.js').PaperLink} PaperLink
 * @typedef {{ sub: string, title: string, done: import('./forms.js').Done }} Painting
 */

const linkTo = (/** @type {import('./shapes.js').Link} */ { text, to }) => el('a', { href: to }, text)

/** @param {Cell} cell */
const told = (cell) => {
  if (typeof cell === 'string') return [cell]
  if ('to' in cell) return [linkTo(cell)]
  if ('saves' in cell) return [fileLink(cell, 'plain')]
  return cell.map((line) => el('div', {}, line))
}

/** A paper is read in a tab of its own, which gets a copy of this tab's storage, and so of the token. */
const paperLink = (/** @type {PaperLink} */ { text, paper, params }) =>
  el(
    'a',
    { href: `/console/paper.html#${addressOf(paper, params)}`, target: '_blank', rel: 'opener' },
    text,
    '（別の画面）',
  )

const fileLink = (/** @type {FileLink} */ { text, saves, as, params, query }, className = '') => {
  const trouble = el('p', { class: 'error', hidden: true })
  const save = button(
    text,
    () =>
      working(
        save,
        async () => {
          trouble.hidden = true
          try {
            const { blob, name } = await askFile(saves, params, query)
            const address = URL.createObjectURL(blob)
            // The service's name tells two files of one kind apart.
            const saved = `${as.replace(/\.[a-z]+$/, '')}-${name}`
            el('a', { href: address, download: saved }).click()
            announce(`${saved} を保存しました。`)
            setTimeout(() => URL.revokeObjectURL(address), 60_000)
          } catch (error) {
            if (!(error instanceof Stopped)) throw error
            const { what, act } = inWords(error.problem)
            trouble.textContent = `${what}。${act}`
            trouble.hidden = false
            announce(trouble.textContent)
          }
        },
        '用意しています',
      ),
    className,
  )
  return el('div', {}, save, trouble)
}

const headed = (/** @type {string | undefined} */ heading, /** @type {readonly (Node | null)[]} */ inside) =>
  el('section', {}, heading ? el('h2', {}, heading) : null, inside)

/** @param {import('./shapes.js').Table} table */
const tableOn = ({ heading, columns, rows, none }) => {
  if (rows.length === 0) return headed(heading, [el('p', { class: 'none' }, none)])
  const head = el(
    'thead',
    {},
    el(
      'tr',
      {},
      columns.map((column) => el('th', { scope: 'col' }, column)),
    ),
  )
  const body = el(
    'tbody',
    {},
    rows.map((cells) =>
      el(
        'tr',
        {},
        // On a narrow screen a row stands as a card, and every cell bears its column's name.
        cells.map((cell, at) => el('td', { 'data-column': columns[at] }, told(cell))),
      ),
    ),
  )
  return headed(heading, [el('table', {}, head, body)])
}

/** @param {import('./shapes.js').Filter} filter */
const filterOn = ({ path, fields, submit }) => {
  const controls = fields.map((field) => control({ none: 'すべて', ...field, optional: true }))
  const root = el(
    'form',
    { class: 'filter', novalidate: true, autocomplete: 'off' },
    controls.map(({ root: each }) => each),
    el('div', { class: 'buttons' }, el('button', { type: 'submit' }, submit)),
  )
  root.addEventListener('submit', (event) => {
    event.preventDefault()
    const query = new URLSearchParams()
    for (const { field, read } of controls) if (String(read()).trim()) query.set(field.name, String(read()).trim())
    location.hash = query.size > 0 ? `${path}?${query}` : path
  })
  return root
}

/** @param {import('./shapes.js').Progress} progress */
const progressOn = ({ heading, label, done, total }) => {
  const meter = el('progress', { max: String(Math.max(total, 1)), 'aria-label': heading })
  meter.value = total === 0 ? 1 : done
  return headed(heading, [el('p', {}, label), meter])
}

/** @param {import('./shapes.js').Reasons} reasons */
const reasonsOn = ({ heading, none, items }) => {
  if (items.length === 0) return headed(heading, [el('p', { class: 'good' }, none)])
  const list = el(
    'ul',
    { class: 'breaches' },
    items.map(({ why, clause, note }) =>
      el(
        'li',
        {},
        clause ? el('span', { class: 'clause' }, `サービス基準 ${clause}`) : null,
        el('p', {}, why),
        note ? el('p', { class: 'note' }, note) : null,
      ),
    ),
  )
  return headed(heading, [list])
}

/**
 * One block of a screen.
 * @param {Block} block
 * @param {Painting} painting
 * @returns {HTMLElement}
 */
export const paint = (block, painting) => {
  switch (block.kind) {
    case 'facts': {
      const rows = block.rows.map(([term, cell]) => el('div', {}, el('dt', {}, term), el('dd', {}, told(cell))))
      return headed(block.heading, [el('dl', { class: 'facts' }, rows)])
    }
    case 'table':
      return tableOn(block)
    case 'words': {
      const lines = block.lines.map((line) => el('p', {}, line))
      return headed(block.heading, [block.tone ? el('div', { class: block.tone }, lines) : el('div', {}, lines)])
    }
    case 'reasons':
      return reasonsOn(block)
    case 'progress':
      return progressOn(block)
    case 'links': {
      const items = block.items.map((item) =>
        el('li', {}, 'to' in item ? linkTo(item) : 'paper' in item ? paperLink(item) : fileLink(item)),
      )
      return headed(block.heading, [el('ul', { class: 'links' }, items)])
    }
    case 'filter':
      return filterOn(block)
    case 'form':
      return formOn(block, painting)
  }
}
