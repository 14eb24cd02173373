// @ts-check
import { onPress, part } from './view.js'

/** A second question, asked in the page. @param {Element} root @param {() => void} tell */
export const addPanel = (root, tell) => {
  const [open, panel] = [part(root, 'open'), part(root, 'panel')]
  const turn = (/** @type {boolean} */ on) => {
    panel.hidden = !on
    open.setAttribute('aria-expanded', String(on))
    const next = on ? part(root, 'ask') : open
    next.focus()
  }
  open.addEventListener('click', () => turn(panel.hidden === true))
  onPress(root, 'close', () => turn(false))
  onPress(root, 'tell', tell)
}
