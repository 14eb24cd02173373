// @ts-check
import { may } from '../calls.js'
import { operationKinds, operationStages, optionsOf, word } from '../words.js'
import { count, enough, following, inJapan, timeLeft } from './common.js'

/**
 * 一括処理: all work over many rows that one's organization asked for.
 *
 * @typedef {import('../shapes.js').Page} Page
 * @typedef {import('../shapes.js').Role} Role
 * @typedef {import('../shapes.js').Answer<'listOperations'>['items'][number]} Operation
 */

/** What it is, with the way to it; an export is opened by those only who may take it. @type {(operation: Operation, role: Role) => import('../shapes.js').Cell} */
const nameOf = ({ kind, operationId }, role) => {
  const text = word(operationKinds, kind)
  if (kind !== 'exportHoldings') return { text, to: `#/operations/${operationId}` }
  return may(role, 'getExport') ? { text, to: `#/exports/${operationId}` } : text
}

const howFar = (/** @type {Operation} */ { kind, stage, done, total, refused, secondsLeft }) => [
  total === null
    ? '対象の契約を調べています'
    : `${count(done)}／${count(total)}${kind === 'exportHoldings' ? '部分' : '件'}`,
  ...(refused > 0 ? [`断られたもの ${count(refused)}件`] : []),
  ...(stage === 'running' && secondsLeft ? [timeLeft(secondsLeft)] : []),
]

/** Operations as a table, the newest first. @type {(operations: readonly Operation[], role: Role) => import('../shapes.js').Table} */
export const operationTable = (operations, role) => ({
  kind: 'table',
  heading: '一括処理の一覧',
  columns: ['一括処理', '段階', '受付', '済み'],
  rows: operations.map((one) => [
    nameOf(one, role),
    word(operationStages, one.stage),
    inJapan(one.acceptedAt),
    howFar(one),
  ]),
  none: '当てはまる一括処理はありません。',
})

/** @type {Page} */
export const operations = {
  path: '/operations',
  menu: '一括処理',
  needs: 'listOperations',
  load: async ({ ask, who, query }) => {
    const { cursor, ...filters } = query
    const page = await enough((next) => ask('listOperations', {}, { ...filters, cursor: next }), cursor)
    return {
      title: '一括処理',
      lead: '台帳の取込みや書出しのように、たくさんの件数をまとめて進める処理です。新しいものから並んでいます。',
      againAfterMs: page.items.some(({ stage }) => stage !== 'finished') ? 3_000 : undefined,
      blocks: [
        {
          kind: 'filter',
          path: '/operations',
          fields: [
            { name: 'kind', label: '種類', kind: 'pick', options: optionsOf(operationKinds), initial: query['kind'] },
            {
              name: 'stage',
              label: '段階',
              kind: 'pick',
              options: optionsOf(operationStages),
              initial: query['stage'],
            },
          ],
          submit: '絞り込む',
        },
        operationTable(page.items, who.role),
        ...following('/operations', query, page.nextCursor),
      ],
    }
  },
}
