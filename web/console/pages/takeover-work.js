// @ts-check
import { may } from '../calls.js'
import { facets, findings, openCoverageStages, works } from '../words-of-coverage.js'
import { optionsOf, takeoverStages } from '../words.js'
import { choicesOf, count, namesFor } from './common.js'
import { judged } from './operation.js'
import { operationTable } from './operations.js'

/**
 * 引継ぎの一括処理: one act on many takeovers of a case, and the move of many contracts to another reseller.
 *
 * @typedef {import('../shapes.js').Page} Page
 * @typedef {import('../shapes.js').Form} Form
 * @typedef {import('../shapes.js').Field} Field
 * @typedef {import('../shapes.js').Visit} Visit
 */

/** What was done to this case at once so far. @param {Visit} visit @param {'workOnTakeovers' | 'moveContracts'} kind */
const before = async ({ ask, params, who }, kind) => {
  const { items } = await ask('listOperations', {}, { kind })
  const own = items.filter(({ discontinuanceId }) => discontinuanceId === params['discontinuanceId'])
  return {
    block: { ...operationTable(own, who.role), heading: 'この案件の一括処理', none: 'まだありません。' },
    again: own.some(({ stage }) => stage !== 'finished') ? { againAfterMs: 3_000 } : {},
  }
}

const begun =
  (/** @type {string} */ say) =>
  (/** @type {{ operationId: string }} */ { operationId }) => ({
    say,
    to: `#/operations/${operationId}`,
  })

/** @type {(name: string, label: string, options: Field['options'], hint?: string) => Field} */
const narrowing = (name, label, options = [], hint = undefined) => ({
  name: `on.where.${name}`,
  label,
  kind: 'pick',
  options,
  optional: true,
  none: 'すべて',
  when: ['which', 'where'],
  ...(hint ? { hint } : {}),
})

/** @type {(discontinuanceId: string, services: readonly (readonly [string, string])[]) => Form} */
const working = (discontinuanceId, services) => ({
  kind: 'form',
  name: 'work',
  heading: 'まとめて進める',
  open: true,
  lead: [
    '一つの根拠で確かめたことを、たくさんの契約にまとめて記録できます。契約ごとに判定し、行えないものは理由とともに結果に残ります。',
  ],
  call: 'workOnTakeovers',
  params: { discontinuanceId },
  fields: [
    { name: 'work', label: '行うこと', kind: 'choice', options: optionsOf(works) },
    {
      name: 'facet',
      label: '確かめたもの',
      kind: 'choice',
      options: optionsOf(facets),
      when: ['work', 'noteCoverage'],
    },
    { name: 'finding', label: '結果', kind: 'choice', options: optionsOf(findings), when: ['work', 'noteCoverage'] },
    {
      name: 'at',
      label: '確かめた日時・途切れた日時',
      kind: 'moment',
      optional: true,
      hint: '空けておくと、いまの日時になります。引継ぎの始まりより前の日時は入れられません。',
      when: ['work', 'noteCoverage'],
    },
    {
      name: 'evidence',
      label: '根拠',
      kind: 'long',
      hint: 'だれが、何を見て、または、だれに聞いて、どの契約について確かめたかを書きます。このままの文が、対象のすべての契約の根拠になります。',
      when: ['work', 'noteCoverage'],
    },
    {
      name: 'which',
      label: '対象の選び方',
      kind: 'choice',
      options: [
        ['where', '条件で選ぶ'],
        ['named', '契約番号で選ぶ'],
      ],
      initial: 'where',
      unsent: true,
    },
    narrowing('stage', '引継ぎの段階', optionsOf(takeoverStages)),
    narrowing('coverage', '提供状態', optionsOf(openCoverageStages)),
    narrowing(
      'unknown',
      'まだ確かめていない項目',
      optionsOf(facets),
      '選ぶと、もう確かめた契約には重ねて記録しません。',
    ),
    narrowing('serviceId', 'サービス', services),
    {
      name: 'on.contractIds',
      label: '契約番号',
      kind: 'lines',
      hint: '一行に一件、1,000件まで。',
      when: ['which', 'named'],
    },
  ],
  shape: (body) => ({ ...body, on: body.on ?? { where: {} } }),
  submit: '始める',
  rehearse: {
    label: '始めずに件数を見る',
    say: ({ total }) => [
      total === null ? '件数の多い案件なので、対象は始めてから数えます。' : `対象は${count(total)}件です。`,
    ],
  },
  done: begun('一括処理を受け付けました。'),
})

/** @type {Page} */
export const takeoverWork = {
  path: '/cases/:discontinuanceId/work',
  needs: 'workOnTakeovers',
  load: async (visit) => {
    const { discontinuanceId = '' } = visit.params
    const [names, { block, again }] = await Promise.all([namesFor(visit), before(visit, 'workOnTakeovers')])
    return {
      title: '引継ぎの一括処理',
      back: { text: '提供困難案件', to: `#/cases/${discontinuanceId}` },
      ...again,
      blocks: [
        working(
          discontinuanceId,
          choicesOf(names.services, 'serviceId', ({ code }) => code),
        ),
        block,
      ],
    }
  },
}

/** @type {(discontinuanceId: string, resellers: readonly (readonly [string, string])[]) => Form} */
const moving = (discontinuanceId, resellers) => ({
  kind: 'form',
  name: 'move',
  heading: '移す契約',
  open: true,
  lead: [
    '移るのは、ユーザー自身の承諾がある契約だけです（民法539条の2）。事前の承諾は、ほかの再販協力会社への移転には使えません。',
    '見出しの欄: 契約番号、承諾した人、承諾した日、承諾の方法',
    '承諾した日は 2026-10-01 の形で、承諾の方法は「書面・メール・電話・訪問」のどれかで書きます。ほかの欄があってもかまいません。',
  ],
  call: 'moveContracts',
  params: { discontinuanceId },
  fields: [
    {
      name: 'resellerId',
      label: '移す先の再販協力会社',
      kind: 'pick',
      options: resellers,
      hint: '移す契約のサービスを許諾されている会社を選びます。許諾のないサービスの契約は、その行だけ断られます。',
    },
    {
      name: 'how',
      label: '一覧の渡し方',
      kind: 'choice',
      options: [
        ['file', 'CSV ファイルを選ぶ'],
        ['text', 'CSV を貼り付ける'],
      ],
      initial: 'file',
      unsent: true,
    },
    {
      name: 'contentBase64',
      label: 'CSV ファイル',
      kind: 'file',
      hint: '一度に10,000行まで。文字コードは UTF-8 でもシフトJISでもかまいません。契約番号は、引継ぎの一括処理の結果の CSV にもあります。',
      when: ['how', 'file'],
    },
    { name: 'content', label: 'CSV の内容', kind: 'long', hint: '見出しの行から貼り付けます。', when: ['how', 'text'] },
  ],
  fixed: { format: 'csv' },
  places: { content: 'contentBase64' },
  submit: '移し始める',
  rehearse: {
    label: '移さずに確かめる',
    say: ({ total, rows }) =>
      rows
        ? judged(rows, '移せ')
        : [`${count(total ?? 0)}行を読み取れました。500行を超える一覧は、始めてから行ごとに判定します。`],
  },
  done: begun('契約の移転を受け付けました。'),
})

/** @type {Page} */
export const moves = {
  path: '/cases/:discontinuanceId/moves',
  needs: 'moveContracts',
  load: async (visit) => {
    const { ask, params } = visit
    const { discontinuanceId = '' } = params
    const [about, names, { block, again }] = await Promise.all([
      ask('listDiscontinuances').then(({ items }) => items.find((one) => one.discontinuanceId === discontinuanceId)),
      namesFor(visit),
      before(visit, 'moveContracts'),
    ])
    const others = names.resellers.filter(
      ({ resellerId, stage, authorizations }) =>
        stage === 'active' && resellerId !== about?.resellerId && authorizations.length > 0,
    )
    const sold = (/** @type {typeof others[number]} */ { name, authorizations }) =>
      `${name}（${authorizations.map(({ serviceId }) => names.service(serviceId)).join('、')}）`
    return {
      title: '契約をほかの再販協力会社へ移す',
      back: { text: '提供困難案件', to: `#/cases/${discontinuanceId}` },
      ...again,
      blocks: [moving(discontinuanceId, choicesOf(others, 'resellerId', sold)), block],
    }
  },
}

/**
 * The ways from a case to what can be done to many of its takeovers at once.
 * @type {(discontinuanceId: string, role: import('../shapes.js').Role) => import('../shapes.js').Links}
 */
export const waysToWork = (discontinuanceId, role) => ({
  kind: 'links',
  heading: 'まとめて進める',
  items: [
    ...(may(role, 'workOnTakeovers')
      ? [{ text: '引継ぎの一括処理（提供状態・継続・お知らせ）', to: `#/cases/${discontinuanceId}/work` }]
      : []),
    ...(may(role, 'moveContracts')
      ? [{ text: '契約をほかの再販協力会社へ移す', to: `#/cases/${discontinuanceId}/moves` }]
      : []),
  ],
})
