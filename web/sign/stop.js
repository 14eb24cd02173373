// @ts-check
import { kept } from './kept.js'
import { copyOf, element, fill, onPress, part, show, working } from './view.js'
import { whomToAsk } from './words.js'

/**
 * The screen where nothing goes on, or only by trying again.
 * @param {import('./words.js').Said} words
 * @param {{ label: string, run: () => Promise<void> }} [again]
 */
export const stop = ({ what, act, reasons }, again) => {
  const screen = copyOf('stop')
  fill(screen, { what, act, whom: whomToAsk(kept()), again: again ? again.label : '' })
  for (const reason of reasons) part(screen, 'reasons').appendChild(element('li', reason))
  part(screen, 'again').hidden = !again
  if (again) onPress(screen, 'again', () => working(part(screen, 'again'), again.run))
  show(screen, what)
}
