// @ts-check
import { enough, inJapan } from './common.js'

const few = 10

/**
 * Disputes that nobody has answered, on the home page: the first few, with the way to each contract.
 * @param {import('../shapes.js').Visit} visit @returns {Promise<readonly import('../shapes.js').Block[]>}
 */
export const disputesAtHome = async ({ ask }) => {
  const { items } = await enough((cursor) => ask('listDisputes', {}, { cursor }), undefined, few)
  if (items.length === 0) return []
  return [
    {
      kind: 'table',
      heading: '記録と違うという申出（まだ答えていないもの）',
      columns: ['ユーザー', '申出の日時', '申出の内容'],
      rows: items
        .slice(0, few)
        .map(({ contractId, sme, disputedAt, what }) => [
          { text: sme.name, to: `#/contracts/${contractId}` },
          inJapan(disputedAt),
          what,
        ]),
      none: '',
    },
  ]
}
