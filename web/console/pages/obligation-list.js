// @ts-check
import { obligations, obligationStages } from '../obligation-words.js'
import { optionsOf, word } from '../words.js'
import { dayInWords, namesFor } from './common.js'

/**
 * What is owed in all cases, the earliest due day first.
 *
 * @type {import('../shapes.js').Page}
 */
export const obligationList = {
  path: '/obligations',
  menu: '期限つきの義務',
  needs: 'listObligations',
  load: async (visit) => {
    const { ask, query, who } = visit
    const [{ items }, names] = await Promise.all([ask('listObligations', {}, query), namesFor(visit)])
    return {
      title: '期限つきの義務',
      lead: '提供困難案件で、いつまでに何をするかを、期限の早い順に並べます。',
      blocks: [
        {
          kind: 'filter',
          path: '/obligations',
          fields: [
            {
              name: 'stage',
              label: '段階',
              kind: 'pick',
              options: optionsOf(obligationStages),
              initial: query['stage'],
            },
          ],
          submit: '絞り込む',
        },
        {
          kind: 'table',
          columns: ['期限', '義務', '再販協力会社', '担当者', '段階'],
          rows: items.map(({ dueOn, code, discontinuanceId, resellerId, owner, stage }) => [
            dayInWords(dueOn),
            { text: word(obligations, code), to: `#/cases/${discontinuanceId}/obligations/${code}` },
            { text: names.party(resellerId), to: `#/cases/${discontinuanceId}` },
            owner.sub === who.sub ? 'あなた' : (owner.name ?? 'ほかの人'),
            word(obligationStages, stage),
          ]),
          none: '当てはまる義務はありません。',
        },
      ],
    }
  },
}
