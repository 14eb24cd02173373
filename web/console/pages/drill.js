// @ts-check
import { word } from '../words.js'
import { drillLists, facets, fates } from '../words-of-readiness.js'
import { following, isReseller } from './common.js'
import { tablesOf } from './readiness.js'

/** @typedef {import('../shapes.js').Page} Page */

/** What the latest drill found, contract by contract. @type {Page} */
export const drillContracts = {
  path: '/resellers/:resellerId/drill',
  needs: 'listDrillContracts',
  load: async (visit) => {
    const { ask, params, query } = visit
    const resellerId = params['resellerId'] ?? ''
    const [page, { drill }] = await Promise.all([ask('listDrillContracts', params, query), ask('getReadiness', params)])
    const path = `/resellers/${resellerId}/drill`
    const { cursor: _, ...asked } = query
    return {
      title: '予行演習で見つかった契約',
      back: { text: '引継ぎの備え', to: isReseller(visit) ? '#/readiness' : `#/resellers/${resellerId}/readiness` },
      blocks: [
        {
          kind: 'filter',
          path,
          fields: [
            {
              name: 'of',
              label: '見つかったもの',
              kind: 'pick',
              options: Object.entries(drillLists),
              initial: query['of'],
            },
          ],
          submit: '絞り込む',
        },
        {
          kind: 'table',
          columns: ['会社名', '引継ぎでの扱い', '途切れるもの', '弱いところ'],
          rows: page.items.map(({ contractId, name, fate, gaps, weaknesses }) => [
            { text: name, to: `#/contracts/${contractId}` },
            word(fates, fate),
            gaps.map((one) => word(facets, one)).join('、') || '―',
            weaknesses.map((one) => word(drillLists, one)),
          ]),
          none: '当てはまる契約はありません。',
        },
        ...following(path, query, page.nextCursor),
        ...(drill
          ? [
              /** @type {const} */ ({
                kind: 'links',
                items: tablesOf(resellerId, drill, 'この一覧を CSV で保存する', asked),
              }),
            ]
          : []),
      ],
    }
  },
}
