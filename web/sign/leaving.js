// @ts-check
import { dayInWords, inJapan, yen } from './japanese.js'
import { keep, kept } from './kept.js'
import { addPanel } from './panel.js'
import { announce, complain, copyOf, field, fill, fillFacts, onPress, part, setError } from './view.js'
import { inWords } from './words.js'

/**
 * Leaving: the last day and the reason first; then the penalty is shown, and the person confirms or stays.
 *
 * @typedef {import('./api.js').OwnContractView} Own
 * @typedef {import('./speaker.js').Speak} Speak
 * @typedef {import('./kept.js').Wish} Wish
 */

/** @param {HTMLElement} place @param {Own} own @param {Speak} speak */
export const addLeaving = (place, own, speak) => {
  const { leaving } = own
  place.appendChild(
    leaving ? (leaving.confirmed ? decided(leaving, speak) : asked(leaving, speak)) : asking(own, speak),
  )
}

const priceOf = (/** @type {number} */ penaltyExTaxYen) =>
  penaltyExTaxYen > 0 ? `${yen(penaltyExTaxYen)}（税抜）` : 'かかりません'

/** @param {NonNullable<Own['leaving']>} leaving @param {Speak} speak */
const decided = (leaving, speak) => {
  const root = copyOf('leaving-decided')
  fill(root, {
    what: `${dayInWords(leaving.on)}をもって、ご契約は終わります。`,
    price: priceOf(leaving.penaltyExTaxYen),
  })
  staying(root, speak)
  return root
}

/** @param {NonNullable<Own['leaving']>} leaving @param {Speak} speak */
const asked = ({ on, penaltyExTaxYen, requestedAt }, speak) => {
  const root = copyOf('leaving-asked')
  fill(root, { price: priceOf(penaltyExTaxYen) })
  fillFacts(part(root, 'facts'), [
    ['最後の日', dayInWords(on)],
    ['お申し出の日時', inJapan(requestedAt)],
  ])
  addPanel(root, () =>
    speak(part(root, 'tell'), 'cancel', { penaltyExTaxYen }, (problem) =>
      complain(part(root, 'panelTrouble'), inWords(problem)),
    ),
  )
  staying(root, speak)
  return root
}

/** @param {Element} root @param {Speak} speak */
const staying = (root, speak) =>
  onPress(root, 'stay', () => {
    complain(part(root, 'trouble'), null)
    speak(part(root, 'stay'), 'withdraw-cancellation', {}, (problem) =>
      complain(part(root, 'trouble'), inWords(problem)),
    )
  })

/** @returns {Wish} */
const wish = () => kept().wish || { when: '', on: '', reason: '', ground: '' }

/** @param {Own} own @param {Speak} speak */
const asking = ({ endOn, leavingDays: { from, until } }, speak) => {
  const root = copyOf('leaving-asking')
  const [atEnd, other] = [field(root, 'atEnd'), field(root, 'other')]
  const [on, reason, ground] = [field(root, 'on'), field(root, 'reason'), field(root, 'ground')]
  const past = endOn < until
  fill(root, {
    atEndLabel: past
      ? `今日（${dayInWords(until)}）。違約金はかかりません`
      : `契約期間のおわり（${dayInWords(endOn)}）。違約金はかかりません`,
  })
  on.max = until
  on.min = from
  const before = wish()
  atEnd.checked = before.when === 'end'
  other.checked = before.when === 'other'
  on.value = before.on
  reason.value = before.reason
  ground.value = before.ground
  const look = () => {
    part(root, 'onBox').hidden = !other.checked
    part(root, 'groundBox').hidden = !(other.checked && (ground.value !== '' || groundAsked))
  }
  let groundAsked = false
  const take = () => {
    const when = atEnd.checked ? 'end' : other.checked ? 'other' : ''
    keep({ wish: { when, on: on.value, reason: reason.value, ground: ground.value } })
    look()
  }
  for (const one of [atEnd, other]) one.addEventListener('change', take)
  for (const one of [on, reason, ground]) one.addEventListener('input', take)

  /** Says what is wrong beside each field, and leads to the first. @param {readonly (readonly [name: string, control: HTMLElement, what: string])[]} all */
  const object = (all) => {
    for (const [name, control, what] of all) setError(part(root, name), control, what)
    const first = all.find(([, , what]) => what !== '')
    if (!first) return false
    announce(`まだ申し出られません。${first[2]}`)
    first[1].focus()
    return true
  }
  const mistakes = () => {
    const { when, on: day, reason: why } = wish()
    return /** @type {const} */ ([
      ['whenError', when === '' ? atEnd : part(root, 'when'), when === '' ? '最後の日を選んでください。' : ''],
      ['onError', on, when === 'other' && day === '' ? '最後の日を入れてください。' : ''],
      ['reasonError', reason, why.trim() === '' ? '理由を入れてください。ひとことでかまいません。' : ''],
      ['groundError', ground, ''],
    ])
  }
  const refused = (/** @type {import('./words.js').Problem} */ problem) => {
    if (problem.what === 'ground') {
      groundAsked = true
      look()
      return void object([
        ['groundError', ground, 'このご契約は、期間の途中では、根拠がなければ解約できません。根拠をお書きください。'],
      ])
    }
    if (problem.what === 'on') {
      const why = `${dayInWords(from)}から${dayInWords(until)}までの日を入れてください。`
      return void object([['onError', on, why]])
    }
    complain(part(root, 'trouble'), inWords(problem))
  }
  addPanel(root, () => {
    complain(part(root, 'trouble'), null)
    if (object(mistakes())) return
    const { when, on: day, reason: why, ground: given } = wish()
    const body = { on: /** @type {any} */ (when === 'end' ? until : day), reason: why }
    const full = when === 'other' && given.trim() !== '' ? Object.assign(body, { ground: given }) : body
    speak(part(root, 'tell'), 'request-cancellation', full, refused)
  })
  // What was begun before a reload, or before the code had to be entered again, stays open.
  if (before.when !== '' || before.reason !== '') part(root, 'panel').hidden = false
  look()
  return root
}
