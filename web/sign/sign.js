// @ts-check
import { addAnswer } from './answer.js'
import { readDocument, send } from './api.js'
import { codeIsOut, requestCode, showCode } from './code.js'
import { answerFor } from './commands.js'
import { showDone } from './done.js'
import { keep, kept, takeLink } from './kept.js'
import { paperOf } from './paper.js'
import { complain, copyOf, element, fill, onPress, part, show, working } from './view.js'
import { inWords, isUnsure, said, whomToAsk } from './words.js'

/**
 * @typedef {import('./words.js').Problem} Problem
 * @typedef {import('./words.js').Said} Said
 */

/** Where the tab stands: at the first load, at a reload, and when another link is opened in it. */
const begin = () => {
  const { answer, session, outcome } = kept()
  if (!kept().link) {
    const act = 'メールにあるリンクを、はじめから終わりまで全部、もう一度開いてください。'
    return stop(said('リンクが見つかりません', act))
  }
  if (outcome) return showDone(outcome)
  // A reload came between sending and the answer.
  if (answer) return showUnsure('前にお送りしたお返事の結果を、まだ受け取っていません。')
  if (session) return openDocument()
  return codeIsOut() ? showCode(then) : showStart()
}

const againNotice =
  'ご本人の確認から時間がたちました。確認コードをもう一度受け取ると、続きから進められます。付けた印と入力は、そのままです。'

/** @param {string} [notice] */
const showStart = (notice) => {
  const screen = copyOf('start')
  part(screen, 'notice').hidden = !notice
  fill(screen, { notice: notice || '' })
  onPress(screen, 'go', () => {
    complain(part(screen, 'trouble'), null)
    working(part(screen, 'go'), async () => {
      const problem = await requestCode()
      if (!problem) return showCode(then)
      return problem.kind === 'link-not-usable' || problem.kind === 'malformed'
        ? stopAtLink()
        : complain(part(screen, 'trouble'), inWords(problem))
    })
  })
  show(screen, 'ご契約内容のご確認')
}

/** The link no longer opens: perhaps because the answer that nobody confirmed has arrived after all. */
const stopAtLink = () => {
  keep({ sent: undefined })
  const { answer, unsure, session } = kept()
  if (answer && unsure) {
    const act =
      'このリンクは、お返事が済むと使えなくなります。成立のお知らせなどのメールをお確かめください。届かないときは、ご連絡ください。'
    const again = { label: 'もう一度送って確かめる', run: () => submitHere(answer) }
    return stop(said('前にお送りしたお返事が、届いている可能性があります', act), session ? again : undefined)
  }
  const { what, act } = inWords({ kind: 'link-not-usable' })
  return stop(said(what, `${act}続けたいときは、リンクの送り主へ、新しいリンクを送るようご依頼ください。`))
}

/** @param {Said} words @param {{ label: string, run: () => Promise<void> }} [again] */
const stop = ({ what, act, reasons }, again) => {
  const screen = copyOf('stop')
  fill(screen, { what, act, whom: whomToAsk(kept()), again: again ? again.label : '' })
  for (const reason of reasons) part(screen, 'reasons').appendChild(element('li', reason))
  part(screen, 'again').hidden = !again
  if (again) onPress(screen, 'again', () => working(part(screen, 'again'), again.run))
  show(screen, what)
}

/** @type {import('./code.js').Then} */
const then = {
  entered: () => openDocument(),
  stopped: (problem) => (problem.kind === 'link-not-usable' ? stopAtLink() : stop(inWords(problem))),
  wornOut: () => {
    keep({ sent: undefined })
    stop(said('確認コードを試せる回数を超えました', 'リンクの送り主へ、新しいリンクを送るようご依頼ください。'))
  },
}

const isOver = (/** @type {Problem['kind']} */ kind) => kind === 'not-signed-in' || kind === 'not-permitted'

/**
 * Reads the document and shows it, with the ticks and words given before as long as it is the same text.
 * @param {{ refused?: string }} [after] the hash of a text that was refused as changed
 * @returns {Promise<void>}
 */
const openDocument = async ({ refused } = {}) => {
  const { session, draft } = kept()
  if (!session) return showStart(againNotice)
  const reply = await readDocument(session.token)
  if (!reply.ok) {
    const { problem } = reply
    if (isOver(problem.kind)) {
      keep({ session: undefined, sent: undefined })
      return showStart(againNotice)
    }
    if (problem.kind === 'link-not-usable') return stopAtLink()
    return stop(inWords(problem), { label: 'もう一度読み込む', run: () => openDocument({ refused: refused || '' }) })
  }
  const document = reply.value
  const { sha256 } = document
  if (refused === sha256) {
    const act = 'サービスの内容が新しくなりました。送り主が書面を改め、新しいリンクをお送りします。'
    return stop(said('この書面では、もう契約できません', act))
  }
  if (session.purpose === 'amend' || session.purpose === 'own') {
    return stop(said('このリンクのページは、まだ開けません', 'リンクの送り主へご連絡ください。'))
  }
  // A link that still opens has had no answer yet.
  keep({ document, answer: undefined, unsure: undefined })
  const changed = Boolean(draft && draft.sha256 !== sha256)
  if (!draft || changed) {
    keep({ draft: { sha256, acknowledged: [], consent: null, name: '', title: '', what: '' } })
  }
  showDocument(document, { ...session, purpose: session.purpose }, changed || Boolean(refused))
}

/** @type {number | undefined} */
let alarm

/**
 * @param {import('./api.js').DocumentView} document
 * @param {{ purpose: 'sign' | 'confirm', until: number }} session
 * @param {boolean} changed
 */
const showDocument = (document, { purpose, until }, changed) => {
  const screen = copyOf('document')
  const paper = paperOf(document)
  fill(paper, {
    intro:
      purpose === 'sign'
        ? 'ご契約の内容です。おわりまでお読みになり、お返事をお願いします。'
        : '紙で結ばれたご契約を、次のとおり記録しました。間違いがないか、お確かめください。',
    how: '項目ごとにお読みになり、「確認しました」に印を付けてください。',
  })
  part(screen, 'paper').appendChild(paper)
  addAnswer(screen, document, purpose, (button, name, body, onProblem) => {
    working(button, async () => {
      const problem = await submit(answerFor(name, body))
      if (problem) onProblem(problem)
    })
  })
  const notice = part(screen, 'notice')
  notice.hidden = !changed
  show(screen, document.disclosure.service.name)
  if (changed) notice.textContent = '書面の内容が改められました。お手数ですが、はじめからお読みください。'
  warnInTime(part(screen, 'time'), until)
}

/** Says before the time is over that it will be, and what then: nothing is lost. */
const warnInTime = (/** @type {HTMLElement} */ place, /** @type {number} */ until) => {
  clearTimeout(alarm)
  const say = (/** @type {string} */ text) => {
    place.hidden = false
    place.textContent = text
  }
  const soon = () => {
    say('ご本人の確認は、あと2分で切れます。切れても、付けた印と入力はそのままです。')
    alarm = setTimeout(over, until - Date.now())
  }
  const over = () => say('お返事のときに、確認コードをもう一度お送りします。付けた印と入力は残ります。')
  alarm = setTimeout(soon, Math.max(0, until - Date.now() - 120000))
}

/**
 * Sends an answer and goes where it leads. Gives back the problem that the screen itself should show.
 * @param {import('./kept.js').Answer} answer
 * @returns {Promise<Problem | null>}
 */
const submit = async (answer) => {
  const { session, document, unsure } = kept()
  const reply = await send(answer.name, answer.body, answer.key, session && session.token)
  if (reply.ok) {
    const outcome = { answer, done: reply.value }
    keep({ outcome, answer: undefined, unsure: undefined, session: undefined, draft: undefined, sent: undefined })
    showDone(outcome)
    return null
  }
  const { problem } = reply
  if (isUnsure(problem.kind)) {
    showUnsure(`${inWords(problem).what}。`, inWords(problem).act)
    return null
  }
  if (isOver(problem.kind)) {
    // Refused at the door this time; whether an earlier sending got through is as open as before.
    keep({ session: undefined, sent: undefined, answer: unsure ? answer : undefined })
    showStart(againNotice)
    return null
  }
  keep({ answer: undefined, unsure: undefined })
  switch (problem.kind) {
    case 'document-changed':
      await openDocument({ refused: document ? document.sha256 : '' })
      return null
    case 'link-not-usable':
      stopAtLink()
      return null
    case 'wrong-stage':
    case 'does-not-fit':
    case 'not-found':
      stop(inWords(problem))
      return null
    default:
      return problem
  }
}

/** From a screen with no form to show a problem in. @param {import('./kept.js').Answer} answer */
const submitHere = async (answer) => {
  const problem = await submit(answer)
  if (problem) stop(inWords(problem), { label: '書面に戻る', run: () => openDocument() })
}

/** @param {string} what @param {string} [act] */
const showUnsure = (what, act = '') => {
  const { answer } = kept()
  if (!answer) return
  keep({ unsure: true })
  const screen = copyOf('unsure')
  fill(screen, { what: `${what}${act}` })
  onPress(screen, 'again', () => working(part(screen, 'again'), () => submitHere(answer)))
  onPress(screen, 'back', () => working(part(screen, 'back'), () => openDocument()))
  show(screen, '結果がまだ分かりません')
}

// Nothing here rejects but a defect of this page; whoever meets one should not be left with a button that does nothing.
window.addEventListener('unhandledrejection', () => stop(inWords({ kind: 'defect' })))
takeLink()
begin()
window.addEventListener('hashchange', () => {
  const before = kept().link
  if (takeLink() !== before) begin()
})
