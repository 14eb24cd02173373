// @ts-check
import { askFile, Stopped } from './api.js'
import { calls } from './generated/calls.js'
import { inWords } from './problems.js'

/**
 * Shows a page of the API, which wants a token that no link can bear. Its script could not run here even if it had
 * one; its own style may, which is why this stands apart from the console.
 *
 * @typedef {import('./calls.js').CallName} CallName
 */

const ids = '([a-z0-9_]{1,64})'

/** @returns {{ name: CallName, params: Record<string, string> } | undefined} */
const asked = () => {
  const address = location.hash.slice(1)
  for (const name of /** @type {CallName[]} */ (Object.keys(calls))) {
    const { method, path } = calls[name]
    if (method !== 'GET' || !path.endsWith('.html')) continue
    const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, place = '']) => place)
    const found = new RegExp(`^${path.replace('.html', '\\.html').replace(/\{\w+\}/g, ids)}$`).exec(address)
    if (found) return { name, params: Object.fromEntries(places.map((place, at) => [place, found[at + 1] ?? ''])) }
  }
  return undefined
}

const say = (/** @type {readonly string[]} */ ...texts) => {
  const lines = texts.map((text) => {
    const line = document.createElement('p')
    line.textContent = text
    return line
  })
  document.querySelector('main')?.replaceChildren(...lines)
}

const open = async () => {
  const wanted = asked()
  if (!wanted) return say('書面が見つかりません。', '元の画面から開き直してください。')
  try {
    const { blob: page } = await askFile(wanted.name, wanted.params)
    const { head, body, title } = new DOMParser().parseFromString(await page.text(), 'text/html')
    document.title = title
    document.head.append(...[...head.querySelectorAll('style')].map((style) => document.adoptNode(style)))
    document.body.replaceWith(document.adoptNode(body))
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    const { what, act, sayings } = inWords(error.problem)
    say(`${what}。`, ...(sayings.length > 0 ? sayings.map(({ said }) => said) : [act]))
  }
}

void open()
