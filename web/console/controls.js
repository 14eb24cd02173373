// @ts-check
import { button, el, freshId, saidLine } from './dom.js'

/**
 * @typedef {import('./shapes.js').Field} Field
 * @typedef {import('./shapes.js').Given} Given
 * @typedef {{
 *   field: Field, root: HTMLElement,
 *   read: () => Given, object: (sayings: readonly import('./shapes.js').Saying[]) => void, focus: () => void,
 * }} Control
 * @typedef {{ input: HTMLElement, read: () => Given, focusable?: HTMLElement }} Made
 */

/** @type {Readonly<Record<string, Readonly<Record<string, string>>>>} */
const inputs = {
  text: { type: 'text' },
  code: { type: 'text', autocapitalize: 'off', spellcheck: 'false' },
  mail: { type: 'email', autocapitalize: 'off', spellcheck: 'false' },
  tel: { type: 'tel' },
  number: { type: 'text', inputmode: 'numeric' },
  day: { type: 'date', min: '1900-01-01', max: '2199-12-31' },
  moment: { type: 'datetime-local', min: '1900-01-01T00:00', max: '2199-12-31T23:59' },
}

/** @typedef {{ id: string, describedby: string }} Marks */

/** @type {(field: Field, marks: Marks) => Made} */
const oneLine = ({ kind = 'text', initial }, { id, describedby }) => {
  const input = el('input', {
    id,
    autocomplete: 'off',
    'aria-describedby': describedby,
    class: ['number', 'day', 'moment', 'code'].includes(kind) ? 'short' : undefined,
    ...inputs[kind],
  })
  input.value = typeof initial === 'string' ? initial : ''
  return { input, read: () => input.value }
}

/** @type {(field: Field, marks: Marks) => Made} */
const longText = ({ initial }, { id, describedby }) => {
  const input = el('textarea', { id, rows: '4', 'aria-describedby': describedby })
  input.value = typeof initial === 'string' ? initial : Array.isArray(initial) ? initial.join('\n') : ''
  return { input, read: () => input.value }
}

/** @type {(field: Field, marks: Marks) => Made} */
const pick = ({ options = [], initial, none = '選んでください' }, { id, describedby }) => {
  const input = el(
    'select',
    { id, 'aria-describedby': describedby },
    el('option', { value: '' }, none),
    options.map(([value, label]) => el('option', { value, selected: value === initial }, label)),
  )
  return { input, read: () => input.value }
}

/** Several boxes or buttons under one name. @type {(field: Field, marks: Marks) => Made} */
const boxes = ({ kind, options = [], initial = '' }, { id, describedby }) => {
  const type = kind === 'ticks' ? 'checkbox' : 'radio'
  const shown =
    kind === 'yesNo'
      ? /** @type {const} */ ([
          ['yes', 'はい'],
          ['no', 'いいえ'],
        ])
      : options
  const all = shown.map(([value, label], at) => {
    const box = el('input', { type, name: id, value, id: at === 0 ? id : undefined, 'aria-describedby': describedby })
    box.checked = Array.isArray(initial) ? initial.some((one) => one === value) : initial === value
    return { box, row: el('label', { class: 'choice' }, box, el('span', {}, label)) }
  })
  const chosen = () => all.filter(({ box }) => box.checked).map(({ box }) => box.value)
  return {
    input: el(
      'div',
      {},
      all.map(({ row }) => row),
    ),
    read: () => (kind === 'ticks' ? chosen() : (chosen()[0] ?? '')),
  }
}

/** Bytes in base64, as they are: in which charset they are text is the API's to say. */
const inBase64 = async (/** @type {ArrayBuffer} */ bytes) => {
  const reader = new FileReader()
  const { promise, resolve } = Promise.withResolvers()
  reader.addEventListener('load', resolve)
  reader.readAsDataURL(new Blob([bytes]))
  await promise
  return String(reader.result).replace(/^[^,]*,?/, '')
}

/** The bytes of a file in base64, or their SHA-256. @type {(field: Field, marks: Marks) => Made} */
const file = ({ kind }, { id, describedby }) => {
  const accept = kind === 'file' ? '.csv,text/csv' : undefined
  const input = el('input', { id, type: 'file', accept, 'aria-describedby': describedby })
  let found = ''
  input.addEventListener('change', async () => {
    found = ''
    const [chosen] = input.files ?? []
    if (!chosen) return
    const bytes = await chosen.arrayBuffer()
    if (kind === 'print') {
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
      found = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
    } else found = await inBase64(bytes)
  })
  return { input, read: () => found }
}

/** The same few fields again and again. @type {(field: Field, marks: Marks) => Made} */
const rows = ({ of = [], initial }, { id, describedby }) => {
  const list = el('div', { class: 'rows' })
  /** @type {{ row: HTMLElement, cells: readonly Control[] }[]} */
  let kept = []
  const add = (/** @type {Readonly<Record<string, string>>} */ given = {}) => {
    const cells = of.map((field) => control({ ...field, initial: given[field.name] ?? field.initial }))
    const row = el(
      'fieldset',
      { class: 'row', 'aria-describedby': describedby },
      el('legend', { class: 'heard' }, `${kept.length + 1}番目`),
      cells.map(({ root }) => root),
      button('この行を外す', () => remove(row), 'plain'),
    )
    kept = [...kept, { row, cells }]
    list.append(row)
    return cells
  }
  const remove = (/** @type {HTMLElement} */ row) => {
    kept = kept.filter((one) => one.row !== row)
    row.remove()
    more.focus()
  }
  const more = button('行を足す', () => add()[0]?.focus(), 'plain')
  more.id = id
  const given = Array.isArray(initial) ? /** @type {readonly Readonly<Record<string, string>>[]} */ (initial) : [{}]
  for (const row of given) add(row)
  return {
    input: el('div', {}, list, more),
    read: () =>
      kept.map(({ cells }) => Object.fromEntries(cells.map(({ field, read }) => [field.name, String(read())]))),
  }
}

/** @type {Readonly<Record<string, (field: Field, marks: Marks) => Made>>} */
const makers = {
  long: longText,
  lines: longText,
  pick,
  choice: boxes,
  yesNo: boxes,
  ticks: boxes,
  file,
  print: file,
  rows,
}

/**
 * A field as it stands on the page: what it asks for, a hint, what is wrong with it, and where it is filled in.
 * @param {Field} field
 * @returns {Control}
 */
export const control = (field) => {
  const { kind = 'text', label, hint, optional = false, none } = field
  const id = freshId()
  const [hintId, errorId] = [`${id}-hint`, `${id}-error`]
  const grouped = ['choice', 'yesNo', 'ticks', 'rows'].includes(kind)
  const { input, read } = (makers[kind] ?? oneLine)(field, { id, describedby: `${hintId} ${errorId}` })
  // A filter asks for nothing, and says what is meant where nothing is chosen.
  const must = none ? null : el('span', { class: optional ? 'may' : 'must' }, optional ? '任意' : '必須')
  const error = el('div', { class: 'error', id: errorId, hidden: true })
  const below = [hint ? el('p', { class: 'hint', id: hintId }, hint) : null, error, input]
  const root = grouped
    ? el('fieldset', { class: 'field' }, el('legend', {}, label, must), below)
    : el('div', { class: 'field' }, el('label', { for: id }, label, must), below)
  const focusable = () => root.querySelector(`#${id}`) ?? input
  return {
    field,
    root,
    read,
    object: (sayings) => {
      error.replaceChildren(...sayings.map((saying) => el('p', {}, saidLine(saying))))
      error.hidden = sayings.length === 0
      for (const each of root.querySelectorAll('input, textarea, select')) {
        if (sayings.length > 0) each.setAttribute('aria-invalid', 'true')
        else each.removeAttribute('aria-invalid')
      }
    },
    focus: () => {
      const at = /** @type {HTMLElement} */ (focusable())
      at.focus()
      at.scrollIntoView({ block: 'center' })
    },
  }
}
