// @ts-check
import { inWords } from '../problems.js'
import { doubts } from '../words-of-the-standard.js'
import { operationKinds, operationStages, optionsOf, word } from '../words.js'
import { count, following, timeLeft } from './common.js'

/**
 * One 一括処理: how far it is, and what became of each row.
 *
 * @typedef {import('../shapes.js').Page} Page
 * @typedef {import('../shapes.js').Answer<'getOperation'>} Operation
 * @typedef {import('../shapes.js').Answer<'listImportResults'>['items'][number]} Row
 */

/** Why a row is as it is. */
const reasons = (/** @type {Row} */ { problem, replayed, verdict, sameAs, differsFrom, doubts: open = [] }) => {
  if (sameAs !== null) return `${count(sameAs)}行目と同じ内容です。`
  if (verdict === 'accepted')
    return [
      ...(replayed ? ['前に取り込んだときの結果のままです。'] : []),
      ...open.map(({ clause, kind }) => `${clause}：${word(doubts, kind)}。`),
    ]
  const differs = differsFrom
    ? [`${count(differsFrom.row)}行目と同じ中小企業・サービスですが、${differsFrom.columns.join('、')}が違います。`]
    : []
  const { what, sayings } = inWords(/** @type {any} */ (problem))
  // A form error names the book's column; a breach says in words what it is about.
  const breachesStandard = problem?.kind !== 'malformed'
  return sayings.length > 0
    ? [...sayings.map(({ where, said }) => (breachesStandard ? said : `${where} ${said}`.trim())), ...differs]
    : what
}

const shownRows = 10

/** Where a row is found again: in its file, and by its own number. @param {Row} row */
const placeOf = ({ row, line }) =>
  line === null ? `${count(row)}行目` : `行番号${row}（ファイルの${count(line)}行目）`

/** What a dry run says of rows that it judged. @type {(rows: readonly Row[], can: string) => readonly string[]} */
export const judged = (rows, can) => {
  const no = rows.filter(({ verdict }) => verdict === 'refused')
  return [
    `${count(rows.length)}行のうち、${count(rows.length - no.length)}行を${can}、${count(no.length)}行は断られます。`,
    ...no.slice(0, shownRows).map((row) => `${placeOf(row)}: ${[reasons(row)].flat().join(' ')}`),
    ...(no.length > shownRows ? [`ほかに${count(no.length - shownRows)}行が断られます。`] : []),
  ]
}

/** @type {(text: string, query: Readonly<Record<string, string>>, params: Readonly<Record<string, string>>) => import('../shapes.js').FileLink} */
const saves = (text, query, params) => ({
  text,
  saves: 'downloadImportResults',
  as: `行ごとの結果-${params['operationId']}${query['part'] ? `-${query['part']}` : ''}.csv`,
  params,
  query,
})

const rowsInPart = 2_000

/** A long book's results part by part, since one answer may not hold them. @type {(operation: Operation, params: Readonly<Record<string, string>>) => readonly import('../shapes.js').FileLink[]} */
const parts = ({ kind, total }, params) =>
  (kind === 'importContracts' || kind === 'rehearseImport') && total !== null && total > rowsInPart
    ? Array.from({ length: Math.ceil(total / rowsInPart) }, (_, index) =>
        saves(
          `${count(index * rowsInPart + 1)}件目から${count(Math.min((index + 1) * rowsInPart, total))}件目までを CSV で保存する`,
          { part: String(index + 1) },
          params,
        ),
      )
    : []

const verdicts = { accepted: '記録した・記録できる', refused: '断られた' }

/** Where one goes back to: the list it stands in, or the case whose takeovers it works on. @type {(operation: Operation) => import('../shapes.js').Link} */
const backFrom = ({ discontinuanceId, kind }) => {
  if (kind === 'recordFormReading') return { text: '一括処理', to: '#/operations' }
  return discontinuanceId
    ? { text: '提供困難案件', to: `#/cases/${discontinuanceId}` }
    : { text: '台帳の取込み', to: '#/imports' }
}

/** What an accepted row means. */
const acceptedIn = (/** @type {Operation['kind']} */ kind) => (kind === 'rehearseImport' ? '記録できる' : '記録した')

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
      label:
        total === null
          ? '対象の契約を調べています。'
          : `全${count(total)}件のうち${count(done)}件が済みました。${timeLeft(secondsLeft)}`,
      done,
      total: total ?? 0,
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
      back: backFrom(found),
      ...again,
      blocks: [
        progress,
        {
          kind: 'facts',
          rows: [
            [`${acceptedIn(kind)}もの`, `${count(accepted)}件`],
            ['断られたもの', `${count(refused)}件`],
          ],
        },
        {
          kind: 'links',
          items: [
            saves('行ごとの結果を CSV で保存する', {}, params),
            saves('断られた行だけを CSV で保存する', { verdict: 'refused' }, params),
            saves('行ごとの結果をシフトJISの CSV で保存する', { charset: 'shift_jis' }, params),
            ...parts(found, params),
            ...(kind === 'importContracts' && stage === 'finished' && accepted > 0
              ? [{ text: '様式の確認を記録する', to: `#/operations/${operationId}/form-reading` }]
              : []),
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
            row.contractId && row.name
              ? { text: row.verdict === 'accepted' ? '記録した' : '断られた', to: `#/contracts/${row.contractId}` }
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
