// @ts-check
import { addFiles } from './files.js'
import { dayInWords, yen } from './japanese.js'
import { kept } from './kept.js'
import { paperOf } from './paper.js'
import { copyOf, element, fill, fillFacts, onPress, part, show } from './view.js'
import { whomToAsk } from './words.js'

/** @typedef {[string, string | string[], string?]} Fact */

const said = {
  sign: {
    heading: 'ご契約が成立しました',
    lead: '署名を受け付けました。ありがとうございました。',
    next: '成立のお知らせを、ご登録のメールへお送りします。',
  },
  decline: {
    heading: '契約しないことを伝えました',
    lead: 'このご契約は成立していません。',
    next: 'あとで契約をご希望のときは、新しいリンクを送るよう、ご依頼ください。',
  },
  'sign-amendment': {
    heading: 'ご契約の変更を承りました',
    lead: '署名を受け付けました。ありがとうございました。',
    next: '変更のお知らせを、ご登録のメールへお送りします。',
  },
  stay: {
    heading: '変更しないことを伝えました',
    lead: 'いまのご契約が、そのまま続きます。',
    next: 'サービスは止まりません。あとで変更をご希望のときは、販売者へご連絡ください。',
  },
  left: {
    heading: '解約を受け付けました',
    lead: 'ご契約は終わりました。ご利用ありがとうございました。',
    next: '監視と緊急時の支援も終わりました。終了のお知らせを、ご登録のメールへお送りします。',
  },
  confirm: {
    heading: 'ご確認を受け付けました',
    lead: '紙で結ばれたご契約の記録に間違いがないことを、記録しました。ありがとうございました。',
    next: 'サービスは、このまま続きます。',
  },
  dispute: {
    heading: '違うところを伝えました',
    lead: 'お知らせを記録しました。担当者が読んで確かめます。',
    next: 'サービスは、そのあいだも止まりません。',
  },
}

/** @param {NonNullable<import('./kept.js').Kept['outcome']>} outcome */
const wordsFor = ({ answer, done }) => {
  // A live contract stays what it was where its change is declined.
  if (answer.name === 'decline') return done.stage === 'live' ? said.stay : said.decline
  if (answer.name in said) return said[/** @type {keyof typeof said} */ (answer.name)]
  return said.left
}

/** @param {import('./kept.js').Answer} answer @returns {Fact[]} */
const given = (answer) => {
  switch (answer.name) {
    case 'sign': {
      const { signer, remoteSupportConsent } = answer.body
      return [
        ['署名した方', `${signer.name}（${signer.title}）`],
        ['リモート支援', remoteSupportConsent ? '同意しました' : '同意しませんでした'],
      ]
    }
    case 'sign-amendment':
      return [['署名した方', `${answer.body.signer.name}（${answer.body.signer.title}）`]]
    case 'cancel':
      return [['違約金', answer.body.penaltyExTaxYen > 0 ? `${yen(answer.body.penaltyExTaxYen)}（税抜）` : 'なし']]
    case 'confirm':
      return [['お返事をされた方', `${answer.body.signer.name}（${answer.body.signer.title}）`]]
    case 'dispute':
      return [
        ['お返事をされた方', `${answer.body.signer.name}（${answer.body.signer.title}）`],
        ['お知らせの内容', answer.body.what],
      ]
    default:
      return []
  }
}

/**
 * The last page: what was said, and by whom, with the text it was said to. It is the person's own copy, so it can be
 * printed and outlives a reload.
 * @param {NonNullable<import('./kept.js').Kept['outcome']>} outcome
 */
export const showDone = ({ answer, done, access }) => {
  const { document } = kept()
  const words = wordsFor({ answer, done, access })
  const screen = copyOf('done')
  fill(screen, { heading: words.heading, lead: words.lead, next: words.next, whom: whomToAsk(kept()) })
  /** @type {Fact[]} */
  const about = document
    ? [
        ['サービス', document.disclosure.service.name],
        ['ユーザー', document.disclosure.sme.name],
      ]
    : []
  fillFacts(part(screen, 'facts'), [
    ...about,
    ...given(answer),
    [answer.name === 'sign' ? '署名した日' : '契約の日', done.signedOn ? dayInWords(done.signedOn) : []],
    ['契約番号', done.shortNumber || done.contractId, 'code'],
    ['書面の指紋（SHA-256）', document ? document.sha256 : [], 'code small'],
  ])
  onPress(screen, 'print', () => window.print())
  const papers = papersOf(answer.name)
  if (papers.length > 0 && access && Date.now() < access.until) {
    part(screen, 'keep').textContent =
      '書面は、このあとしばらくのあいだ、PDF でも保存できます。控えとしてお持ちください。このリンクは、もう使えません。'
    addFiles(part(screen, 'files'), access.token, papers, askForOwnPage)
  }
  // What was declined needs no copy.
  if (document && answer.name !== 'decline') part(screen, 'paper').appendChild(copyToKeep(document))
  show(screen, words.heading)
}

const askForOwnPage =
  'このページを印刷するか、ご契約ページのリンクを送るよう、販売者へご依頼ください。ご契約ページからも保存できます。'

/** What someone who agreed can take away. @type {(name: import('./kept.js').Answer['name']) => readonly import('./files.js').Usual[]} */
const papersOf = (name) => {
  if (name === 'confirm') return ['contract/document']
  return name === 'sign' || name === 'sign-amendment' ? ['contract/document', 'contract/signing-certificate'] : []
}

/** The text again, under a heading of its own. @param {import('./api.js').DocumentView} document */
const copyToKeep = (document) => {
  const paper = paperOf(document)
  const title = part(paper, 'service')
  title.replaceWith(element('h2', `書面の控え: ${document.disclosure.service.name}`))
  return paper
}
