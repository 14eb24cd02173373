// @ts-check
import { may } from '../calls.js'
import { inJapan } from './common.js'

/**
 * 新規停止: a reseller that signs nobody new, and serves what it has as before.
 *
 * @typedef {import('../shapes.js').Form} Form
 * @typedef {import('../shapes.js').Words} Words
 * @typedef {import('../shapes.js').Answer<'getReseller'>} Reseller
 * @typedef {import('../shapes.js').Answer<'getDiscontinuance'>} Case
 */

/** Whether a reseller serves what it has, so that it can still be authorized and stopped. @param {Pick<Reseller, 'stage'>} reseller */
export const isServing = ({ stage }) => stage === 'active' || stage === 'restricted'

/**
 * What people are told of a restriction while it lasts.
 * @type {(restrictedSince: Reseller['restrictedSince'], whose: string) => readonly Words[]}
 */
export const restrictionNotice = (restrictedSince, whose) =>
  restrictedSince
    ? [
        {
          kind: 'words',
          tone: 'alert',
          lines: [
            `${inJapan(restrictedSince)}から、${whose}を通じた新しい契約を止めています。いまの契約は、これまでどおり続きます。`,
          ],
        },
      ]
    : []

/** @type {(reseller: Reseller, back: string) => Form} */
const restricting = ({ resellerId, name }, back) => ({
  kind: 'form',
  name: 'restrict',
  heading: '新規の契約を止める',
  lead: [
    'この会社を通じた新しい契約は、リンクの送付も署名もできなくなります。いまの契約の提供・変更・更新は、これまでどおり続きます。',
    '紙の契約は、止めた日までに署名されたものだけを、実施主体が記録できます。責任は移りません。停止は、あとで解けます。',
  ],
  call: 'restrictReseller',
  params: { resellerId },
  fields: [
    { name: 'reason', label: '理由', kind: 'long', hint: 'このままの文が、再販協力会社へのお知らせに載ります。' },
  ],
  submit: '新規を止める',
  rehearse: { label: '止めずに確かめる', say: () => [] },
  done: () => ({ say: `${name} を通じた新規の契約を止めました。`, to: back }),
})

/** @type {(reseller: Reseller, back: string) => Form} */
const lifting = ({ resellerId, name }, back) => ({
  kind: 'form',
  name: 'lift',
  heading: '新規停止を解く',
  lead: ['この会社を通じて、また新しい契約を結べるようになります。'],
  call: 'liftRestriction',
  params: { resellerId },
  fields: [
    { name: 'reason', label: '理由', kind: 'long', hint: 'このままの文が、再販協力会社へのお知らせに載ります。' },
  ],
  submit: '停止を解く',
  rehearse: { label: '解かずに確かめる', say: () => [] },
  done: () => ({ say: `${name} の新規停止を解きました。`, to: back }),
})

/** What someone in this role can do about it now. @type {(reseller: Reseller, role: import('../shapes.js').Role, back: string) => readonly Form[]} */
export const restrictionForms = (reseller, role, back) => {
  // What only a proposal stopped ends with it; a person can stop it as well.
  const free = reseller.stage === 'active' || reseller.restrictedFor?.alone
  if (free && may(role, 'restrictReseller')) return [restricting(reseller, back)]
  if (reseller.stage === 'restricted' && !free && may(role, 'liftRestriction')) return [lifting(reseller, back)]
  return []
}

/**
 * How a proposal bears on new contracts.
 * @type {Record<NonNullable<Case['restriction']>, string>}
 */
export const proposalRestrictions = {
  asked: '止めるかどうか、管理者の判断を待っています',
  standing: 'この提案により、新規の契約を止めています',
  fallen: 'この提案による新規停止は、提案とともに解けました',
}

/** An admin stops new contracts for a proposal that waits. @type {(found: Case, role: import('../shapes.js').Role) => readonly Form[]} */
export const confirmingForms = ({ discontinuanceId, stage, restriction }, role) =>
  stage === 'proposed' && restriction !== 'standing' && may(role, 'confirmRestriction')
    ? [
        {
          kind: 'form',
          name: 'confirm-restriction',
          heading: '新規の契約を止める',
          lead: [
            '提案の結論が出るまで、この再販協力会社を通じた新しい契約を止めます。いまの契約は、これまでどおり続きます。',
            '取下げか期限の経過で、自動で解けます。同じ事情で前に止めた管理者は、もう一度は止められません。ほかの管理者が判断します。',
          ],
          call: 'confirmRestriction',
          params: { discontinuanceId },
          fields: [],
          submit: '新規を止める',
          rehearse: { label: '止めずに確かめる', say: () => [] },
          done: () => ({ say: '新規の契約を止めました。', to: `#/cases/${discontinuanceId}` }),
        },
      ]
    : []
