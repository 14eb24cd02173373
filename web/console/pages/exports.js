// @ts-check
import { operationStages, word } from '../words.js'
import { count, dayOr, following, inJapan, timeLeft } from './common.js'

/**
 * Taking out everything one's organization owns.
 *
 * @typedef {import('../shapes.js').Page} Page
 */

/** @type {Page} */
export const holdings = {
  path: '/exports',
  menu: '書出し',
  needs: 'exportHoldings',
  load: async ({ ask, query }) => {
    const page = await ask('listOperations', {}, { ...query, kind: 'exportHoldings' })
    return {
      title: 'データを書き出す',
      lead: '自分の組織のものすべてを、表計算ソフトで読む表と、機械で読む全記録として書き出します。契約の封印した書面も入ります。できあがってから七日のあいだ保存できます。',
      blocks: [
        {
          kind: 'form',
          name: 'export',
          heading: '新しい書出し',
          open: true,
          call: 'exportHoldings',
          fields: [],
          submit: '書き出す',
          done: ({ operationId }) => ({ say: '書出しを受け付けました。', to: `#/exports/${operationId}` }),
        },
        {
          kind: 'table',
          heading: 'これまでの書出し',
          columns: ['受付', '段階'],
          rows: page.items.map(({ operationId, acceptedAt, stage }) => [
            { text: inJapan(acceptedAt), to: `#/exports/${operationId}` },
            word(operationStages, stage),
          ]),
          none: 'まだありません。',
        },
        ...following('/exports', query, page.nextCursor),
      ],
    }
  },
}

/**
 * Until when the files of a finished export can be had.
 *
 * @param {import('../shapes.js').Answer<'getExport'>['files']} files
 * @returns {readonly import('../shapes.js').Words[]}
 */
const lying = (files) => {
  if (!files) return []
  const { keptThrough, goneOn } = files
  const line = goneOn
    ? `ファイルは${dayOr(goneOn)}に片付けました。もう一度書き出すと、新しいものを保存できます。`
    : `ファイルは${dayOr(keptThrough)}まで保存できます。`
  return [{ kind: 'words', lines: [line] }]
}

/** @type {Page} */
export const thisExport = {
  path: '/exports/:operationId',
  needs: 'getExport',
  load: async ({ ask, params }) => {
    const { stage, total: parted, done, secondsLeft, parts, operationId, files } = await ask('getExport', params)
    const total = parted ?? 0
    return {
      title: '書出し',
      back: { text: 'データを書き出す', to: '#/exports' },
      ...(stage === 'finished' ? {} : { againAfterMs: 1_500 }),
      blocks: [
        {
          kind: 'progress',
          heading: word(operationStages, stage),
          label: `${count(total)}に分けたうち${count(done)}が済みました。${timeLeft(secondsLeft)}`,
          done,
          total,
        },
        ...lying(files),
        {
          kind: 'links',
          heading: 'できた部分',
          items: (files?.goneOn ? [] : parts).map(({ part, bytes }) => ({
            text: `第${count(part)}部を保存する（${count(Math.ceil(bytes / 1024))}キロバイト）`,
            saves: 'downloadExportPart',
            as: `書出し-${operationId}-${part}.zip`,
            params: { ...params, part: String(part) },
          })),
        },
        {
          kind: 'table',
          heading: '中にあるファイル',
          columns: ['部', 'ファイル', '行の数', 'ハッシュ（SHA-256）'],
          rows: parts.flatMap(({ part, files }) =>
            files.map(({ name, lines, sha256 }) => [count(part), name, count(lines), sha256]),
          ),
          none: 'まだありません。',
        },
      ],
    }
  },
}
