// @ts-check
import { dayInWords, yen } from '../sign/japanese.js'
import { showsNothing } from './as-written.js'
import { needs } from './needs.js'
import { things } from './things.js'
import * as names from './words.js'
import { word } from './words.js'

/**
 * What went wrong, and what the person before the screen can do about it.
 *
 * @typedef {import('./shapes.js').Problem} Problem
 * @typedef {import('./shapes.js').Saying} Saying
 * @typedef {{ what: string, act: string, sayings: readonly Saying[] }} Said
 */

const reload = '画面を読み込み直してください。それでも変わらないときは、運用者へお問い合わせください。'
const again = '少し待ってから、同じ内容でもう一度送ってください。二重に記録されることはありません。'
const ours = (/** @type {string} */ what) => ({ what, act: `入力の誤りではありません。${reload}` })
const badForm = ours('画面の送り方に不具合があります')

/** @type {Readonly<Record<Problem['kind'], { what: string, act: string }>>} */
const words = {
  'not-found': {
    what: '見つかりません',
    act: 'ないか、あなたの組織のものではありません。一覧から選び直してください。',
  },
  'not-in-standard': { what: '基準にありません', act: '基準の版と条の書き方をご確認ください。' },
  'wrong-stage': { what: 'いまの段階では行えません', act: '画面を読み込み直し、いまの段階をご確認ください。' },
  'breaches-standard': { what: 'サービス基準に反します', act: '次の点を直してから、もう一度送ってください。' },
  incomplete: { what: 'まだ足りないものがあります', act: '次のものがそろってから、もう一度行ってください。' },
  'cannot-be-printed': {
    what: '印刷できない文字があります',
    act: '次の文字は、印刷用の書体にありません。画面の書面をお使いください。',
  },
  'does-not-fit': { what: '合わない値があります', act: '次の点をご確認ください。' },
  'not-readable': { what: 'ファイルを読み取れません', act: '次のところを直してから、もう一度送ってください。' },
  'not-in-charset': {
    what: 'この文字コードでは書けない文字があります',
    act: 'UTF-8 で保存してください。文字を別のものに置き換えることはしません。',
  },
  'out-of-order': { what: '日付の前後が合いません', act: '日付を直してから、もう一度送ってください。' },
  'already-exists': { what: 'すでに同じものがあります', act: '一覧で、すでにあるものをご確認ください。' },
  'second-person-needed': {
    what: '提案した人とは別の人の承認が要ります',
    act: '同じ実施主体のほかの人に、承認をご依頼ください。',
  },
  'link-not-usable': { what: 'このリンクは使えません', act: '新しいリンクを送り直してください。' },
  'too-many-sendings': {
    what: 'このユーザーへ、きょうお送りできる回数に達しました',
    act: '24時間たつと、1回分ずつ戻ります。お急ぎのときは、電話でお知らせください。',
  },
  'code-not-right': { what: '確認コードが違います', act: 'いちばん新しく届いた番号を入れてください。' },
  'being-checked': {
    what: 'お申込みの受付について確認中です',
    act: '署名は行われていません。確認が終わるのを待ってください。',
  },
  'document-changed': { what: '書面が改められています', act: '改められた書面を読み直してください。' },
  'wish-overtaken': {
    what: 'この解約の申出は、もう確定できません',
    act: '改めて申出を記録し、いまの違約金をユーザーに示してください。',
  },
  'next-term-agreed': {
    what: '次の契約期間が、既に合意されています',
    act: '先に、この変更を入れた更新を起案し、署名を受け直してください。そのあとで、いまの期間を変更できます。',
  },
  'changed-meanwhile': { what: '同じ時にほかの手続きがあり、まだ記録されていません', act: again },
  'changed-since-read': {
    what: 'お読みになったあとで、ほかの人が変更しました',
    act: '画面を読み込み直し、いまの内容をご確認のうえ、もう一度行ってください。',
  },
  'last-admin': {
    what: '最後の管理者は、停止・削除・役割の変更ができません',
    act: '先に別の管理者を招き、その方が参加してから、もう一度お試しください。',
  },
  'no-longer-member': {
    what: 'このメンバーの権限は、現在ありません（利用停止・削除・役割の変更）。何も記録していません',
    act: 'サインインし直してください。それでも同じときは、組織の管理者へご相談ください。',
  },
  malformed: { what: '入力に直すところがあります', act: '次のところを直してから、もう一度送ってください。' },
  'too-large': { what: '送られた内容が大きすぎます', act: 'ファイルを分けるか、文を短くしてください。' },
  'not-signed-in': {
    what: 'サインインの有効な時間が過ぎました',
    act: 'もう一度サインインしてください。途中の手続きは、サインインのあとで送り直せます。',
  },
  'not-permitted': { what: 'この操作の権限がありません', act: '組織の管理者へご相談ください。' },
  unavailable: { what: 'ただいま処理できません', act: again },
  'outcome-unknown': { what: '記録されたかどうかを確かめられませんでした', act: again },
  'no-answer': { what: '返事がありません', act: `つながっているかをお確かめください。${again}` },
  busy: { what: 'ただいま混み合っています', act: again },
  'not-understood': ours('サービスからではない返事が返りました'),
  'idempotency-key-reused': badForm,
  'idempotency-key-missing': badForm,
  'version-required': badForm,
  'not-json': badForm,
  'headers-too-large': badForm,
  'not-http': badForm,
  'too-slow': { what: '送信が途中で止まりました', act: again },
  'wrong-host': ours('この名前では開けません'),
  'not-utf-8': badForm,
  'unsupported-media-type': badForm,
  'method-not-allowed': badForm,
  'no-such-route': ours('手続きの窓口が見つかりません'),
  'newer-form': {
    what: 'この記録は、いま動いているものより新しい版のサービスが書いたため、読み取れません',
    act: '何も変更していません。お手数ですが、サービスの運営者へお知らせください。',
  },
  defect: ours('サービスの不具合で、処理できませんでした'),
}

/** @type {Readonly<Record<string, string>>} */
const alreadyThere = {
  code: 'このコードは、すでに使われています。',
  corporateNumber: 'この法人番号は、すでに登録されています。',
  mail: 'このメールアドレスの人は、すでに登録されています。一人が持てる役割は一つです。',
  discontinuance: 'この再販協力会社には、すでに提供困難案件があります。',
  consent: 'この同意は、すでに記録されています。',
}

// Japan keeps one offset all year, so nine hours on is its calendar.
const todayInJapan = () => new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10)

/** @param {Problem} problem @returns {string | undefined} */
const oneSaying = (problem) => {
  const {
    kind,
    what = '',
    given = '',
    needs: needed = '',
    stage,
    notBefore,
    on,
    by,
    since,
    startOn,
    revision,
    touches = [],
  } = problem
  const { line, byte, why, characters: unwritable = [], missingGlyphs = [] } = problem
  switch (kind) {
    case 'wrong-stage': {
      const [thing, stages] = things[what] ?? ['対象', {}]
      const wanted = Array.isArray(needed) ? needed.map((one) => word(stages, one)).join('」か「') : ''
      return `${thing}は、いま「${word(stages, stage)}」です。${wanted ? `「${wanted}」のときに行えます。` : ''}`
    }
    case 'out-of-order':
      if (what === 'today' && notBefore) return `${dayInWords(notBefore)}から行えます。`
      if (notBefore && given === todayInJapan())
        return `まだ来ていない日は入れられません。今日は${dayInWords(given)}です。`
      return notBefore ? `${dayInWords(given)}は、${dayInWords(notBefore)}より前の日です。` : undefined
    case 'not-readable':
      return `${line ? `${line}行目` : 'ファイル'}${byte ? `（先頭から${byte.toLocaleString('ja-JP')}バイト目）` : ''}: ${why?.ja ?? ''}`
    case 'not-in-charset':
      return unwritable
        .map(
          ({ character, codePoint, times, line: at }) =>
            `${showsNothing(character) ? `目に見えないか、前の字に付く文字 ${codePoint}` : `「${character}」（${codePoint}）`}が、保存するファイルの${at}行目など${times}か所`,
        )
        .join('、')
    case 'cannot-be-printed':
      return why?.ja ?? missingGlyphs.join(' ')
    case 'wish-overtaken':
      return by === 'newTerm'
        ? `申出の最後の日（${dayInWords(on ?? '')}）より後の${dayInWords(since ?? '')}に、新しい契約期間が始まりました。`
        : `申出（最後の日 ${dayInWords(on ?? '')}）は、${dayInWords(since ?? '')}から確定できなくなりました。`
    case 'next-term-agreed':
      return `${dayInWords(startOn ?? '')}からの契約期間（第${revision}稿）が、変更前のままになります: ${touches
        .map((one) => word({ ...names.disclosureItems, parties: '契約の当事者', sme: 'ユーザーの情報' }, one))
        .join('、')}`
    case 'already-exists':
      return alreadyThere[what]
    case 'does-not-fit': {
      if (why) return why.ja
      const columns = /^the columns (.+)$/.exec(String(needed))
      if (columns) return `次の見出しの欄が要ります: ${columns[1]}`
      if (String(needed).startsWith('at least one row')) return '見出しのほかに、行がありません。'
      const characters = /^at most (\d+) characters$/.exec(String(needed))
      if (characters)
        return `一度に取り込めるのは${Number(characters[1]).toLocaleString('ja-JP')}文字までです。分けてください。`
      const part = /^a part from 1 to (\d+)$/.exec(String(needed))
      if (part) return `大きすぎるので、1から${part[1]}までの部分に分けて保存してください。`
      const [, side, day] = /^(no day after|not before) (\d{4}-\d\d-\d\d)$/.exec(String(needed)) ?? []
      if (day) return `${dayInWords(day)}より${side === 'not before' ? '前' : '後'}の日は入れられません。`
      if (what === 'penaltyExTaxYen') return `示した違約金は${yen(Number(needed))}です。`
      const rows = /^at most (\d+) rows$/.exec(String(needed))
      if (rows) return `一度に取り込めるのは${Number(rows[1]).toLocaleString('ja-JP')}行までです。`
      return needs.find(([start = '']) => String(needed).startsWith(start))?.[1] ?? 'この値は、いまは使えません。'
    }
    default:
      return undefined
  }
}

/**
 * How a clause is read, where its text leaves room.
 * @param {import('./shapes.js').Breach} breach
 */
export const readingOf = ({ ourReading }) => ourReading && `当社解釈: ${ourReading.ja}`

/**
 * One thing that is missing, and from whom it is awaited.
 * @param {import('./shapes.js').Missing} missing
 */
export const missingInWords = ({ why, suppliedBy, count }) =>
  `${why.ja}（${count === undefined ? '' : `${count.toLocaleString('ja-JP')}件、`}${word(names.parties, suppliedBy)}がすること）`

/** Where a form error lies in a list, as people count. */
const rowOf = (/** @type {string} */ where) => {
  const found = /\.(\d+)(?:\.|$)/.exec(where)
  return found ? `${Number(found[1]) + 1}番目: ` : ''
}

/**
 * A problem in the reader's words, with everything it says of single places.
 * @param {Problem} problem
 * @returns {Said}
 */
export const inWords = (problem) => {
  const { kind, what = '', errors = [], breaches = [], missing = [], requestId } = problem
  const found = words[kind] ?? ours('思いがけない返事がありました')
  const one = problem.why && kind !== 'not-readable' ? problem.why.ja : oneSaying(problem)
  const sayings = [
    ...(one ? [{ where: what, said: one }] : []),
    ...errors.map(({ where, why }) => ({ where, said: `${rowOf(where)}${why.ja}` })),
    ...breaches.map((breach) => ({
      where: breach.where,
      said: `${breach.why.ja}（サービス基準 ${breach.clause}）`,
      note: readingOf(breach),
    })),
    ...missing.map((each) => ({ where: each.code, said: missingInWords(each) })),
  ]
  const number = requestId && found.act.includes(reload) ? `（お問い合わせ番号 ${requestId}）` : ''
  return { what: found.what, act: `${found.act}${number}`, sayings }
}
