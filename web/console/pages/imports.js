// @ts-check
import { inWords } from '../problems.js'
import { operationKinds, operationStages, word } from '../words.js'
import { count, following } from './common.js'

/**
 * @typedef {import('../shapes.js').Page} Page
 * @typedef {import('../shapes.js').Answer<'listImportResults'>['items'][number]} Row
 */

const columns =
  '行番号、再販協力会社コード、法人番号、会社名、都道府県、従業員数、業種、サービスコード、初期費用(税抜)、月額(税抜)、端末数、契約日、契約年数、通知先メール、通知先電話、リモート支援の同意、説明方法、説明日'

/** @type {Page} */
export const imports = {
  path: '/imports',
  menu: '台帳の取込み',
  needs: 'importContracts',
  load: async ({ started }) => ({
    title: '紙の契約の台帳を取り込む',
    lead: '紙で結んだ契約を、CSV の一行を一件としてまとめて記録します。同じ行を二度取り込んでも、二重にはなりません。',
    blocks: [
      {
        kind: 'form',
        name: 'import',
        heading: '台帳のファイル',
        open: true,
        lead: [`見出しの欄: ${columns}`],
        call: 'importContracts',
        fields: [
          { name: 'content', label: 'CSV ファイル（UTF-8）', kind: 'file', hint: '一度に10,000行まで。' },
          { name: 'attestedBy.name', label: '記録する担当者の氏名', hint: '台帳に間違いがないと確かめた人です。' },
          { name: 'attestedBy.title', label: '記録する担当者の役職' },
        ],
        fixed: { format: 'csv' },
        submit: '取り込む',
        rehearse: {
          label: '取り込まずに確かめる',
          say: ({ total }) => [
            `${count(total)}行を読み取れます。一行ごとの判定は、取り込むときに行われ、反する行だけが断られます。`,
          ],
        },
        done: ({ operationId }) => ({ say: '取込みを受け付けました。', to: `#/operations/${operationId}` }),
      },
      {
        kind: 'table',
        heading: 'この画面で始めた一括処理',
        columns: ['一括処理'],
        rows: started.map(({ operationId, what }) => [
          { text: word(operationKinds, what), to: `#/operations/${operationId}` },
        ]),
        none: 'まだありません。',
      },
    ],
  }),
}

const reasons = (/** @type {Row} */ { problem, replayed, verdict }) => {
  if (verdict === 'accepted') return replayed ? '前に取り込んだときの結果のままです。' : ''
  const { what, sayings } = inWords(/** @type {any} */ (problem))
  // A form error names the book's column; a breach says in words what it is about.
  const breachesStandard = problem?.kind !== 'malformed'
  return sayings.length > 0
    ? sayings.map(({ where, said }) => (breachesStandard ? said : `${where} ${said}`.trim()))
    : what
}

/** @type {Page} */
export const operation = {
  path: '/operations/:operationId',
  needs: 'getOperation',
  load: async ({ ask, params, query }) => {
    const found = await ask('getOperation', params)
    const { kind, stage, total, done, accepted, refused, operationId } = found
    const again = stage === 'finished' ? {} : { againAfterMs: 1_500 }
    /** @type {import('../shapes.js').Progress} */
    const progress = {
      kind: 'progress',
      heading: word(operationStages, stage),
      label: `全${count(total)}件のうち${count(done)}件が済みました。`,
      done,
      total,
    }
    if (kind === 'recountContracts')
      return { ...recounted((await ask('getRecount', params)).outcome, progress), ...again }
    if (kind === 'relistContracts')
      return {
        title: word(operationKinds, kind),
        back: { text: '契約を探す', to: '#/contracts/search' },
        ...again,
        blocks: [progress],
      }
    const page = await ask('listImportResults', params, query)
    return {
      title: word(operationKinds, kind),
      back: { text: '台帳の取込み', to: '#/imports' },
      ...again,
      blocks: [
        progress,
        {
          kind: 'facts',
          rows: [
            ['記録したもの', `${count(accepted)}件`],
            ['断られたもの', `${count(refused)}件`],
          ],
        },
        {
          kind: 'links',
          items: [
            {
              text: '行ごとの結果を CSV で保存する',
              saves: 'downloadImportResults',
              as: `取込み結果-${operationId}.csv`,
              params,
            },
          ],
        },
        {
          kind: 'table',
          heading: '行ごとの結果',
          columns: ['行', '会社名', '結果', '理由'],
          rows: page.items.map((row) => [
            String(row.row),
            row.name,
            row.contractId ? { text: '記録した', to: `#/contracts/${row.contractId}` } : '断られた',
            reasons(row),
          ]),
          none: 'まだ結果がありません。',
        },
        ...following(`/operations/${operationId}`, query, page.nextCursor),
      ],
    }
  },
}

/** @type {(outcome: import('../shapes.js').Answer<'getRecount'>['outcome'], progress: import('../shapes.js').Progress) => import('../shapes.js').Screen} */
const recounted = (outcome, progress) => ({
  title: '報告の数え直し',
  back: { text: '期間の報告', to: '#/report' },
  blocks: [
    progress,
    ...(outcome
      ? [
          /** @type {const} */ ({
            kind: 'words',
            tone: outcome.agrees ? 'notice' : 'alert',
            lines: [
              outcome.agrees
                ? `台帳の${count(outcome.events)}件のできごとから数え直した結果は、報告の数字と一致しました。`
                : '報告の数字と、台帳から数え直した数字が合いません。運用者へお知らせください。',
            ],
          }),
          /** @type {const} */ ({
            kind: 'table',
            heading: '合わないところ',
            columns: ['ところ', '報告の数字', '台帳の数字'],
            rows: outcome.differences.map(({ where, report, ledger }) => [where, count(report), count(ledger)]),
            none: 'ありません。',
          }),
        ]
      : []),
  ],
})
