// @ts-check
import { may } from '../calls.js'
import { concernCauses, concernStages, grounds, optionsOf, word } from '../words.js'
import { choicesOf, inJapan, isEntity, namesFor } from './common.js'
import { isServing } from './restriction.js'

/**
 * 提供困難のおそれ: that a reseller may not be able to go on. It moves nothing; a person decides what follows.
 *
 * @typedef {import('../shapes.js').Page} Page
 * @typedef {import('../shapes.js').Form} Form
 * @typedef {import('../shapes.js').Answer<'getConcern'>} Concern
 * @typedef {Awaited<ReturnType<typeof namesFor>>['resellers']} Resellers
 */

const nothingMoves = '知らせるだけでは、契約も責任も動きません。実施主体の担当者が確かめて、そのあとのことを決めます。'

/** @type {(resellers: Resellers, query: Readonly<Record<string, string>>) => readonly import('../shapes.js').Field[]} */
const ofEntity = (resellers, query) => [
  {
    name: 'resellerId',
    label: '再販協力会社',
    kind: 'pick',
    options: choicesOf(resellers, 'resellerId', ({ name }) => name),
    initial: query['resellerId'],
  },
  { name: 'cause', label: 'きっかけ', kind: 'pick', options: optionsOf(concernCauses), initial: query['cause'] },
]

/** @type {Page} */
export const concerns = {
  path: '/concerns',
  menu: '提供困難のおそれ',
  needs: 'listConcerns',
  load: async (visit) => {
    const { ask, query } = visit
    const [{ items }, names] = await Promise.all([ask('listConcerns', {}, query), namesFor(visit)])
    return {
      title: '提供困難のおそれ',
      lead: nothingMoves,
      blocks: [
        { kind: 'links', items: [{ text: '提供困難のおそれを知らせる', to: '#/concerns/new' }] },
        {
          kind: 'filter',
          path: '/concerns',
          fields: [
            ...(isEntity(visit) ? ofEntity(names.resellers, query) : []),
            { name: 'stage', label: '段階', kind: 'pick', options: optionsOf(concernStages), initial: query['stage'] },
          ],
          submit: '絞り込む',
        },
        {
          kind: 'table',
          columns: ['再販協力会社', 'きっかけ', '事由', '知らせた日時', '段階'],
          rows: items.map(({ concernId, resellerId, cause, ground, raisedAt, stage }) => [
            { text: names.party(resellerId), to: `#/concerns/${concernId}` },
            word(concernCauses, cause),
            ground ? word(grounds, ground) : 'まだ分かりません',
            inJapan(raisedAt),
            word(concernStages, stage),
          ]),
          none: '当てはまるものはありません。',
        },
      ],
    }
  },
}

/** @type {Page} */
export const newConcern = {
  path: '/concerns/new',
  needs: 'raiseConcern',
  load: async (visit) => {
    const { resellers } = await namesFor(visit)
    const going = resellers.filter(({ stage }) => stage !== 'discontinued')
    return {
      title: '提供困難のおそれを知らせる',
      lead: nothingMoves,
      back: { text: '提供困難のおそれ', to: '#/concerns' },
      blocks: [
        {
          kind: 'form',
          name: 'raise',
          heading: 'おそれの内容',
          open: true,
          call: 'raiseConcern',
          fields: [
            // A reseller speaks for itself.
            ...(isEntity(visit)
              ? [
                  /** @type {const} */ ({
                    name: 'resellerId',
                    label: '再販協力会社',
                    kind: 'pick',
                    options: choicesOf(going, 'resellerId', ({ name }) => name),
                    initial: visit.query['resellerId'],
                  }),
                ]
              : []),
            { name: 'ground', label: '考えられる事由', kind: 'choice', options: optionsOf(grounds) },
            { name: 'statement', label: '分かっていること', kind: 'long' },
          ],
          ...(isEntity(visit) ? { places: { reseller: 'resellerId' } } : {}),
          submit: '知らせる',
          rehearse: { label: '記録せずに確かめる', say: () => [] },
          done: ({ concernId }) => ({ say: '提供困難のおそれを記録しました。', to: `#/concerns/${concernId}` }),
        },
      ],
    }
  },
}

/** @type {(concern: Concern) => Form} */
const dismissing = ({ concernId }) => ({
  kind: 'form',
  name: 'dismiss',
  heading: 'おそれはないと判断する',
  lead: ['確かめたうえで、提供を続けられると判断したときに、その理由を残します。'],
  call: 'dismissConcern',
  params: { concernId },
  fields: [{ name: 'reason', label: '判断の理由', kind: 'long' }],
  submit: '判断を記録する',
  done: () => ({ say: 'おそれはないとの判断を記録しました。', to: `#/concerns/${concernId}` }),
})

/** @param {Concern} concern */
const decision = ({ stage, decidedAt, reason }) => {
  if (!decidedAt) return 'まだありません'
  return [`${inJapan(decidedAt)} ${word(concernStages, stage)}`, ...(reason ? [reason] : [])]
}

/**
 * Whether a proposal can be made of it now: none stands, and its reseller is one that can be stopped.
 * @type {(concern: Concern, resellers: Resellers, cases: readonly { discontinuanceId: string, stage: string }[]) => boolean}
 */
const canBeProposed = ({ stage, resellerId, discontinuanceId }, resellers, cases) => {
  const before = cases.find((one) => one.discontinuanceId === discontinuanceId)
  const isFree = stage === 'open' || before?.stage === 'withdrawn' || before?.stage === 'lapsed'
  return isFree && resellers.some((one) => one.resellerId === resellerId && isServing(one))
}

/** @type {Page} */
export const concern = {
  path: '/concerns/:concernId',
  needs: 'getConcern',
  load: async (visit) => {
    const { ask, params, who } = visit
    const [found, names, cases] = await Promise.all([
      ask('getConcern', params),
      namesFor(visit),
      may(who.role, 'listDiscontinuances') ? ask('listDiscontinuances').then(({ items }) => items) : [],
    ])
    const { concernId, resellerId, discontinuanceId } = found
    const party = names.party(resellerId)
    return {
      title: `${party} の提供困難のおそれ`,
      back: { text: '提供困難のおそれ', to: '#/concerns' },
      blocks: [
        {
          kind: 'facts',
          rows: [
            ['段階', word(concernStages, found.stage)],
            ['再販協力会社', isEntity(visit) ? { text: party, to: `#/resellers/${resellerId}` } : party],
            ['きっかけ', word(concernCauses, found.cause)],
            ['考えられる事由', found.ground ? word(grounds, found.ground) : 'まだ分かりません'],
            ['知らせた日時', inJapan(found.raisedAt)],
            ['分かっていること', found.statement.split('\n')],
            ['判断', decision(found)],
          ],
        },
        ...(isEntity(visit)
          ? [
              /** @type {const} */ ({
                kind: 'links',
                items: [
                  ...(discontinuanceId ? [{ text: '提供困難案件を見る', to: `#/cases/${discontinuanceId}` }] : []),
                  ...(canBeProposed(found, names.resellers, cases)
                    ? [{ text: 'このおそれをもとに、提供困難を提案する', to: `#/cases/new?concernId=${concernId}` }]
                    : []),
                ],
              }),
            ]
          : []),
        ...(found.stage === 'open' && may(who.role, 'dismissConcern') ? [dismissing(found)] : []),
      ],
    }
  },
}
