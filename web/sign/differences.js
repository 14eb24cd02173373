// @ts-check
import { element } from './view.js'

/** @typedef {import('./api.js').DifferencesView} DifferencesView */

/**
 * What a new text changes, item by item, as it read before and as it would read. What stays within an item is said
 * too, so that nobody has to look for the rest.
 * @param {DifferencesView} view
 */
export const differencesOf = ({ differences, contact }) => {
  const root = element('div')
  if (contact.length > 0) root.appendChild(contactOf(contact))
  if (differences.length === 0) {
    const what = contact.length > 0 ? '' : '当事者の欄などが変わります。'
    root.appendChild(element('p', `項目ごとの文に、変わるところはありません。${what}`))
    return root
  }
  root.appendChild(element('p', `次の${differences.length}項目が変わります。ほかの項目は、いまのままです。`))
  const list = element('ol', '', 'changes')
  for (const { code, label, before, after } of differences) {
    const row = element('li')
    const heading = element('h3', label.ja)
    row.setAttribute('data-change', code)
    row.appendChild(heading)
    row.appendChild(sideOf('いま', before, 'before'))
    row.appendChild(sideOf('変更後', after, 'after'))
    list.appendChild(row)
  }
  root.appendChild(list)
  return root
}

/** Who signs and where links and codes go: changed like any other, and easily overlooked. @param {DifferencesView['contact']} contact */
const contactOf = (contact) => {
  const root = element('div')
  root.appendChild(
    element(
      'p',
      '署名される方、又はご連絡先が変わります。署名されると、今後のリンクと確認コードは変更後のあて先へ届きます。',
    ),
  )
  const list = element('ul', '', 'changes')
  for (const { what, label, before, after } of contact) {
    const row = element('li')
    row.setAttribute('data-change', what)
    row.appendChild(element('h3', label.ja))
    row.appendChild(sideOf('いま', before ? [before] : [], 'before'))
    row.appendChild(sideOf('変更後', after ? [after] : [], 'after'))
    list.appendChild(row)
  }
  root.appendChild(list)
  return root
}

/** @param {string} heading @param {readonly string[]} lines @param {string} className */
const sideOf = (heading, lines, className) => {
  const side = element('div', '', className)
  side.appendChild(element('p', heading, 'when'))
  for (const line of lines.length > 0 ? lines : ['（記載なし）']) side.appendChild(element('p', line))
  return side
}

/**
 * Marks in the whole text the items that would read differently.
 * @param {Element} paper
 * @param {DifferencesView} view
 */
export const markChanged = (paper, { differences }) => {
  for (const { code } of differences) {
    const heading = paper.querySelector(`#item-${code}`)
    if (heading) heading.appendChild(element('span', '変わります', 'changed'))
  }
}
