// @ts-check
import { readDifferences, readDocument, readOwnContract, send } from './api.js'
import { codeIsOut, showCode } from './code.js'
import { answerFor } from './commands.js'
import { showDocument } from './document.js'
import { showDone } from './done.js'
import { keep, kept, takeLink } from './kept.js'
import { whyNoLink } from './link-in.js'
import { saidOf, showOwn } from './own.js'
import { openPapers } from './papers.js'
import { showStart } from './start.js'
import { stop } from './stop.js'
import { copyOf, fill, nameSender, onPress, part, show, working } from './view.js'
import { inWords, isUnsure, said } from './words.js'

/**
 * @typedef {import('./words.js').Problem} Problem
 */

/**
 * Where the tab stands: at the first load, at a reload, and when another link is opened in it.
 * @param {string | undefined} taken
 */
const begin = (taken) => {
  const { answer, session, outcome, from } = kept()
  if (from) nameSender(from.sender)
  if (taken === 'cut' || !kept().link) return stop(whyNoLink(taken))
  if (outcome) return showDone(outcome)
  // A reload came between sending and the answer.
  if (answer) return showUnsure('前にお送りしたお返事の結果を、まだ受け取っていません。')
  if (session) return open()
  return codeIsOut() ? showCode(then) : showStart(then)
}

const againNotice =
  'ご本人の確認から時間がたちました。確認コードをもう一度受け取ると、続きから進められます。付けた印と入力は、そのままです。'

/** The link no longer opens: perhaps because the answer that nobody confirmed has arrived after all. */
const stopAtLink = (/** @type {Problem} */ problem) => {
  keep({ sent: undefined })
  const { answer, unsure, session } = kept()
  if (answer && unsure) {
    const act =
      'このリンクは、お返事が済むと使えなくなります。成立のお知らせなどのメールをお確かめください。届かないときは、ご連絡ください。'
    const again = { label: 'もう一度送って確かめる', run: () => submitHere(answer) }
    return stop(said('前にお送りしたお返事が、届いている可能性があります', act), session ? again : undefined)
  }
  return stop(inWords(problem.kind === 'link-not-usable' ? problem : { kind: 'link-not-usable' }))
}

/** @type {import('./code.js').Then} */
const then = {
  entered: () => open(),
  back: () => showStart(then),
  stopped: (problem) => (problem.kind === 'link-not-usable' ? stopAtLink(problem) : stop(inWords(problem))),
  wornOut: () => {
    keep({ sent: undefined })
    stop(said('確認コードを試せる回数を超えました', 'リンクの送り主へ、新しいリンクを送るようご依頼ください。'))
  },
}

const isOver = (/** @type {Problem['kind']} */ kind) => kind === 'not-signed-in' || kind === 'not-permitted'

/** Shows what this link is for. @param {string} [notice] @returns {Promise<void>} */
const open = async (notice = '') => {
  const { session } = kept()
  if (!session) return showStart(then, againNotice)
  if (session.purpose === 'papers') return openKept(session.token)
  return session.purpose === 'own' ? openOwn(session, notice) : openDocument()
}

/** @typedef {NonNullable<import('./kept.js').Kept['session']>} Session */

/** What stopped a reading is said, with a way to read again where that may help. */
const notRead = (/** @type {Problem} */ problem, /** @type {() => Promise<void>} */ again) => {
  if (isOver(problem.kind)) {
    keep({ session: undefined, sent: undefined })
    return showStart(then, againNotice)
  }
  if (problem.kind === 'link-not-usable') return stopAtLink(problem)
  return stop(inWords(problem), { label: 'もう一度読み込む', run: again })
}

/** @type {import('./answer.js').Tell} */
const tell = (button, name, body, onProblem) => {
  working(button, async () => {
    const problem = await submit(answerFor(name, body))
    if (problem) onProblem(problem)
  })
}

/** The papers of a contract, on their own or beside its page. @param {string} token @param {() => void} [back] @returns {Promise<void>} */
const openKept = async (token, back) => {
  const problem = await openPapers(token, back)
  if (problem) await notRead(problem, () => openKept(token, back))
}

/** @param {Session} session @param {string} notice */
const openOwn = async ({ token }, notice) => {
  const reply = await readOwnContract(token)
  if (!reply.ok) return notRead(reply.problem, () => open(notice))
  keep({ answer: undefined, unsure: undefined })
  showOwn(reply.value, token, notice, { tell, papers: () => openKept(token, () => open()) })
}

/**
 * Reads the document and shows it, with the ticks and words given before as long as it is the same text.
 * @param {{ refused?: string }} [after] the hash of a text that was refused as changed
 * @returns {Promise<void>}
 */
const openDocument = async ({ refused } = {}) => {
  const { session, draft } = kept()
  if (!session) return showStart(then, againNotice)
  const again = () => openDocument({ refused: refused || '' })
  const reply = await readDocument(session.token)
  if (!reply.ok) return notRead(reply.problem, again)
  const compared = session.purpose === 'amend' ? await readDifferences(session.token) : undefined
  if (compared && !compared.ok) return notRead(compared.problem, again)
  const document = reply.value
  const { sha256 } = document
  if (refused === sha256) {
    const act = 'サービスの内容が新しくなりました。送り主が書面を改め、新しいリンクをお送りします。'
    return stop(said('この書面では、もう契約できません', act))
  }
  const differences = compared && compared.value
  // A new text came between the two readings.
  if (differences && differences.sha256After !== sha256)
    return stop(inWords({ kind: 'document-changed' }), { label: 'もう一度読み込む', run: again })
  // A link that still opens has had no answer yet.
  keep({ document, differences, answer: undefined, unsure: undefined })
  const changed = Boolean(draft && draft.sha256 !== sha256)
  if (!draft || changed) {
    keep({ draft: { sha256, acknowledged: [], consent: null, name: '', title: '', what: '' } })
  }
  const notice = changed || refused ? '書面の内容が改められました。お手数ですが、はじめからお読みください。' : ''
  const purpose = session.purpose === 'own' || session.purpose === 'papers' ? 'sign' : session.purpose
  showDocument({ document, differences }, { purpose, until: session.until, token: session.token }, notice, tell)
}

/**
 * Sends an answer and goes where it leads. Gives back the problem that the screen itself should show.
 * @param {import('./kept.js').Answer} answer
 * @returns {Promise<Problem | null>}
 */
const submit = async (answer) => {
  const { session, document, unsure } = kept()
  const reply = await send(answer.name, answer.body, answer.key, session && session.token)
  if (reply.ok && session && session.purpose === 'own' && reply.value.stage === 'live') {
    keep({ answer: undefined, unsure: undefined, wish: undefined })
    await open(saidOf(answer.name))
    return null
  }
  if (reply.ok) {
    // The link is used up; for the rest of its time the token still saves what was agreed.
    const outcome = { answer, done: reply.value, access: session && { token: session.token, until: session.until } }
    keep({
      outcome,
      answer: undefined,
      unsure: undefined,
      session: undefined,
      draft: undefined,
      wish: undefined,
      sent: undefined,
    })
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
    showStart(then, againNotice)
    return null
  }
  keep({ answer: undefined, unsure: undefined })
  if (session && session.purpose === 'own') return refusedOwn(problem)
  switch (problem.kind) {
    case 'document-changed':
      await openDocument({ refused: document ? document.sha256 : '' })
      return null
    case 'link-not-usable':
      stopAtLink(problem)
      return null
    case 'wrong-stage':
    case 'being-checked':
    case 'does-not-fit':
    case 'not-found':
      stop(inWords(problem))
      return null
    default:
      return problem
  }
}

/** What no longer fits how the contract stands is shown as it stands now. @param {Problem} problem */
const refusedOwn = async (problem) => {
  if (problem.kind === 'link-not-usable') {
    stopAtLink(problem)
    return null
  }
  const overtaken =
    problem.kind === 'wrong-stage' || problem.kind === 'already-exists' || problem.what === 'penaltyExTaxYen'
  if (!overtaken) return problem
  await open('ほかの手続きで、ご契約の状態が変わっていました。いまの状態をお確かめください。')
  return null
}

/** From a screen with no form to show a problem in. @param {import('./kept.js').Answer} answer */
const submitHere = async (answer) => {
  const problem = await submit(answer)
  if (problem) stop(inWords(problem), { label: backLabel(), run: () => open() })
}

const backLabel = () => {
  const { session } = kept()
  return session && session.purpose === 'own' ? 'ご契約ページに戻る' : '書面に戻る'
}

/** @param {string} what @param {string} [act] */
const showUnsure = (what, act = '') => {
  const { answer } = kept()
  if (!answer) return
  keep({ unsure: true })
  const screen = copyOf('unsure')
  fill(screen, { what: `${what}${act}`, back: backLabel() })
  onPress(screen, 'again', () => working(part(screen, 'again'), () => submitHere(answer)))
  onPress(screen, 'back', () => working(part(screen, 'back'), () => open()))
  show(screen, '結果がまだ分かりません')
}

// Nothing here rejects but a defect of this page; whoever meets one should not be left with a button that does nothing.
window.addEventListener('unhandledrejection', () => stop(inWords({ kind: 'defect' })))
begin(takeLink())
window.addEventListener('hashchange', () => {
  const before = kept().link
  const taken = takeLink()
  if (taken !== before) begin(taken)
})
