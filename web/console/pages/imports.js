// @ts-check
import { inWords } from '../problems.js'
import { operationKinds, operationStages, optionsOf, word } from '../words.js'
import { count, following, timeLeft } from './common.js'
import { operationTable } from './operations.js'

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
  load: async ({ ask, who, query }) => {
    const page = await ask('listOperations', {}, query)
    return {
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
            {
              name: 'contentBase64',
              label: 'CSV ファイル',
              kind: 'file',
              hint: '一度に10,000行まで。文字コードは UTF-8 でもシフトJISでもかまいません。',
            },
            { name: 'attestedBy.name', label: '記録する担当者の氏名', hint: '台帳に間違いがないと確かめた人です。' },
            { name: 'attestedBy.title', label: '記録する担当者の役職' },
          ],
          fixed: { format: 'csv' },
          places: { content: 'contentBase64' },
          submit: '取り込む',
          rehearse: { label: '取り込まずに確かめる', say: rehearsed },
          done: ({ operationId }) => ({ say: '取込みを受け付けました。', to: `#/operations/${operationId}` }),
        },
        operationTable(page.items, who.role),
        ...following('/imports', query, page.nextCursor),
      ],
    }
  },
}

const shownRows = 10

/** What a dry run says: of a short book row by row, of a long one where that can be read. */
const rehearsed = (
  /** @type {import('../shapes.js').Answer<'importContracts'>} */ { total, accepted, refused, rows },
) => {
  if (!rows)
    return [`${count(total)}行の判定を始めました。この画面を開き直すと、「取込みの下調べ」として一覧に出ます。`]
  const no = rows.filter(({ verdict }) => verdict === 'refused')
  return [
    `${count(total)}行のうち、${count(accepted)}行を記録でき、${count(refused)}行は断られます。`,
    ...no.slice(0, shownRows).map((row) => `${count(row.row)}行: ${[reasons(row)].flat().join(' ')}`),
    ...(no.length > shownRows ? [`ほかに${count(no.length - shownRows)}行が断られます。`] : []),
  ]
}

const reasons = (/** @type {Row} */ { problem, replayed, verdict, sameAs, differsFrom }) => {
  if (sameAs !== null) return `${count(sameAs)}行と同じ内容です。`
  if (verdict === 'accepted') return replayed ? '前に取り込んだときの結果のままです。' : ''
  const differs = differsFrom
    ? [`${count(differsFrom.row)}行と同じ中小企業・サービスですが、${differsFrom.columns.join('、')}が違います。`]
    : []
  const { what, sayings } = inWords(/** @type {any} */ (problem))
  // A form error names the book's column; a breach says in words what it is about.
  const breachesStandard = problem?.kind !== 'malformed'
  return sayings.length > 0
    ? [...sayings.map(({ where, said }) => (breachesStandard ? said : `${where} ${said}`.trim())), ...differs]
    : what
}

/** @type {(text: string, query: Readonly<Record<string, string>>, params: Readonly<Record<string, string>>) => import('../shapes.js').FileLink} */
const saves = (text, query, params) => ({
  text,
  saves: 'downloadImportResults',
  as: `取込み結果-${params['operationId']}.csv`,
  params,
  query,
})

const verdicts = { accepted: '記録した・記録できる', refused: '断られた' }

/** @type {Page} */
export const operation = {
  path: '/operations/:operationId',
  needs: 'getOperation',
  load: async ({ ask, params, query }) => {
    const found = await ask('getOperation', params)
    const { kind, stage, total, done, accepted, refused, operationId, secondsLeft } = found
    const again = stage === 'finished' ? {} : { againAfterMs: 1_500 }
    /** @type {import('../shapes.js').Progress} */
    const progress = {
      kind: 'progress',
      heading: word(operationStages, stage),
      label: `全${count(total)}件のうち${count(done)}件が済みました。${timeLeft(secondsLeft)}`,
      done,
      total,
    }
    if (kind === 'recountContracts')
      return { ...recounted((await ask('getRecount', params)).outcome, progress), ...again }
    if (kind === 'relistContracts' || kind === 'exportHoldings' || kind === 'drillTakeover')
      return {
        title: word(operationKinds, kind),
        back: { text: '一括処理', to: '#/operations' },
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
            [kind === 'importContracts' ? '記録したもの' : '記録できるもの', `${count(accepted)}件`],
            ['断られたもの', `${count(refused)}件`],
          ],
        },
        {
          kind: 'links',
          items: [
            saves('行ごとの結果を CSV で保存する', {}, params),
            saves('断られた行だけを CSV で保存する', { verdict: 'refused' }, params),
            saves('行ごとの結果をシフトJISの CSV で保存する', { charset: 'shift_jis' }, params),
          ],
        },
        {
          kind: 'filter',
          path: `/operations/${operationId}`,
          fields: [
            {
              name: 'verdict',
              label: '結果',
              kind: 'pick',
              options: optionsOf(verdicts),
              initial: query['verdict'],
            },
          ],
          submit: '絞り込む',
        },
        {
          kind: 'table',
          heading: '行ごとの結果',
          columns: ['行', '会社名', '結果', '理由'],
          rows: page.items.map((row) => [
            String(row.row),
            row.name,
            row.contractId
              ? { text: '記録した', to: `#/contracts/${row.contractId}` }
              : row.verdict === 'accepted'
                ? '記録できる'
                : '断られた',
            reasons(row),
          ]),
          none: page.nextCursor ? 'ここまでには、当てはまる行がありません。' : 'まだ結果がありません。',
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
