// @ts-check
import { addAnswer } from './answer.js'
import { differencesOf, markChanged } from './differences.js'
import { addFiles } from './files.js'
import { paperOf } from './paper.js'
import { copyOf, element, fill, part, show } from './view.js'

/** @type {number | undefined} */
let alarm

/**
 * The text that waits for an answer, and the form below it.
 * @typedef {{ purpose: 'sign' | 'confirm' | 'amend', until: number, token: string }} Session
 * @typedef {{
 *   document: import('./api.js').DocumentView, differences: import('./api.js').DifferencesView | undefined,
 * }} Shown
 *
 * @param {Shown} shown
 * @param {Session} session
 * @param {string} notice what has to be said first, such as that the text was changed
 * @param {import('./answer.js').Tell} tell
 */
export const showDocument = ({ document, differences }, { purpose, until, token }, notice, tell) => {
  const screen = copyOf('document')
  const paper = paperOf(document)
  fill(paper, {
    intro: introFor(purpose, differences),
    how: '項目ごとにお読みになり、「確認しました」に印を付けてください。',
  })
  if (differences) addDifferences(paper, differences)
  if (purpose === 'confirm') addAnswered(paper, document.disputes ?? [])
  part(screen, 'paper').appendChild(paper)
  const codeAgain = 'ページを読み込み直し、確認コードをもう一度受け取ると、保存できます。付けた印と入力は残ります。'
  addFiles(part(screen, 'files'), token, ['document'], codeAgain)
  addAnswer(screen, document, purpose, tell)
  const said = part(screen, 'notice')
  said.hidden = notice === ''
  show(screen, document.disclosure.service.name)
  said.textContent = notice
  warnInTime(part(screen, 'time'), until)
}

/** @param {Session['purpose']} purpose @param {Shown['differences']} differences */
const introFor = (purpose, differences) => {
  if (purpose === 'sign') return 'ご契約の内容です。おわりまでお読みになり、お返事をお願いします。'
  if (purpose === 'confirm') return '紙で結ばれたご契約を、次のとおり記録しました。間違いがないか、お確かめください。'
  return differences && differences.kind === 'renewal'
    ? 'ご契約を更新するご案内です。次の期間の内容をお読みになり、お返事をお願いします。署名されるまでは、いまのご契約のままです。'
    : 'ご契約の変更のご案内です。変わるところをお読みになり、お返事をお願いします。署名されるまでは、いまのご契約のままです。'
}

/** @param {Element} paper @param {import('./api.js').DifferencesView} differences */
const addDifferences = (paper, differences) => {
  const place = part(paper, 'differences')
  part(paper, 'kind').textContent = differences.kind === 'renewal' ? 'ご契約の更新' : 'ご契約の変更'
  place.appendChild(element('h2', '変わるところ'))
  place.appendChild(differencesOf(differences))
  place.appendChild(element('h2', '変更後の書面の全文'))
  place.appendChild(
    element('p', 'ここから先が、署名していただく書面です。変わらない項目もふくめて、すべてお読みください。'),
  )
  markChanged(paper, differences)
}

/** What the SME said before, and how it was answered, above the text. @param {Element} paper @param {import('./api.js').DocumentView['disputes']} disputes */
const addAnswered = (paper, disputes) => {
  const place = part(paper, 'differences')
  for (const { what, answer } of disputes) {
    place.appendChild(element('h2', 'お知らせいただいたこと'))
    place.appendChild(element('p', what))
    if (!answer) continue
    place.appendChild(element('h2', answer.way === 'corrected' ? 'お答え（記録を直しました）' : 'お答え'))
    if (answer.words !== null) place.appendChild(element('p', answer.words))
  }
}

/** Says before the time is over that it will be, and what then: nothing is lost. */
const warnInTime = (/** @type {HTMLElement} */ place, /** @type {number} */ until) => {
  stopClock()
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

/** Nothing is said of a text that is no longer shown. */
const stopClock = () => clearTimeout(alarm)
