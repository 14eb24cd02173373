// @ts-check
import { requestCode, showCode } from './code.js'
import { addLetter, isNoPhone, whyNoCode } from './letter.js'
import { complain, copyOf, fill, onPress, part, show, working } from './view.js'

/**
 * The first screen: what comes, and by which way the code does.
 * @param {import('./code.js').Then} then
 * @param {string} [notice] what has to be said first
 */
export const showStart = (then, notice = '') => {
  const screen = copyOf('start')
  part(screen, 'notice').hidden = notice === ''
  fill(screen, { notice })
  const offerLetter = addLetter(part(screen, 'letter'), { back: () => showStart(then), stopped: then.stopped })
  onPress(screen, 'go', () => {
    complain(part(screen, 'trouble'), null)
    working(part(screen, 'go'), async () => {
      const problem = await requestCode()
      if (!problem) return showCode(then)
      if (problem.kind === 'link-not-usable') return then.stopped(problem)
      // An address that is no link at all.
      if (problem.kind === 'malformed') return then.stopped({ kind: 'link-not-usable' })
      complain(part(screen, 'trouble'), whyNoCode(problem))
      if (isNoPhone(problem)) offerLetter()
    })
  })
  onPress(screen, 'byLetter', () => showCode(then, { ofLetter: true }))
  show(screen, 'ご契約内容のご確認')
}
