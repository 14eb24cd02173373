// @ts-check
import { newKey, send } from './api.js'
import { servingLinkIn } from './link-in.js'
import { complain, copyOf, part, show, working } from './view.js'
import { inWords } from './words.js'

/**
 * Asking for the link to one's own page from "who serves me now", without a login. Nothing that comes back says whether
 * there is a contract or a mail on record.
 */

/** @param {Element} screen @param {string} link */
const leadBack = (screen, link) => part(screen, 'serving').setAttribute('href', `/v1/serving/${link}/page.html`)

/** @param {string} link */
const showAsk = (link) => {
  const screen = copyOf('ask')
  // Pressing again after no answer came is the same asking.
  const key = newKey()
  const go = part(screen, 'go')
  leadBack(screen, link)
  go.addEventListener('click', () => {
    complain(part(screen, 'trouble'), null)
    working(go, async () => {
      const reply = await send('own-link', { link }, key)
      if (!reply.ok) return complain(part(screen, 'trouble'), inWords(reply.problem))
      const asked = copyOf('asked')
      leadBack(asked, link)
      show(asked, 'お申込みを受け付けました')
    })
  })
  show(screen, 'ご契約ページのリンクを受け取る')
}

const begin = () => {
  const link = servingLinkIn(location.hash)
  if (link) showAsk(link)
  else show(copyOf('no-address'), 'ページのアドレスが途中で切れています')
}

begin()
window.addEventListener('hashchange', begin)
