// @ts-check
import { tell } from './api.js'
import { commandFor, settle } from './commands.js'
import { control } from './controls.js'
import { announce, button, el, saidLine, working } from './dom.js'
import { askedFields, missingFields, placed, requestOf } from './given.js'
import { inWords } from './problems.js'

/**
 * @typedef {import('./shapes.js').Form} Form
 * @typedef {import('./shapes.js').Given} Given
 * @typedef {(outcome: { say: string, to: string }, answer: any) => void} Done
 */

/**
 * A form of a screen: its fields, what is wrong with them, and the buttons that try and send it. What the API refuses
 * is said beside the field it speaks of; the rest above the buttons.
 * @param {Form} form
 * @param {{ sub: string, title: string, done: Done }} painting
 */
export const formOn = (form, { sub, title, done }) => {
  const controls = form.fields.map(control)
  const trouble = el('div', { class: 'trouble' })
  const tried = el('div', { class: 'tried' })
  const values = () =>
    /** @type {Record<string, Given>} */ (Object.fromEntries(controls.map(({ field, read }) => [field.name, read()])))

  const look = () => {
    const asked = new Set(askedFields(form.fields, values()))
    for (const { field, root } of controls) root.hidden = !asked.has(field)
  }
  const clear = () => {
    trouble.replaceChildren()
    tried.replaceChildren()
    for (const { object } of controls) object([])
  }
  /** Says what is wrong, and leads to the first place it is wrong at. */
  const complain = (
    /** @type {string} */ what,
    /** @type {string} */ act,
    /** @type {ReturnType<typeof placed>} */ { beside, rest },
  ) => {
    for (const { field, object } of controls) object(beside.get(field.name) ?? [])
    const labels = form.fields.filter(({ name }) => beside.has(name)).map(({ label }) => label)
    const items = rest.map((saying) => el('li', {}, saidLine(saying)))
    trouble.replaceChildren(
      el('p', { class: 'what' }, what),
      el('p', {}, act),
      ...(rest.length > 0 ? [el('ul', { class: 'reasons' }, items)] : []),
      ...(labels.length > 0 ? [el('p', {}, `直すところ: ${labels.join('、')}`)] : []),
    )
    announce(`${what}。${act}`)
    const wrong = controls.find(({ field }) => beside.has(field.name))
    if (wrong) wrong.focus()
    else trouble.scrollIntoView({ block: 'center' })
  }

  const isComplete = () => {
    clear()
    const missing = missingFields(form.fields, values())
    if (missing.length === 0) return true
    const beside = new Map(missing.map(({ name }) => [name, [{ where: name, said: 'この項目は必須です。' }]]))
    complain('まだ入っていない項目があります', '必須の項目を入れてから、もう一度送ってください。', { beside, rest: [] })
    return false
  }
  const object = (/** @type {import('./shapes.js').Problem} */ problem) => {
    const { what, act, sayings } = inWords(problem)
    // Nothing is said beside a field that is not asked now.
    complain(what, act, placed({ ...form, fields: askedFields(form.fields, values()) }, sayings))
  }

  const send = async () => {
    const { call, params, ifMatch } = form
    const heading = form.open ? title : form.heading
    const command = commandFor({ sub, heading, call, params, ifMatch, body: requestOf(form, values()) })
    const reply = await tell(call, command)
    settle(command, reply.ok ? undefined : reply.problem)
    if (!reply.ok) return object(reply.problem)
    done(form.done(reply.value), reply.value)
  }
  const rehearse = async () => {
    const { call, params, ifMatch } = form
    // Nothing is kept of a rehearsal, so it needs no key to come back to.
    const key = crypto.randomUUID()
    const reply = await tell(call, { params, ifMatch, key, body: requestOf(form, values()), dryRun: true })
    if (!reply.ok) return object(reply.problem)
    const lines = ['このまま記録できます。まだ何も記録していません。', ...(form.rehearse?.say(reply.value) ?? [])]
    tried.replaceChildren(...lines.map((line) => el('p', {}, line)))
    announce(lines.join(' '))
    tried.scrollIntoView({ block: 'center' })
  }

  const press = (/** @type {HTMLElement} */ pressed, /** @type {() => Promise<void>} */ run) => {
    if (isComplete()) void working(pressed, run)
  }
  const submit = el('button', { type: 'submit', class: 'first' }, form.submit)
  const attempt = form.rehearse && button(form.rehearse.label, () => attempt && press(attempt, rehearse))
  const root = el(
    'form',
    { novalidate: true, autocomplete: 'off' },
    (form.lead ?? []).map((line) => el('p', {}, line)),
    controls.map(({ root: each }) => each),
    trouble,
    tried,
    el('div', { class: 'buttons' }, attempt, submit),
  )
  root.addEventListener('submit', (event) => {
    event.preventDefault()
    press(submit, send)
  })
  root.addEventListener('change', look)
  look()
  if (form.open) return el('section', {}, el('h2', {}, form.heading), root)
  return el('details', { class: 'act' }, el('summary', {}, form.heading), root)
}
