// @ts-check
import { resellerRoles } from '../generated/people.js'
import { resellerStages, word } from '../words.js'
import { dayInWords, inJapan, namesFor } from './common.js'
import { requirementTable, supplyForms } from './requirements.js'
import { restrictionNotice } from './restriction.js'

/** @typedef {import('../shapes.js').Page} Page */

/** A reseller's own page. @type {Page} */
export const own = {
  path: '/own',
  menu: '自社の要件',
  needs: 'getReseller',
  only: resellerRoles,
  load: async (visit) => {
    const [found, names] = await Promise.all([
      visit.ask('getReseller', { resellerId: visit.who.tenant }),
      namesFor(visit),
    ])
    return {
      title: found.name,
      blocks: [
        ...(found.discontinued
          ? [
              /** @type {const} */ ({
                kind: 'words',
                tone: 'alert',
                lines: [`${inJapan(found.discontinued.since)}をもって、新しい契約はお受けできなくなりました。`],
              }),
            ]
          : []),
        ...restrictionNotice(found.restrictedSince, '自社'),
        {
          kind: 'facts',
          rows: [
            ['段階', word(resellerStages, found.stage)],
            ['法人番号', found.corporateNumber ?? '未提出'],
          ],
        },
        requirementTable(found),
        ...supplyForms(found, 'reseller', '#/own'),
        {
          kind: 'table',
          heading: '再販できるサービス',
          columns: ['サービス', '期間'],
          rows: found.authorizations.map(({ serviceId, periods }) => [
            { text: names.service(serviceId), to: `#/services/${serviceId}` },
            periods.map(({ from, until }) =>
              until ? `${dayInWords(from)}から${dayInWords(until)}まで` : `${dayInWords(from)}から`,
            ),
          ]),
          none: '再販許諾は、まだありません。実施主体が承認と許諾をすると、ここに出ます。',
        },
      ],
    }
  },
}
