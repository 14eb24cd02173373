// @ts-check
import { unreachedReasons } from '../words-of-coverage.js'
import { word } from '../words.js'
import { following } from './common.js'

/** @typedef {import('../shapes.js').Page} Page */

/**
 * The SMEs of a case whom no letter has reached: whom to write to by post or to call. A person who did records it on the
 * takeover; who has a new address has the notice sent again from there.
 *
 * @type {Page}
 */
export const unreached = {
  path: '/cases/:discontinuanceId/unreached',
  needs: 'listUnreached',
  load: async ({ ask, params, query }) => {
    const thisCase = `/cases/${params['discontinuanceId']}`
    const path = `${thisCase}/unreached`
    const page = await ask('listUnreached', params, query)
    return {
      title: 'お知らせが届いていないユーザー',
      back: { text: '提供困難案件', to: `#${thisCase}` },
      blocks: [
        {
          kind: 'words',
          lines: [
            '郵便で送るか、電話で知らせたら、ユーザーごとの画面で記録してください。新しい宛先を伺ったときは、同じ画面からメールを送り直せます。',
          ],
        },
        {
          kind: 'table',
          columns: ['ユーザー', '都道府県', 'ご担当', 'メール', '電話', 'サービス', '理由'],
          rows: page.items.map((one) => [
            { text: one.sme.name, to: `#${thisCase}/takeovers/${one.contractId}` },
            one.sme.prefecture,
            one.person ?? 'なし',
            one.mail ?? 'なし',
            one.phone ?? 'なし',
            one.serviceName,
            word(unreachedReasons, one.reason),
          ]),
          none: page.nextCursor
            ? 'このページにはありません。続きを見てください。'
            : '届いていないユーザーはありません。',
        },
        ...following(path, query, page.nextCursor),
        ...(page.items.length > 0
          ? /** @type {const} */ ([
              {
                kind: 'links',
                items: [
                  {
                    text: 'この一覧を CSV で保存する',
                    saves: 'downloadUnreached',
                    as: 'お知らせが届いていないユーザー.csv',
                    params,
                    query,
                  },
                ],
              },
            ])
          : []),
      ],
    }
  },
}
