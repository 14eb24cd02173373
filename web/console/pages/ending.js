// @ts-check
import { may } from '../calls.js'
import * as names from '../words.js'
import { channels, optionsOf, word } from '../words.js'
import { dayInWords, inJapan, yen } from './common.js'

/**
 * How a contract comes to its end: the SME leaves, or its seller ends it with a ground, or it never stood.
 *
 * @typedef {import('../shapes.js').Page} Page
 * @typedef {import('../shapes.js').Form} Form
 * @typedef {import('../shapes.js').Answer<'getContract'>} Contract
 * @typedef {{ params: { contractId: string }, today: string, here: string, decides: boolean }} Of
 */

/**
 * A day that is past is for an admin of the implementing entity to decide, with its reason.
 * @type {(of: Of) => Form['fields']}
 */
const earlierFields = ({ decides }) =>
  decides
    ? [
        {
          name: 'earlier.why',
          label: '今日より前の日にする理由',
          kind: 'long',
          optional: true,
          hint: '今日より前の日で終えるときだけ、書いてください。実施主体の決定として残ります。',
        },
        { name: 'earlier.by', label: '今日より前の日にすると決めた人の氏名', optional: true },
      ]
    : []

/** @type {(of: Of, again?: boolean) => Form} */
const asking = (of, again = false) => ({
  kind: 'form',
  name: 'request-cancellation',
  heading: again ? '解約の申出を記録し直す' : '解約の申出を記録する',
  lead: ['ユーザーから解約の申出があったときに記録します。違約金を計算してお見せします。まだ解約にはなりません。'],
  call: 'requestCancellation',
  params: of.params,
  fields: [
    { name: 'on', label: '最後の日', kind: 'day', initial: of.today, hint: '今日か、今日より後の日です。' },
    { name: 'askedBy', label: '申し出た人の氏名' },
    { name: 'how', label: '申出の方法', kind: 'choice', options: optionsOf(channels) },
    { name: 'reason', label: '理由', kind: 'long' },
    {
      name: 'ground',
      label: '解約できる根拠（法令又は規約）',
      kind: 'long',
      optional: true,
      hint: '規約がいつでもの解約を認めていないときだけ、書いてください。',
    },
    ...earlierFields(of),
  ],
  submit: '申出を記録する',
  rehearse: { label: '記録せずに違約金を確かめる', say: ({ leaving }) => (leaving ? [penaltyOf(leaving)] : []) },
  done: () => ({ say: '解約の申出を記録しました。違約金を確かめて、解約を決めてください。', to: of.here }),
})

/** @type {(leaving: NonNullable<Contract['leaving']>) => string} */
const penaltyOf = ({ penaltyExTaxYen }) =>
  penaltyExTaxYen > 0 ? `違約金は${yen(penaltyExTaxYen)}（税抜）です。` : '違約金はかかりません。'

/** @type {(of: Of, leaving: NonNullable<Contract['leaving']>) => Form} */
const deciding = ({ params, here }, leaving) => ({
  kind: 'form',
  name: 'cancel',
  heading: '申出どおりに解約する',
  lead: ['ユーザーに違約金を示して確かめたうえで、決めてください。最後の日を過ぎると、元には戻せません。'],
  call: 'cancelContract',
  params,
  fields: [
    {
      name: 'penaltyExTaxYen',
      label: 'ユーザーに示した違約金（円・税抜）',
      kind: 'number',
      hint: `${penaltyOf(leaving)}同じ額を入れてください。`,
    },
  ],
  submit: '解約する',
  done: () => ({ say: '解約を記録しました。', to: here }),
})

/** @type {(of: Of) => Form} */
const staying = ({ params, here }) => ({
  kind: 'form',
  name: 'withdraw-cancellation',
  heading: '解約の申出を取りやめる',
  lead: ['ユーザーが解約を取りやめたときに記録します。契約はそのまま続きます。'],
  call: 'withdrawCancellation',
  params,
  fields: [],
  submit: '取りやめを記録する',
  done: () => ({ say: '解約の申出の取りやめを記録しました。', to: here }),
})

const afterWarning = ['ground', 'nonPayment', 'breach']

/** @type {(of: Of) => Form} */
const terminating = (of) => ({
  kind: 'form',
  name: 'terminate',
  heading: '事由を示して解除する',
  lead: [
    'ユーザーの意思によらずに契約を終えるときに記録します。元には戻せません。',
    '不払いと契約違反では、催告した日と、履行を待つ期限が要ります（民法541条）。期限を過ぎた日から解除できます。',
  ],
  call: 'terminateContract',
  params: of.params,
  fields: [
    { name: 'ground', label: '解除の事由', kind: 'choice', options: optionsOf(names.terminationGrounds) },
    { name: 'warned.on', label: '催告した日', kind: 'day', when: afterWarning },
    { name: 'warned.mendBy', label: '履行を待つ期限', kind: 'day', when: afterWarning },
    { name: 'on', label: '解除の日', kind: 'day', initial: of.today },
    { name: 'words', label: '解除に至ったいきさつ', kind: 'long' },
    { name: 'by', label: '解除を決めた人の氏名' },
    ...earlierFields(of),
  ],
  shape: (body) => ({ warned: null, ...body }),
  places: { warning: 'warned.on' },
  submit: '解除する',
  rehearse: { label: '記録せずに確かめる', say: () => [] },
  done: () => ({ say: '解除を記録しました。', to: of.here }),
})

/** @type {(of: Of) => Form} */
const annulling = ({ params, here }) => ({
  kind: 'form',
  name: 'annul',
  heading: '無効を記録する',
  lead: ['権限のない人が結んだなど、契約がはじめから成立していなかったときに記録します。元には戻せません。'],
  call: 'annulContract',
  params,
  fields: [
    { name: 'words', label: '成立していなかったと判断した理由', kind: 'long' },
    { name: 'by', label: '判断した人の氏名' },
  ],
  submit: '無効を記録する',
  done: () => ({ say: '無効を記録しました。', to: here }),
})

/** @type {(contract: Contract) => import('../shapes.js').Block} */
const standing = ({ stage, ending, leaving }) => {
  if (ending)
    return {
      kind: 'words',
      tone: 'notice',
      lines: [`${dayInWords(ending.on)}に終わりました（${word(names.endings, ending.why)}）。`],
    }
  if (stage !== 'live') return { kind: 'words', tone: 'notice', lines: ['この契約は、まだ始まっていません。'] }
  if (!leaving) return { kind: 'words', tone: 'notice', lines: ['解約の申出はありません。'] }
  return {
    kind: 'facts',
    heading: leaving.confirmed ? '解約が決まっています' : '解約の申出があります（まだ解約されていません）',
    rows: [
      ['最後の日', dayInWords(leaving.on)],
      ['違約金（税抜）', leaving.penaltyExTaxYen > 0 ? yen(leaving.penaltyExTaxYen) : 'かかりません'],
      ['申出の日時', inJapan(leaving.requestedAt)],
    ],
  }
}

/** @type {(contract: Contract, of: Of) => readonly Form[]} */
const leavingForms = ({ leaving }, of) => {
  if (!leaving) return [asking(of)]
  return leaving.confirmed ? [staying(of)] : [deciding(of, leaving), staying(of), asking(of, true)]
}

/** @type {Page} */
export const ending = {
  path: '/contracts/:contractId/end',
  needs: 'requestCancellation',
  load: async ({ ask, params, who }) => {
    const found = await ask('getContract', params)
    const { contractId, sme, stage } = found
    const of = {
      params: { contractId },
      today: who.today,
      here: `#/contracts/${contractId}/end`,
      decides: may(who.role, 'annulContract'),
    }
    return {
      title: `${sme.name} の契約の終わり`,
      back: { text: '契約', to: `#/contracts/${contractId}` },
      blocks: [
        standing(found),
        ...(stage === 'live'
          ? [...leavingForms(found, of), terminating(of), ...(may(who.role, 'annulContract') ? [annulling(of)] : [])]
          : []),
      ],
    }
  },
}
