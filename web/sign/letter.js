// @ts-check
import { send } from './api.js'
import { stepFor } from './commands.js'
import { inJapan } from './japanese.js'
import { keep, kept } from './kept.js'
import { addPanel } from './panel.js'
import { complain, copyOf, element, fillFacts, onPress, part, show, working } from './view.js'
import { inWords, isUnsure, said, whomToAsk } from './words.js'

/**
 * The code by letter: for whoever no code reaches by telephone, and for whoever has no telephone at hand.
 *
 * @typedef {import('./words.js').Problem} Problem
 */

/** True where the telephone on record receives no code at all. @param {Problem} problem */
export const isNoPhone = ({ kind, what }) => kind === 'does-not-fit' && what === 'phone'

/** What stood in the way of a code, in the reader's words. @param {Problem} problem */
export const whyNoCode = (problem) =>
  isNoPhone(problem)
    ? said(
        problem.given === ''
          ? 'お電話のご登録がないため、確認コードは手紙でお送りします'
          : 'ご登録の電話番号では、確認コードを受け取れません',
        '手紙でなら、かならず受け取れます。下の「コードを手紙で受け取る」からお進みください。電話番号を登録し、又は改めたいときは、メールの送り主へご連絡ください。',
      )
    : inWords(problem)

/** @param {Problem} problem */
const whyNoLetter = (problem) => {
  if (problem.kind !== 'too-many-sendings' || problem.of !== 'link' || !problem.nextAt) return inWords(problem)
  return said(
    '手紙は、すでに承っています',
    `届くまで、数日お待ちください。届いたら「手紙のコードを入れる」からお進みください。なくされたときや届かないときは、${inJapan(problem.nextAt)}（日本時間）から、もう一度お求めになれます。お急ぎのときは、メールの送り主へご連絡ください。`,
  )
}

/**
 * Offers the letter below what a screen shows.
 * @param {HTMLElement} place
 * @param {{ back: () => void, stopped: (problem: Problem) => void }} then
 * @returns {() => void} opens the question and leads to it
 */
export const addLetter = (place, then) => {
  const offer = copyOf('letter')
  const trouble = part(offer, 'trouble')
  const tell = part(offer, 'tell')
  addPanel(offer, () => {
    complain(trouble, null)
    working(tell, async () => {
      const { link = '' } = kept()
      const reply = await send('letter', { link }, stepFor('letter', { link }))
      if (reply.ok) {
        keep({ step: undefined })
        return showAsked(reply.value.expiresAt, then.back)
      }
      const { problem } = reply
      if (!isUnsure(problem.kind)) keep({ step: undefined })
      if (problem.kind === 'link-not-usable') return then.stopped(problem)
      complain(trouble, whyNoLetter(problem))
    })
  })
  place.appendChild(offer)
  return () => {
    if (part(offer, 'panel').hidden) part(offer, 'open').click()
  }
}

/** @param {string} expiresAt @param {() => void} back */
const showAsked = (expiresAt, back) => {
  const screen = copyOf('letter-asked')
  fillFacts(part(screen, 'facts'), [['このリンクの期限', `${inJapan(expiresAt)}まで（日本時間）`]])
  part(screen, 'whom').appendChild(element('span', whomToAsk(kept())))
  onPress(screen, 'back', back)
  show(screen, '手紙を承りました')
}
