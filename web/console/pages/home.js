// @ts-check
import { may } from '../calls.js'
import { roles, word } from '../words.js'
import { count, isReseller } from './common.js'
import { disputesAtHome } from './disputes.js'
import { untoldAtHome } from './untold.js'

/**
 * What waits for someone: lines of text with the way there.
 *
 * @typedef {import('../shapes.js').Page} Page
 * @typedef {import('../shapes.js').Visit} Visit
 * @typedef {import('../shapes.js').Link} Link
 */

const some = (/** @type {number} */ n, /** @type {string} */ text, /** @type {string} */ to) =>
  n > 0 ? [{ text: `${text}（${count(n)}件）`, to }] : []

/** @param {Visit} visit @returns {Promise<readonly Link[]>} */
const forEntity = async ({ ask, who }) => {
  const [resellers, cases, reports, services, concerns, owed] = await Promise.all([
    ask('listResellers'),
    ask('listDiscontinuances'),
    ask('listSubmissions'),
    ask('listServices'),
    ask('listConcerns', {}, { stage: 'open' }),
    ask('listObligations'),
  ])
  const met = resellers.items.filter(
    ({ stage, requirements }) => stage === 'invited' && requirements.every((one) => one.stage === 'met'),
  )
  const owing = resellers.items.filter(({ requirements }) => requirements.some(({ stage }) => stage === 'pastDue'))
  const proposed = cases.items.filter(({ stage, proposedBy }) => stage === 'proposed' && proposedBy.sub !== who.sub)
  const open = cases.items.filter(({ stage }) => stage === 'takingOver')
  const late = owed.items.filter(({ stage }) => stage === 'overdue' || stage === 'escalated')
  const toSend = reports.items.filter(({ stage }) => stage === 'drafted' || stage === 'returned')
  const unregistered = services.items.filter(({ registration }) => registration === null)
  return [
    ...some(proposed.length, 'あなたの承認を待つ提供困難の提案', '#/cases?stage=proposed'),
    ...some(concerns.items.length, '確認を待つ提供困難のおそれ', '#/concerns?stage=open'),
    ...some(open.length, '引継ぎの続いている案件', '#/cases?stage=takingOver'),
    ...some(late.length, '期限の過ぎた義務', '#/obligations'),
    ...some(toSend.length, '送っていない報告', '#/submissions'),
    ...some(met.length, '要件がそろい、承認を待つ再販協力会社', '#/resellers?stage=invited'),
    ...some(owing.length, '要件の期限が過ぎた再販協力会社', '#/resellers'),
    ...some(unregistered.length, '登録が未記録のサービス', '#/services'),
  ]
}

/** @param {Visit} visit @returns {Promise<readonly Link[]>} */
const forReseller = async ({ ask, who }) => {
  const { requirements } = await ask('getReseller', { resellerId: who.tenant })
  const owed = requirements.filter(({ stage, suppliedBy }) => stage !== 'met' && suppliedBy === 'reseller')
  return [
    ...some(owed.length, '出していない要件', '#/own'),
    { text: '契約を起案する', to: '#/contracts/new' },
    { text: '署名を待っている契約', to: '#/contracts?stage=offered' },
  ]
}

/** @param {Visit} visit @returns {Promise<readonly Link[]>} */
const forAuthority = async ({ ask }) => {
  const { items } = await ask('listSubmissions')
  return some(items.filter(({ stage }) => stage === 'sent').length, '答えを待っている報告', '#/submissions')
}

/** @param {Visit} visit */
const waiting = (visit) => {
  const { role } = visit.who
  if (may(role, 'listResellers')) return forEntity(visit)
  if (isReseller(visit)) return forReseller(visit)
  if (may(role, 'acknowledgeSubmission')) return forAuthority(visit)
  return Promise.resolve([
    { text: '審査登録機関を登録する', to: '#/bodies' },
    { text: '実施主体を登録する', to: '#/entities/new' },
    { text: '人を招く', to: '#/members/new' },
  ])
}

/** @type {Page} */
export const home = {
  path: '/',
  menu: 'はじめ',
  needs: 'readMe',
  load: async (visit) => {
    const [items, disputes, untold] = await Promise.all([
      waiting(visit),
      may(visit.who.role, 'listDisputes') ? disputesAtHome(visit) : [],
      may(visit.who.role, 'listUntoldLetters') ? untoldAtHome(visit) : [],
    ])
    return {
      title: 'いま要ること',
      lead: `${word(roles, visit.who.role)}として入っています。`,
      blocks: [
        ...(items.length > 0 ? [/** @type {const} */ ({ kind: 'links', items })] : []),
        ...disputes,
        ...untold,
        ...(items.length + disputes.length + untold.length > 0
          ? []
          : [
              /** @type {const} */ ({
                kind: 'words',
                tone: 'notice',
                lines: ['いま要ることはありません。上の一覧から、見たいものを選んでください。'],
              }),
            ]),
      ],
    }
  },
}
