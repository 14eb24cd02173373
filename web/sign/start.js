// @ts-check
import { readSender } from './api.js'
import { requestCode, showCode } from './code.js'
import { keep, kept } from './kept.js'
import { addLetter, isNoPhone, whyNoCode } from './letter.js'
import { complain, copyOf, fill, fillFacts, nameSender, onPress, part, show, working } from './view.js'

/**
 * What the page says before any code, by what its link is for.
 * @type {Readonly<Record<import('./kept.js').Purpose, { title: string, lead: string }>>}
 */
const words = {
  sign: {
    title: 'ご契約内容のご確認と署名',
    lead: 'ご契約の内容をお読みいただき、よろしければ署名をお願いするページです。',
  },
  confirm: {
    title: 'ご契約の記録のご確認',
    lead: '書面で結ばれたご契約の記録に、間違いがないかをお確かめいただくページです。',
  },
  amend: {
    title: 'ご契約の変更のご確認と署名',
    lead: 'ご契約の変わるところをお読みいただき、よろしければ署名をお願いするページです。',
  },
  own: { title: 'ご契約ページ', lead: 'いまのご契約の内容をご覧いただき、お手続きをいただくページです。' },
  papers: { title: 'ご契約の書面の控え', lead: 'ご契約の書面と署名証明書を、お手元に保存していただくページです。' },
}

/** Where nobody says what the link is for, the page speaks of all of it. */
const usual = {
  title: 'ご契約内容のご確認',
  lead: 'サイバーセキュリティお助け隊サービスのご契約について、内容をお読みいただき、お返事をいただくページです。ご契約のあとの変更や、ご契約ページへも、ここからお進みください。',
}

const patienceMs = 4000

/**
 * Who sent the link, as far as that is known: kept from before, or asked for once. Whoever would not wait for it goes on
 * without. What says that the link is used up is given back.
 * @returns {Promise<import('./api.js').Problem | undefined>}
 */
const learnSender = async () => {
  const { link, from } = kept()
  if (from || !link) return undefined
  const late = new Promise((resolve) => setTimeout(resolve, patienceMs))
  const reply = await Promise.race([readSender(link), late.then(() => undefined)])
  if (!reply) return undefined
  if (!reply.ok) return reply.problem.kind === 'link-not-usable' ? reply.problem : undefined
  keep({ from: reply.value })
  return undefined
}

/**
 * The first screen: from whom the link is, what comes, and by which way the code does.
 * @param {import('./code.js').Then} then
 * @param {string} [notice] what has to be said first
 */
export const showStart = async (then, notice = '') => {
  const used = await learnSender()
  if (used) return then.stopped(used)
  const { from } = kept()
  const screen = copyOf('start')
  const { title, lead } = from ? words[from.purpose] : usual
  part(screen, 'notice').hidden = notice === ''
  fill(screen, { notice, title, lead })
  if (from) {
    nameSender(from.sender)
    fillFacts(part(screen, 'from'), [
      ['サービス', from.service],
      ['ご契約の相手方（販売）', from.seller],
      ['送り主（実施主体）', from.sender],
    ])
    for (const step of Array.from(screen.querySelectorAll('[data-when]')))
      if ((step.getAttribute('data-when') || '').split(' ').indexOf(from.purpose) < 0) step.remove()
    // A page that is only looked at has no three steps.
    part(screen, 'step').hidden = from.purpose === 'own' || from.purpose === 'papers'
  }
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
  show(screen, title)
}
