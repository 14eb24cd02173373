// @ts-check
import { announce, button, el, freshId, working } from './dom.js'
import { inWords } from './problems.js'

const why = '複数の組織に所属しています。どの所属で使うかを選んでください。'

/**
 * Asks which membership to act in, each a button of its own.
 * @param {HTMLElement} main
 * @param {readonly import('./memberships.js').Choice[]} choices
 * @param {(choice: import('./memberships.js').Choice) => Promise<import('./shapes.js').Problem | undefined>} take
 */
export const showChoice = (main, choices, take) => {
  const heading = el('h1', { tabindex: '-1' }, '所属を選ぶ')
  const trouble = el('div', { class: 'trouble' })
  const items = choices.map((choice) => {
    const id = choice.note ? freshId() : undefined
    const go = button(choice.text, () =>
      working(go, async () => {
        const problem = await take(choice)
        if (!problem) return
        const { what, act } = inWords(problem)
        trouble.replaceChildren(el('p', { class: 'what' }, what), el('p', {}, act))
        announce(`${what}。${act}`)
      }),
    )
    if (id) go.setAttribute('aria-describedby', id)
    return el('li', {}, go, id ? el('span', { class: 'note', id }, choice.note) : null)
  })
  main.replaceChildren(
    heading,
    el('p', { class: 'lead' }, why),
    el('p', {}, 'あとで別の所属に変えるときは、サインアウトして、もう一度サインインしてください。'),
    trouble,
    el('ul', { class: 'people' }, items),
  )
  document.title = '所属を選ぶ'
  heading.focus()
  announce(why)
}
