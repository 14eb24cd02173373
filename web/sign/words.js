// @ts-check
import { inJapan } from './japanese.js'
/** What went wrong, and what the person before the screen can do about it. */

/**
 * @typedef {import('./api.js').Problem} Problem
 * @typedef {{ what: string, act: string, reasons: readonly string[] }} Said
 */

const reload = 'ページを読み込み直してください。それでも変わらないときは、リンクの送り主へご連絡ください。'
const sender = 'リンクの送り主へご連絡ください。'
const codeAgain = '確認コードをもう一度受け取ると、続きから進められます。'
const soon = '少し待ってから、もう一度押してください。'

/** A fault of this page or of the service: nothing the reader did, and nothing the reader can mend. */
const ours = (/** @type {string} */ what) => ({ what, act: `お客様の操作のせいではありません。${reload}` })

/** @type {Readonly<Record<Problem['kind'], { what: string, act: string }>>} */
const words = {
  'link-not-usable': {
    what: 'このリンクは、もう使えません',
    act: 'いちばん新しく届いたメールのリンクを開いてください。それでも開けないときは、リンクの送り主へ、新しいリンクを送るようご依頼ください。リンクは、次のようなときに使えなくなります。',
  },
  'code-not-right': {
    what: '確認コードが違います',
    act: '届いた6桁の数字をお入れください。一度使ったコードは、もう使えません。',
  },
  'too-many-sendings': {
    what: '確認コードを、いまはこれ以上お送りできません',
    act: '届いたコードは、届いてから10分のあいだ使えます。',
  },
  'document-changed': { what: '書面の内容が改められました', act: '改められた書面を、はじめからお読みください。' },
  'being-checked': {
    what: 'ただいま、お申込みの受付について確認中です',
    act: '署名は、まだ行われていません。確認が終わりましたら、同じリンクから続けていただけます（リンクの期限まで）。ご不明な点は、書面にあるご相談窓口へお尋ねください。',
  },
  'wish-overtaken': {
    what: 'この解約のお申し出は、もう確定できません',
    act: 'お申し出のあとに、契約期間が新しくなったか、日がたちました。いったん取りやめてから、改めてお申し出ください。いまの違約金をお示しします。',
  },
  'next-term-agreed': { what: '次の契約期間の内容が、既に決まっています', act: sender },
  'wrong-stage': { what: 'このご契約には、いまはお返事いただけません', act: sender },
  'breaches-standard': {
    what: 'サービスの基準に合わないところがあるため、受け付けられません',
    act: `次の点をご覧ください。お心当たりがなければ、${sender}`,
  },
  'does-not-fit': {
    what: 'この内容では、いま契約できません',
    act: `サービスの受付が終わったか、内容が改められた可能性があります。${sender}`,
  },
  'cannot-be-printed': { what: '印刷できない文字があります', act: sender },
  'out-of-order': { what: '日付の前後が合わないため、受け付けられません', act: sender },
  'not-readable': ours('ページの送り方に不具合があります'),
  'not-in-charset': ours('ページの送り方に不具合があります'),
  'already-exists': { what: 'すでに同じ記録があるため、受け付けられません', act: sender },
  incomplete: { what: '送り主の側で、まだ足りないものがあります', act: sender },
  'second-person-needed': { what: '送り主の側で、ほかの人の承認が要ります', act: sender },
  'not-found': { what: 'ご契約が見つかりません', act: 'メールのリンクをもう一度開いてください。' },
  'not-in-standard': ours('ページの送り方に不具合があります'),
  'not-signed-in': { what: 'ご本人の確認から15分が過ぎました', act: codeAgain },
  'not-permitted': { what: 'ご本人の確認をもう一度お願いします', act: codeAgain },
  malformed: { what: '受け付けられない文字や、長すぎる内容があります', act: '次のところを直してください。' },
  'too-large': { what: '送られた内容が長すぎます', act: '文を短くして、もう一度お送りください。' },
  'changed-meanwhile': { what: '同じ時にほかの手続きがあり、まだ受け付けられていません', act: soon },
  'changed-since-read': { what: 'お読みになったあとで変更がありました', act: reload },
  'last-admin': ours('ページの送り方に不具合があります'),
  'no-longer-member': ours('ページの送り方に不具合があります'),
  unavailable: { what: 'ただいま処理できません', act: soon },
  'outcome-unknown': { what: '受け付けられたかどうかを確かめられませんでした', act: soon },
  'idempotency-key-reused': ours('同じ手続きが、違う内容で送られました'),
  'idempotency-key-missing': ours('ページの送り方に不具合があります'),
  'version-required': ours('ページの送り方に不具合があります'),
  'headers-too-large': ours('ページの送り方に不具合があります'),
  'not-http': ours('ページの送り方に不具合があります'),
  'too-slow': { what: '送信が途中で止まりました', act: soon },
  'wrong-host': { what: 'この名前では開けません', act: 'メールのリンクをもう一度開いてください。' },
  'not-json': ours('ページの送り方に不具合があります'),
  'not-utf-8': ours('ページの送り方に不具合があります'),
  'unsupported-media-type': ours('ページの送り方に不具合があります'),
  'no-such-route': ours('手続きの窓口が見つかりません'),
  'method-not-allowed': ours('ページの送り方に不具合があります'),
  'newer-form': {
    what: 'この記録は、いま動いているものより新しい版のサービスが書いたため、読み取れません',
    act: '何も変更していません。お手数ですが、時間をおいて、もう一度お試しください。',
  },
  defect: ours('サービスの不具合で、処理できませんでした'),
  'no-answer': {
    what: 'インターネットにつながらないか、返事がありません',
    act: '電波やWi-Fiをお確かめのうえ、もう一度押してください。',
  },
  busy: { what: 'ただいま混み合っています', act: soon },
  'not-understood': {
    what: 'サービスからではない返事が返りました',
    act: 'Wi-Fiの利用開始の手続きなどが済んでいるかをお確かめのうえ、もう一度押してください。',
  },
}

const askAnew = 'リンクの送り主へ、新しいリンクを送るようご依頼ください。'

/**
 * Why a link does not open, as the service says it to whoever holds the link.
 * @type {Readonly<Partial<Record<NonNullable<Problem['cause']>, { what: string, act: string }>>>}
 */
const whyNot = {
  noCode: { what: '使える確認コードがありません', act: '新しいコードを受け取ってください。' },
  expired: { what: 'このリンクは、期限が過ぎました', act: askAnew },
  wrongCodes: { what: '確認コードを5回間違えたため、このリンクは使えなくなりました', act: askAnew },
  replaced: {
    what: 'このリンクのあとに、新しいリンクをお送りしています',
    act: 'いちばん新しく届いたメールのリンクを開いてください。',
  },
  answered: {
    what: 'このリンクからは、すでにお返事をいただいています',
    act: 'お返事のあとにお送りしたメールをご覧ください。お心当たりがなければ、リンクの送り主へご連絡ください。',
  },
  withdrawn: {
    what: '送り主が、この書面を取り下げたか、改めています',
    act: '改めた書面のリンクがメールで届くまで、お待ちください。お心当たりがなければ、リンクの送り主へご連絡ください。',
  },
  ended: {
    what: 'このご契約は、すでに終わっています',
    act: '書面の控えは、保管の期限まで、「いまの担当」のページから保存できます。お心当たりがなければ、販売者へご連絡ください。',
  },
}

/** What it may have been, where the service does not say. */
const whyDead = [
  'あとから、新しいリンクをお送りした（用件が違うときも、前のリンクは使えなくなります）',
  'すでにお返事をいただいた',
  '期限が過ぎた、または確認コードを何度も間違えた',
  '送り主が取り下げた、またはご契約が終わった',
]

/** @type {Readonly<Record<string, { what: string, act: string }>>} */
const stages = {
  live: {
    what: 'このご契約は、すでに成立しています',
    act: '成立のお知らせを、ご登録のメールへお送りしています。お心当たりがなければ、販売者へご連絡ください。',
  },
  ended: { what: 'このご契約は、すでに終わっています', act: 'お心当たりがなければ、販売者へご連絡ください。' },
  void: {
    what: 'このご契約のお申込みは、取りやめになっています',
    act: '契約しないとのお返事があったか、送り主が取り下げました。契約をご希望のときは、送り主へご連絡ください。',
  },
  drafted: {
    what: '送り主が、書面の内容を改めています',
    act: '改められた書面のリンクがメールで届くまで、お待ちください。',
  },
}

const fields = /** @type {Readonly<Record<string, string>>} */ ({
  'signer.name': 'お名前',
  'signer.title': '役職',
  what: '違うところ',
  code: '確認コード',
  link: 'リンク',
})

/**
 * A problem in the reader's words, with what it says of itself.
 * @param {Problem} problem
 * @returns {Said}
 */
export const inWords = (problem) => {
  const why = problem.kind === 'link-not-usable' && problem.cause ? whyNot[problem.cause] : undefined
  if (why) return Object.assign({ reasons: [] }, why)
  if (problem.kind === 'too-many-sendings' && problem.nextAt) {
    const { what, act } = words['too-many-sendings']
    return { what, act: `${inJapan(problem.nextAt)}（日本時間）から、またお送りできます。${act}`, reasons: [] }
  }
  if (problem.kind === 'link-not-usable') return Object.assign({ reasons: whyDead }, words['link-not-usable'])
  const { kind, stage, attemptsLeft, breaches = [], errors = [], why: reason, requestId } = problem
  const found =
    (kind === 'wrong-stage' && stage && stages[stage]) || words[kind] || ours('思いがけない返事がありました')
  const counted = kind === 'code-not-right' && attemptsLeft !== undefined
  return {
    what: counted ? `${found.what}。あと${attemptsLeft}回まで試せます` : found.what,
    act: found.act + (requestId && unexplained(kind) ? `（お問い合わせ番号 ${requestId}）` : ''),
    reasons: breaches
      .map(({ why, clause }) => `${why.ja}（サービス基準 ${clause}）`)
      .concat(errors.map(({ where, why }) => `${fields[where] || where}: ${why.ja}`))
      .concat(reason ? [reason.ja] : []),
  }
}

/** Kinds whose cause only the log can tell; the number finds it there. */
const unexplained = (/** @type {Problem['kind']} */ kind) => !(kind in words) || words[kind].act.indexOf(reload) >= 0

/**
 * A sentence of our own in the same form.
 * @param {string} what
 * @param {string} act
 * @param {readonly string[]} [reasons]
 * @returns {Said}
 */
export const said = (what, act, reasons = []) => ({ what, act, reasons })

/** Whether the command may have been done although no answer says so. */
export const isUnsure = (/** @type {Problem['kind']} */ kind) =>
  [
    'no-answer',
    'not-understood',
    'busy',
    'defect',
    'unavailable',
    'too-slow',
    'outcome-unknown',
    'changed-meanwhile',
  ].indexOf(kind) >= 0

/** Whom to ask, as far as this page knows. */
export const whomToAsk = (/** @type {import('./kept.js').Kept} */ { document }) => {
  if (!document)
    return 'お問い合わせは、リンクの入ったメールの送り主へお願いします。相談先は、メールの終わりにもあります。'
  const { reseller, implementingEntity, items } = document.disclosure
  const desk = items.filter(({ code }) => code === 'helpDesk').map(({ lines }) => lines.join('、'))
  const seller = (reseller || implementingEntity).name
  return `お問い合わせは、${seller} へお願いします。${desk.length > 0 ? `相談窓口もあります（${desk.join('、')}）。` : ''}`
}
