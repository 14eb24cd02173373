// @ts-check
import { newKey, stopContactChange } from '../sign/api.js'
import { linkIn, whyNoLink } from '../sign/link-in.js'
import { complain, copyOf, fill, onPress, part, show, working } from '../sign/view.js'
import { inWords } from '../sign/words.js'

/** The page that stops a change of where an SME is reached, from where it was reached: a link, a button, and no code. */

const link = linkIn(location.hash || location.href)

/** @param {string} what @param {string} act */
const showNothing = (what, act) => {
  const screen = copyOf('none')
  fill(screen, { what, act })
  show(screen, what)
}

/** @param {string} whole */
const ask = (whole) => {
  const screen = copyOf('ask')
  const [error, button] = [part(screen, 'error'), part(screen, 'stop')]
  const key = newKey()
  const run = async () => {
    error.hidden = true
    const reply = await stopContactChange(whole, key)
    if (reply.ok) return show(copyOf('done'), '変更を止めました')
    if (reply.problem.kind === 'link-not-usable')
      return showNothing(
        'この申出は、もう止められません',
        'すでに止められたか、取り下げられたか、効力が生じたあとです。お心当たりがなければ、お知らせにあるご相談の窓口へ、すぐにご連絡ください。',
      )
    complain(error, inWords(reply.problem))
    error.hidden = false
  }
  onPress(screen, 'stop', () => working(button, run, '止めています'))
  show(screen, 'ご連絡先の変更を止める')
}

if (link && link !== 'cut') ask(link)
else {
  const { what, act } = whyNoLink(link || undefined)
  showNothing(what, act)
}
