// @ts-check

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * An element with its attributes and children. Text is only ever set as text, so that no name or answer can become
 * markup.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Readonly<Record<string, string | boolean | undefined>>} [attributes]
 * @param {...(Child | readonly Child[])} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export const el = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue
    made.setAttribute(name, value === true ? '' : value)
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false) made.append(/** @type {Node | string} */ (child))
  }
  return made
}

/**
 * @template {Element} T
 * @param {T | null | undefined} it
 * @param {string} what
 */
export const must = (it, what) => {
  if (!it) throw new Error(`the page has no ${what}`)
  return it
}

/** @param {string} id */
export const part = (id) => /** @type {HTMLElement} */ (must(document.getElementById(id), id))

/**
 * Says something to people who listen to the page.
 * @param {string} text
 */
export const announce = (text) => {
  part('status').textContent = text
}

/**
 * One thing that is said, with its note below.
 * @param {import('./shapes.js').Saying} saying
 */
export const saidLine = ({ said, note }) => [said, note ? el('span', { class: 'note' }, note) : null]

let made = 0

/** A name no other element of this page has. */
export const freshId = () => `e${(made += 1)}`

/**
 * A button that does something here.
 * @param {string} text
 * @param {() => void} run
 * @param {string} [className]
 */
export const button = (text, run, className = '') => {
  const it = el('button', { type: 'button', class: className || undefined }, text)
  it.addEventListener('click', run)
  return it
}

let atWork = false

/**
 * Runs what a press began, one at a time: a second press, on whatever button, does nothing.
 * @param {HTMLElement} pressed
 * @param {() => Promise<void>} run
 * @param {string} [doing] what is happening meanwhile
 */
export const working = async (pressed, run, doing = '送っています') => {
  if (atWork) return
  atWork = true
  const label = pressed.textContent
  pressed.setAttribute('aria-disabled', 'true')
  pressed.textContent = `${doing}…`
  announce(`${doing}。少しお待ちください。`)
  try {
    await run()
  } finally {
    atWork = false
    pressed.removeAttribute('aria-disabled')
    pressed.textContent = label
  }
}
