// @ts-check
import { channels, optionsOf } from '../words.js'
import { dayInWords, yen } from './common.js'
import { explanationFields } from './contract-fields.js'

/**
 * What may be done with a contract at its stage.
 *
 * @typedef {import('../shapes.js').Form} Form
 * @typedef {import('../shapes.js').Person} Person
 * @typedef {import('../shapes.js').Answer<'getContract'>} Contract
 */

/** @type {(params: { contractId: string }, today: string, back: string) => Form} */
const explaining = (params, today, back) => ({
  kind: 'form',
  name: 'explain',
  heading: '説明を記録する',
  lead: ['契約期間、料金、違約金、解約の権利などを、口頭か書面で説明したことを記録します。'],
  call: 'explainContract',
  params,
  fields: explanationFields(today),
  places: { 'explanation.on': 'on', 'explanation.items': 'items' },
  submit: '記録する',
  rehearse: { label: '記録せずに確かめる', say: () => [] },
  done: () => ({ say: '説明を記録しました。次は署名用リンクの送付です。', to: back }),
})

/** @type {(params: { contractId: string }, back: string) => Form} */
const offering = (params, back) => ({
  kind: 'form',
  name: 'offer',
  heading: '署名用リンクを送る',
  lead: ['署名する人のメールへ、リンクを送ります。開くと、電話へ確認コードが届きます。'],
  call: 'offerContract',
  params,
  fields: [
    {
      name: 'validDays',
      label: 'リンクを使える日数',
      kind: 'number',
      optional: true,
      hint: '1日から60日まで。空けておくと、決まった日数になります。',
    },
  ],
  submit: '送る',
  rehearse: { label: '送らずに確かめる', say: () => [] },
  done: () => ({ say: '署名用リンクを送りました。', to: back }),
})

/** @type {(params: { contractId: string }, back: string) => Form} */
const withdrawing = (params, back) => ({
  kind: 'form',
  name: 'withdraw',
  heading: '取り下げる',
  lead: ['取り下げると、この契約は取りやめになり、送ってあったリンクは使えなくなります。元には戻せません。'],
  call: 'withdrawContract',
  params,
  fields: [],
  submit: '取り下げる',
  done: () => ({ say: '契約を取り下げました。', to: back }),
})

/** @type {(params: { contractId: string }, today: string, back: string) => Form} */
const cancelling = (params, today, back) => ({
  kind: 'form',
  name: 'request-cancellation',
  heading: '解約の申出を記録する',
  lead: ['ユーザーから解約の申出があったときに記録します。違約金を計算してお見せします。まだ解約にはなりません。'],
  call: 'requestCancellation',
  params,
  fields: [
    { name: 'on', label: '最後の日', kind: 'day', initial: today },
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
  ],
  submit: '申出を記録する',
  rehearse: { label: '記録せずに違約金を確かめる', say: saysPenalty },
  done: () => ({ say: '解約の申出を記録しました。違約金を確かめて、解約を決めてください。', to: back }),
})

/** @type {(answer: any) => readonly string[]} */
const saysPenalty = ({ leaving }) =>
  leaving
    ? [leaving.penaltyExTaxYen > 0 ? `違約金は${yen(leaving.penaltyExTaxYen)}（税抜）です。` : '違約金はかかりません。']
    : []

/** @type {(params: { contractId: string }, leaving: NonNullable<Contract['leaving']>, back: string) => readonly Form[]} */
const deciding = (params, leaving, back) => [
  {
    kind: 'form',
    name: 'cancel',
    heading: '申出どおりに解約する',
    lead: [
      `最後の日は${dayInWords(leaving.on)}です。`,
      ...saysPenalty({ leaving }),
      'ユーザーに違約金を示して確かめたうえで、決めてください。元には戻せません。',
    ],
    call: 'cancelContract',
    params,
    fields: [{ name: 'penaltyExTaxYen', label: 'ユーザーに示した違約金（円・税抜）', kind: 'number' }],
    submit: '解約する',
    done: () => ({ say: '解約を記録しました。', to: back }),
  },
  withdrawingWish(params, back),
]

/** @type {(params: { contractId: string }, back: string) => Form} */
const withdrawingWish = (params, back) => ({
  kind: 'form',
  name: 'withdraw-cancellation',
  heading: '解約の申出を取りやめる',
  lead: ['ユーザーが解約を取りやめたときに記録します。契約はそのまま続きます。'],
  call: 'withdrawCancellation',
  params,
  fields: [],
  submit: '取りやめを記録する',
  done: () => ({ say: '解約の申出の取りやめを記録しました。', to: back }),
})

/**
 * The forms of a contract, in the order they come in.
 * @param {Contract} contract
 * @param {Person} who
 * @returns {readonly Form[]}
 */
export const contractForms = ({ contractId, stage, resellerId, leaving }, { tenant, today, role }) => {
  const params = { contractId }
  const back = `#/contracts/${contractId}`
  // While a contract is prepared, only its own seller may act on it.
  const isSeller = resellerId === null ? role.startsWith('entity') : resellerId === tenant
  switch (stage) {
    case 'drafted':
      return isSeller ? [explaining(params, today, back), offering(params, back), withdrawing(params, back)] : []
    case 'offered':
      return isSeller ? [offering(params, back), withdrawing(params, back)] : []
    case 'live':
      if (!leaving) return [cancelling(params, today, back)]
      return leaving.confirmed ? [withdrawingWish(params, back)] : deciding(params, leaving, back)
    default:
      return []
  }
}
