// @ts-check
import { explanationFields } from './contract-fields.js'

/**
 * What brings a contract from its draft to the signature. A change of it goes the same way.
 *
 * @typedef {import('../shapes.js').Field} Field
 * @typedef {import('../shapes.js').Form} Form
 * @typedef {import('../shapes.js').Person} Person
 * @typedef {import('../shapes.js').Answer<'getContract'>} Contract
 * @typedef {{ params: { contractId: string }, back: string }} Of
 */

/** @type {(of: Of, today: string, call?: 'explainContract' | 'explainAmendment') => Form} */
export const explaining = ({ params, back }, today, call = 'explainContract') => ({
  kind: 'form',
  name: 'explain',
  heading: call === 'explainContract' ? '説明を記録する' : '変更後の条件の説明を記録する',
  lead: ['契約期間、料金、違約金、解約の権利などを、口頭か書面で説明したことを記録します。'],
  call,
  params,
  fields: explanationFields(today),
  places: { 'explanation.on': 'on', 'explanation.items': 'items' },
  submit: '記録する',
  rehearse: { label: '記録せずに確かめる', say: () => [] },
  done: () => ({ say: '説明を記録しました。次は署名用リンクの送付です。', to: back }),
})

/** For how long a link is good. @type {Field} */
export const validDays = {
  name: 'validDays',
  label: 'リンクを使える日数',
  kind: 'number',
  optional: true,
  hint: '1日から60日まで。空けておくと、決まった日数になります。',
}

/** @type {(of: Of, call?: 'offerContract' | 'offerAmendment') => Form} */
export const offering = ({ params, back }, call = 'offerContract') => ({
  kind: 'form',
  name: 'offer',
  heading: '署名用リンクを送る',
  lead: [
    '署名する人のメールへ、リンクを送ります。開くと、電話へ確認コードが届きます。',
    ...(call === 'offerAmendment' ? ['これまでに送ったほかのリンクは、使えなくなります。'] : []),
  ],
  call,
  params,
  fields: [validDays],
  submit: '送る',
  rehearse: { label: '送らずに確かめる', say: () => [] },
  done: () => ({ say: '署名用リンクを送りました。', to: back }),
})

/** @type {(of: Of) => Form} */
const withdrawing = ({ params, back }) => ({
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

/**
 * The forms of a contract that is not signed yet, in the order they come in.
 * @param {Contract} contract
 * @param {Person} who
 * @returns {readonly Form[]}
 */
export const contractForms = ({ contractId, stage, resellerId }, { tenant, today, role }) => {
  const of = { params: { contractId }, back: `#/contracts/${contractId}` }
  // While a contract is prepared, only its own seller may act on it.
  const isSeller = resellerId === null ? role.startsWith('entity') : resellerId === tenant
  if (!isSeller) return []
  if (stage === 'drafted') return [explaining(of, today), offering(of), withdrawing(of)]
  return stage === 'offered' ? [offering(of), withdrawing(of)] : []
}
