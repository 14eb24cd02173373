// @ts-check
import { dayInWords, inJapan } from './japanese.js'
import { addFiles } from './files.js'
import { addLeaving } from './leaving.js'
import { feeLines } from './paper.js'
import { addSpeaker } from './speaker.js'
import { complain, copyOf, element, fill, fillFacts, onPress, part, show, working } from './view.js'
import { inWords } from './words.js'

/**
 * The SME's own page: whom to call, who answers for it, what it agreed to, and how it leaves.
 *
 * @typedef {import('./api.js').OwnContractView} Own
 * @typedef {import('./speaker.js').Speak} Speak
 * @typedef {import('./answer.js').Tell} Tell
 */

const spokenAs = {
  signed: '署名した方',
  confirmed: '記録を確認した方',
  disputed: '違うところを伝えた方',
}

/** @param {NonNullable<Own['signer']>} signer */
const personOf = ({ name, title }) => (name === null ? '記録がありません' : `${name}（${title}）`)

/** @param {NonNullable<Own['signedFrom']>} from */
const originOf = ({ ip, userAgent }) => [`IPアドレス ${ip || '記録なし'}`, userAgent || 'ブラウザーの記録なし']

/** What is said on the page after each act. */
const done = /** @type {Readonly<Record<string, string>>} */ ({
  consents: '同意を受け付けました。控えを、ご登録のメールへお送りします。',
  'consents/withdraw': '同意の撤回を受け付けました。控えを、ご登録のメールへお送りします。',
  'request-cancellation': '解約のお申し出を受け付けました。まだ解約されていません。下で、違約金をお確かめください。',
  cancel: '解約を受け付けました。最後の日まで、サービスは続きます。',
  'withdraw-cancellation': '解約のお申し出を取りやめました。ご契約は、このまま続きます。',
})

/** @param {string} name */
export const saidOf = (name) => done[name] || ''

/**
 * @param {Own} own
 * @param {string} token
 * @param {string} notice
 * @param {{ tell: Tell, papers: () => Promise<void> }} then what an act and the list of papers lead to
 */
export const showOwn = (own, token, notice, { tell, papers }) => {
  const screen = copyOf('own')
  fill(screen, { service: own.serviceName, sme: own.smeName, desk: own.helpDesk, answerer: own.answers.name })
  part(screen, 'since').textContent = own.answers.since ? `${inJapan(own.answers.since)}から` : ''
  addCalls(part(screen, 'calls'), own.helpDesk)
  fillFacts(part(screen, 'facts'), [
    ['契約期間', `${dayInWords(own.startOn)}から${dayInWords(own.endOn)}まで`],
    ['月額料金', feeLines(own.fees.monthly)],
    ['署名をお願いした方', own.addressee ? `${own.addressee.name}（${own.addressee.title}）` : []],
    [own.signer ? spokenAs[own.signer.said] : '', own.signer ? personOf(own.signer) : []],
    ['そのときの送信元', own.signedFrom ? originOf(own.signedFrom) : []],
    ['契約番号', own.shortNumber, 'code'],
  ])
  part(screen, 'feeNote').textContent = own.fees.note
  const codeAgain = 'ページを読み込み直し、確認コードをもう一度受け取ると、保存できます。'
  addFiles(
    part(screen, 'files'),
    token,
    own.certified ? ['contract/document', 'contract/signing-certificate'] : ['contract/document'],
    codeAgain,
  )
  onPress(screen, 'papers', () => working(part(screen, 'papers'), papers))
  addRenewal(part(screen, 'renewal'), own)
  const speak = addSpeaker(part(screen, 'who'), own.addressee, tell)
  const consents = part(screen, 'consents')
  for (const kind of kindsIn(own)) consents.appendChild(consentOf(own, kind, speak))
  addLeaving(part(screen, 'leaving'), own, speak)
  // What waits for a decision comes before everything else.
  if (own.leaving && !own.leaving.confirmed) {
    part(screen, 'first').appendChild(part(screen, 'who'))
    part(screen, 'first').appendChild(part(screen, 'end'))
  }
  const said = part(screen, 'notice')
  said.hidden = notice === ''
  show(screen, `ご契約ページ ${own.serviceName}`)
  said.textContent = notice
}

/** Numbers in a text as buttons that call them. @param {HTMLElement} place @param {string} text */
const addCalls = (place, text) => {
  for (const number of text.match(/0\d{1,4}-\d{1,4}-\d{3,4}/g) || []) {
    const call = element('a', '', 'call')
    call.setAttribute('href', `tel:${number.replace(/-/g, '')}`)
    call.appendChild(element('span', number, 'phone'))
    call.appendChild(element('span', '押すと電話をかけられます', 'small'))
    place.appendChild(call)
  }
}

/** @param {HTMLElement} place @param {Own} own */
const addRenewal = (place, { renewalAnnounced, endOn, leaving }) => {
  place.hidden = !renewalAnnounced || leaving !== null
  if (!renewalAnnounced) return
  const { answerBy, held } = renewalAnnounced
  place.appendChild(element('h3', held ? '更新の内容を調整しています' : 'まもなく更新の時期です'))
  const lines = held
    ? ['次の期間の内容を、担当が調整しています。担当者からご連絡します。', 'それまで、いまのご契約がそのまま続きます。']
    : [
        `${dayInWords(answerBy)}までにお申し出がなければ、同じ条件で更新されます。`,
        `更新をお望みでないときは、この日までに、下の「解約を申し出る」で契約期間のおわり（${dayInWords(endOn)}）をお選びください。違約金はかかりません。`,
      ]
  for (const line of lines) place.appendChild(element('p', line))
}

/** The consents that can be given here, and those that were given otherwise. @param {Own} own */
const kindsIn = ({ consentTexts, consents }) => {
  const here = consentTexts.map(({ kind }) => kind)
  const others = consents.map(({ kind }) => kind).filter((kind) => here.indexOf(kind) < 0)
  return here.concat(others)
}

/** @param {Own} own @param {Own['consents'][number]['kind']} kind @param {Speak} speak */
const consentOf = ({ consents, consentTexts }, kind, speak) => {
  const box = copyOf('consent')
  const now = consents.find((one) => one.kind === kind)
  const given = now !== undefined && now.stage === 'given'
  const text = consentTexts.find((one) => one.kind === kind)
  fill(box, {
    label: text ? text.label.ja : '外国にある第三者への個人データの提供',
    state: now ? `${given ? '同意しています' : '撤回しました'}（${inJapan(now.at)}）` : 'まだ同意していません',
  })
  part(box, 'state').classList.toggle('on', given)
  const lines = text
    ? text.text
    : ['お示しした国と、その国の制度、提供先が講じる措置は、控えのメールでご覧いただけます。']
  for (const line of lines) part(box, 'text').appendChild(element('p', line))
  const go = part(box, 'go')
  go.textContent = given ? '同意を撤回する' : '同意する'
  go.setAttribute('aria-label', `${part(box, 'label').textContent}: ${go.textContent}`)
  // What was told of another country cannot be told again here.
  go.hidden = !given && !text
  go.addEventListener('click', () => {
    complain(part(box, 'trouble'), null)
    speak(go, given ? 'consents/withdraw' : 'consents', { kind }, (problem) =>
      complain(part(box, 'trouble'), inWords(problem)),
    )
  })
  return box
}
