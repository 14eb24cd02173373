// @ts-check
import { channels, optionsOf } from '../words.js'
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
  name: 'cancel',
  heading: 'ユーザーの申出による解約を記録する',
  lead: ['ユーザーから解約の申出があったときに記録します。元には戻せません。'],
  call: 'cancelContract',
  params,
  fields: [
    { name: 'on', label: '解約の日', kind: 'day', initial: today },
    { name: 'askedBy', label: '申し出た人の氏名' },
    { name: 'how', label: '申出の方法', kind: 'choice', options: optionsOf(channels) },
    { name: 'reason', label: '理由', kind: 'long' },
  ],
  submit: '解約を記録する',
  rehearse: { label: '記録せずに確かめる', say: () => [] },
  done: () => ({ say: '解約を記録しました。', to: back }),
})

/**
 * The forms of a contract, in the order they come in.
 * @param {Contract} contract
 * @param {Person} who
 * @returns {readonly Form[]}
 */
export const contractForms = ({ contractId, stage, resellerId }, { tenant, today, role }) => {
  const params = { contractId }
  const back = `#/contracts/${contractId}`
  // While a contract is prepared, only its own seller may act on it.
  const isSeller = resellerId === null ? role.startsWith('entity') : resellerId === tenant
  switch (stage) {
    case 'drafted':
      return isSeller ? [explaining(params, today, back), offering(params, back), withdrawing(params, back)] : []
    case 'offered':
      return isSeller ? [withdrawing(params, back)] : []
    case 'live':
      return [cancelling(params, today, back)]
    default:
      return []
  }
}
