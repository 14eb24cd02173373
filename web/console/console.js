// @ts-check
import { ask, Stopped, tell } from './api.js'
import { forget, settle, unanswered } from './commands.js'
import { announce, button, el, part, saidLine, working } from './dom.js'
import { cameBack, leave } from './hosted.js'
import { showChoice } from './membership-choice.js'
import { choicesOf, takeUp } from './memberships.js'
import { pages } from './pages.js'
import { paint } from './paint.js'
import { inWords } from './problems.js'
import { blocksFor, menuFor, pageAt } from './routing.js'
import { keepSession, renew, session, token } from './session.js'
import { showSignIn } from './sign-in.js'
import { roles, word } from './words.js'
import { noting } from './unreadable.js'

/**
 * @typedef {import('./shapes.js').Person} Person
 * @typedef {import('./shapes.js').Screen} Screen
 */

const main = part('main')

/** @type {Person | undefined} */
let who
/** What was done just now, said on the screen that follows. */
let toSay = ''
/** Counts what was shown, so that an answer that comes late paints over nothing newer. */
let turn = 0
/** @type {ReturnType<typeof setTimeout> | undefined} */
let alarm

/**
 * Brings another token, while whoever has just signed in has not chosen a membership yet.
 * @type {(() => Promise<boolean>) | undefined}
 */
let arrived

/** Who is signed in, and what day it is here; gives what there is to choose from. */
const meet = async () => {
  const [me, about] = await Promise.all([ask('readMe'), fetch('/v1').then((answer) => answer.json())])
  who = { ...me, role: /** @type {Person['role']} */ (me.role), today: about.today }
  part('who').textContent = word(roles, who.role)
  part('leave').hidden = false
  return choicesOf(me.memberships)
}

/**
 * @param {readonly import('./memberships.js').Choice[]} choices
 * @param {() => Promise<boolean>} again
 */
const choose = (choices, again) => {
  who = undefined
  part('who').textContent = ''
  showChoice(main, choices, async (choice) => {
    const problem = await takeUp(choice, { tell, again })
    if (problem) return problem
    arrived = undefined
    await show()
    return undefined
  })
}

const showMenu = (/** @type {Person} */ { role }, /** @type {string} */ path) => {
  const menu = part('menu')
  const isHere = (/** @type {string} */ to) => (to === '#/' ? path === '/' : `#${path}`.startsWith(to))
  menu.hidden = false
  menu.replaceChildren(
    el(
      'ul',
      {},
      menuFor(pages, role).map(({ text, to }) =>
        el('li', {}, el('a', { href: to, 'aria-current': isHere(to) ? 'page' : undefined }, text)),
      ),
    ),
  )
}

const signInAgain = (/** @type {string | undefined} */ why) => {
  turn += 1
  who = undefined
  arrived = undefined
  keepSession(undefined)
  clearTimeout(alarm)
  part('who').textContent = ''
  part('leave').hidden = true
  part('menu').hidden = true
  return showSignIn(main, why, async (given, again) => {
    keepSession({ token: given })
    arrived = async () => {
      const next = await again()
      if (next) keepSession({ token: next })
      return next !== undefined
    }
    await show()
  })
}

/** @param {{ say: string, to: string }} outcome */
const done = ({ say, to }) => {
  toSay = say
  if (location.hash === to) void show()
  else location.hash = to
}

/** Commands whose answer was lost: sent again under the same key, each is still done once. */
const unansweredOn = (/** @type {Person} */ { sub }) => {
  const all = unanswered(sub)
  if (all.length === 0) return null
  const trouble = el('div', { class: 'trouble' })
  const items = all.map((command) => {
    const again = button('もう一度送って確かめる', () =>
      working(again, async () => {
        const reply = await tell(command.call, command)
        settle(command, reply.ok ? undefined : reply.problem)
        if (reply.ok) return done({ say: `「${command.heading}」は記録されました。`, to: location.hash || '#/' })
        const { what, act, sayings } = inWords(reply.problem)
        const reasons = sayings.map((saying) => el('li', {}, saidLine(saying)))
        trouble.replaceChildren(el('p', { class: 'what' }, what), el('p', {}, act), el('ul', {}, reasons))
        announce(`${what}。${act}`)
      }),
    )
    const drop = button('送り直さない', () => {
      forget(command)
      void show()
    })
    return el('li', {}, el('b', {}, command.heading), el('div', { class: 'buttons' }, drop, again))
  })
  return el(
    'section',
    { class: 'alert', 'aria-label': '返事を受け取れていない手続き' },
    el('p', {}, '返事を受け取れていない手続きがあります。もう一度送っても、二重に記録されることはありません。'),
    trouble,
    el('ul', {}, items),
  )
}

/** @param {Screen} screen @param {Person} person @param {boolean} isSame */
const put = ({ title, lead, back, blocks }, person, isSame) => {
  const heading = el('h1', { tabindex: '-1' }, title)
  const said = toSay ? el('p', { class: 'notice' }, toSay) : null
  main.replaceChildren(
    ...[
      back && el('p', { class: 'back' }, el('a', { href: back.to }, `← ${back.text}`)),
      heading,
      said,
      unansweredOn(person),
      lead && el('p', { class: 'lead' }, lead),
    ].filter((node) => node instanceof Node),
    ...blocks.map((block) => paint(block, { sub: person.sub, title, done })),
  )
  document.title = `${title}｜契約の管理`
  announce(toSay)
  toSay = ''
  if (isSame) return
  window.scrollTo(0, 0)
  heading.focus()
}

const showProblem = (/** @type {import('./shapes.js').Problem} */ problem, /** @type {Person} */ person) => {
  const { what, act, sayings } = inWords(problem)
  /** @type {import('./shapes.js').Block[]} */
  const blocks = [
    { kind: 'words', tone: 'alert', lines: [act, ...sayings.map(({ said }) => said)] },
    { kind: 'links', items: [{ text: 'はじめの画面へ', to: '#/' }] },
  ]
  put({ title: what, blocks }, person, false)
}

/** Someone is in the middle of something that a new painting would take away. */
const isBusy = () => main.querySelector('details[open], .trouble:not(:empty)') !== null

/** Shows the screen at the address; again, where it asks for that, without moving anyone's place. */
const show = async (isSame = false) => {
  const mine = (turn += 1)
  clearTimeout(alarm)
  if (!token()) return signInAgain(undefined)
  try {
    if (!who) {
      const choices = await meet()
      if (mine !== turn) return
      if (arrived && choices.length > 0) return choose(choices, arrived)
      arrived = undefined
    }
    const person = /** @type {Person} */ (who)
    const found = pageAt(pages, person.role, location.hash)
    showMenu(person, location.hash.replace(/^#/, '').split('?')[0] || '/')
    main.setAttribute('aria-busy', 'true')
    if (!found) return showProblem({ kind: 'not-found' }, person)
    const { page, params, query } = found
    const noted = noting(ask)
    const loaded = await page.load({ ask: noted.ask, who: person, params, query })
    const screen = { ...loaded, blocks: [...noted.notices(), ...blocksFor(pages, person.role, loaded.blocks)] }
    if (mine !== turn) return
    if (!(isSame && isBusy())) put(screen, person, isSame)
    if (screen.againAfterMs) alarm = setTimeout(() => void show(true), screen.againAfterMs)
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    if (mine !== turn) return
    if (error.problem.kind === 'not-signed-in')
      return signInAgain('サインインの有効な時間が過ぎました。続きから始められます。')
    // Nobody could be asked who this is; there is no menu to go on from.
    if (!who) return signInAgain(inWords(error.problem).what)
    showProblem(error.problem, who)
  } finally {
    main.removeAttribute('aria-busy')
  }
}

const begin = async () => {
  const made = await cameBack()
  if (made) {
    keepSession(made)
    arrived = renew
  }
  if (made === null) return signInAgain('サインインできませんでした。もう一度お試しください。')
  await show()
}

part('skip').addEventListener('click', (event) => {
  // The address says which screen is shown, so the way to the text must not go through it.
  event.preventDefault()
  main.focus()
})
part('leave').addEventListener('click', () => {
  const refresh = session()?.refresh
  // Whoever comes next begins at the beginning, not where this person was.
  history.replaceState(null, '', location.pathname)
  void signInAgain('サインアウトしました。').then(() => leave(refresh))
})
window.addEventListener('hashchange', () => void show())
window.addEventListener('unhandledrejection', () => {
  // Nothing here rejects but a defect of this console; nobody should be left with a screen that says nothing.
  if (who) showProblem({ kind: 'defect' }, who)
})
void begin()
