// @ts-check
/**
 * How a screen comes to be: a template of the page, its parts filled with text. Text is only ever set as text, so that
 * no name or answer can become markup.
 */

/**
 * @template T
 * @param {T | null | undefined} it
 * @param {string} what
 * @returns {T}
 */
export const must = (it, what) => {
  if (it === null || it === undefined) throw new Error(`the page has no ${what}`)
  return it
}

const main = must(document.getElementById('main'), 'main')
const status = must(document.getElementById('status'), 'status')

/** @param {Node} node */
export const empty = (node) => {
  while (node.firstChild) node.removeChild(node.firstChild)
}

/**
 * @param {string} tag
 * @param {string} [text]
 * @param {string} [className]
 */
export const element = (tag, text = '', className = '') => {
  const made = document.createElement(tag)
  made.textContent = text
  if (className) made.className = className
  return made
}

/**
 * A copy of a template, in a box of its own.
 * @param {string} name
 */
export const copyOf = (name) => {
  const template = /** @type {HTMLTemplateElement} */ (must(document.getElementById(name), name))
  const box = document.createElement('div')
  box.appendChild(document.importNode(template.content, true))
  return box
}

/**
 * @param {Element} root
 * @param {string} name
 */
export const part = (root, name) => /** @type {HTMLElement} */ (must(root.querySelector(`[data-part="${name}"]`), name))

/**
 * @param {Element} root
 * @param {string} name
 */
export const field = (root, name) => /** @type {HTMLInputElement} */ (part(root, name))

/**
 * @param {Element} root
 * @param {Readonly<Record<string, string>>} texts
 */
export const fill = (root, texts) => {
  for (const name of Object.keys(texts)) part(root, name).textContent = texts[name] || ''
}

/**
 * Fills a list of terms; a term with nothing to say is left out.
 * @param {HTMLElement} list
 * @param {readonly (readonly [term: string, lines: string | readonly string[], className?: string])[]} facts
 */
export const fillFacts = (list, facts) => {
  for (const [term, lines, className] of facts) {
    if (lines.length === 0) continue
    const row = element('div')
    const told = element('dd', '', className)
    for (const line of typeof lines === 'string' ? [lines] : lines) told.appendChild(element('div', line))
    row.appendChild(element('dt', term))
    row.appendChild(told)
    list.appendChild(row)
  }
}

/**
 * Shows a screen instead of the one before, from its top, and lets its heading be read.
 * @param {Element} screen
 * @param {string} title
 */
export const show = (screen, title) => {
  empty(main)
  main.appendChild(screen)
  document.title = title
  window.scrollTo(0, 0)
  const heading = screen.querySelector('h1')
  if (heading) heading.focus()
}

/**
 * Puts the sender's own name at the head of the page.
 * @param {string} name
 */
export const nameSender = (name) => {
  must(document.getElementById('brand'), 'brand').textContent = name
}

/**
 * Says something to people who listen to the page.
 * @param {string} text
 */
export const announce = (text) => {
  status.textContent = text
}

let atWork = false

/**
 * Runs what a press began, one at a time: a second press, on whatever button, waits for nothing and does nothing.
 * @param {HTMLElement} button
 * @param {() => Promise<void>} run
 * @param {string} [doing] what is happening meanwhile
 */
export const working = async (button, run, doing = '送っています') => {
  if (atWork) return
  atWork = true
  const label = button.textContent
  button.setAttribute('aria-disabled', 'true')
  button.textContent = `${doing}…`
  main.setAttribute('aria-busy', 'true')
  announce(`${doing}。少しお待ちください。`)
  try {
    await run()
  } finally {
    atWork = false
    button.removeAttribute('aria-disabled')
    button.textContent = label
    main.removeAttribute('aria-busy')
    announce('')
  }
}

/**
 * @param {Element} root
 * @param {string} name
 * @param {() => void} run
 */
export const onPress = (root, name, run) => part(root, name).addEventListener('click', run)

/**
 * Puts what went wrong where people look, or takes it away.
 * @param {HTMLElement} box
 * @param {import('./words.js').Said | null} said
 */
export const complain = (box, said) => {
  empty(box)
  if (!said) return
  box.appendChild(element('p', said.what, 'what'))
  box.appendChild(element('p', said.act))
  if (said.reasons.length > 0) {
    const list = element('ul', '', 'reasons')
    for (const reason of said.reasons) list.appendChild(element('li', reason))
    box.appendChild(list)
  }
}

/**
 * Says beside a control what is wrong with it, or that nothing is.
 * @param {HTMLElement} error
 * @param {HTMLElement} control
 * @param {string} what
 */
export const setError = (error, control, what) => {
  error.textContent = what
  error.hidden = what === ''
  control.setAttribute('aria-invalid', String(what !== ''))
}

/** Leads to where something is missing or wrong. */
export const lookAt = (/** @type {HTMLElement} */ where) => {
  where.focus()
  const box = where.closest('li, fieldset, .field') || where
  box.scrollIntoView({ block: 'center' })
}
