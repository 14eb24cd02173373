// @ts-check
import { dayInWords, yen } from './japanese.js'
import { copyOf, element, fill, fillFacts, part } from './view.js'

/**
 * @typedef {import('./api.js').DocumentView} DocumentView
 * @typedef {DocumentView['disclosure']} Disclosure
 */

/**
 * The disclosed text on the page: the very sentences the hash is taken over, as they came.
 * @param {DocumentView} document
 */
export const paperOf = ({ shortNumber, sha256, disclosure, glyphNote, fees }) => {
  const { service, sme, reseller, items } = disclosure
  const root = copyOf('paper')
  fill(root, {
    service: service.name,
    sme: sme.name,
    promise: `このサービスには実施主体が責任を負います。${
      reseller ? '再販協力会社が提供を続けられなくなったときは、実施主体がその責任を引き受け、サービスを続けます。' : ''
    }`,
  })
  const note = part(root, 'glyphNote')
  note.textContent = glyphNote || ''
  note.hidden = !glyphNote
  fillFacts(part(root, 'parties'), parties(disclosure))
  fillFacts(part(root, 'terms'), terms(disclosure, fees))
  part(root, 'feeNote').textContent = fees.note
  items.forEach((item, index) => part(root, 'items').appendChild(itemOf(item, index)))
  fillFacts(part(root, 'about'), about(disclosure, shortNumber, sha256))
  return root
}

/** @param {Disclosure} disclosure @returns {[string, string | string[]][]} */
const parties = ({ implementingEntity, reseller, sme }) => [
  ['ユーザー', [sme.name, `${sme.prefecture}、法人番号 ${sme.smeId}`]],
  ['ご契約の相手方', reseller ? company(reseller, '再販協力会社') : company(implementingEntity, '実施主体')],
  ['実施主体', reseller ? company(implementingEntity, '') : []],
]

const company = (
  /** @type {Disclosure['implementingEntity'] | NonNullable<Disclosure['reseller']>} */ party,
  /** @type {string} */ as,
) => {
  const { name, corporateNumber, postalAddress, representative } = party
  return [
    name,
    ...(postalAddress ? [addressInWords(postalAddress)] : []),
    ...(representative ? [`代表者 ${representative.title} ${representative.name}`] : []),
    `${as ? `${as}、` : ''}法人番号 ${corporateNumber}`,
  ]
}

/** @param {NonNullable<Disclosure['implementingEntity']['postalAddress']>} address */
const addressInWords = ({ postalCode, prefecture, rest, building }) =>
  [postalCode ? `〒${postalCode}` : '', `${prefecture}${rest}`, building || ''].filter(Boolean).join(' ')

/** A fee before tax, its tax, and both. @param {DocumentView['fees']['initial']} fee */
export const feeLines = ({ exTaxYen, ratePercent, taxYen, inTaxYen }) =>
  exTaxYen === 0
    ? ['0円']
    : [`${yen(exTaxYen)}（税抜）`, `消費税等（${ratePercent}％）${yen(taxYen)}`, `合計 ${yen(inTaxYen)}（税込）`]

/** @param {Disclosure} disclosure @param {DocumentView['fees']} fees @returns {[string, string | string[]][]} */
const terms = ({ terms: { terminals, startOn, endOn, termMonths } }, fees) => [
  ['初期費用', feeLines(fees.initial)],
  ['月額料金', feeLines(fees.monthly)],
  ['対象の端末', terminals > 0 ? `${terminals}台` : []],
  ['契約期間', [`${dayInWords(startOn)}から${dayInWords(endOn)}まで`, `${termMonths}か月`]],
]

/** @param {Disclosure} disclosure @param {string} shortNumber @param {string} sha256 @returns {[string, string | string[], string?][]} */
const about = ({ revision, service, serviceTerms, edition }, shortNumber, sha256) => [
  ['契約番号', `${shortNumber}（第${revision}稿）`, 'code'],
  ['サービス', `${service.code} 第${service.version}版`],
  [
    'サービス規約',
    serviceTerms
      ? [`「${service.name} サービス規約」第${serviceTerms.number}版`, `${dayInWords(serviceTerms.effectiveOn)}から`]
      : [],
  ],
  ['判定した基準', `サイバーセキュリティお助け隊サービス基準 ${edition}版`],
  ['書面の指紋（SHA-256）', sha256, 'code small'],
]

/** @param {Disclosure['items'][number]} item @param {number} index */
const itemOf = ({ code, label, lines }, index) => {
  const row = element('li')
  row.setAttribute('data-item', code)
  const heading = element('h3')
  heading.id = `item-${code}`
  heading.appendChild(element('span', `${index + 1}.`, 'number'))
  heading.appendChild(document.createTextNode(label))
  const text = element('div')
  text.id = `lines-${code}`
  for (const line of lines) text.appendChild(element('p', line))
  row.appendChild(heading)
  row.appendChild(text)
  return row
}

/**
 * Gives each item of a paper its box to tick. The box is heard with the item's label and lines, and not as one of
 * thirteen that all say the same.
 * @param {Element} root
 * @param {readonly string[]} ticked
 * @param {(code: string, on: boolean) => void} onTick
 */
export const addTicks = (root, ticked, onTick) => {
  const rows = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-item]'))
  for (const row of Array.from(rows)) {
    const code = row.getAttribute('data-item') || ''
    const label = element('label', '', 'choice')
    const box = /** @type {HTMLInputElement} */ (document.createElement('input'))
    const words = element('span', '確認しました')
    const error = element('p', '', 'error')
    words.id = `ack-${code}`
    error.id = `error-${code}`
    error.hidden = true
    box.type = 'checkbox'
    box.checked = ticked.indexOf(code) >= 0
    box.setAttribute('data-tick', code)
    box.setAttribute('aria-labelledby', `item-${code} lines-${code} ack-${code}`)
    box.setAttribute('aria-describedby', error.id)
    label.appendChild(box)
    label.appendChild(words)
    row.appendChild(error)
    row.appendChild(label)
    const look = () => row.classList.toggle('done', box.checked)
    box.addEventListener('change', () => {
      look()
      onTick(code, box.checked)
    })
    look()
  }
}

/**
 * Marks the items still without a tick; none while nobody has asked for them.
 * @param {Element} root
 * @param {readonly string[]} codes
 */
export const markMissing = (root, codes) => {
  for (const row of Array.from(root.querySelectorAll('[data-item]'))) {
    const code = row.getAttribute('data-item') || ''
    const missing = codes.indexOf(code) >= 0
    const error = /** @type {HTMLElement} */ (row.querySelector('.error'))
    row.classList.toggle('missing', missing)
    error.hidden = !missing
    error.textContent = missing ? 'まだ確認されていません。お読みになって、印を付けてください。' : ''
    const box = row.querySelector('[data-tick]')
    if (box) box.setAttribute('aria-invalid', String(missing))
  }
}
