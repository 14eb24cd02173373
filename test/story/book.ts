import { expectedVerdicts, sampleBook } from '../support/sample-books.ts'
import type { Cast } from './cast.ts'
import { until } from './client.ts'
import { isOf, type Teller } from './teller.ts'

type Row = { row: number; verdict: string; contractId: string | null; replayed: boolean; name: string; problem: any }

const importOnce = async ({ staff }: Cast, { done, say, must }: Teller, what: string) => {
  const accepted = await staff.post('/v1/contract-imports', {
    format: 'csv',
    content: sampleBook,
    attestedBy: { name: '青木 誠', title: '契約管理課' },
  })
  must(accepted.status === 202, `${what}: 受け付けられた（202）`, accepted.body)
  const { operationId } = accepted.body
  const begun = Date.now()
  let shown = -1
  await until(async () => {
    const { stage, done: through, total } = done(await staff.get(`/v1/operations/${operationId}`))
    const tenth = Math.floor((through / total) * 10)
    if (tenth > shown) say(`  … ${through}/${total} 行`)
    shown = Math.max(shown, tenth)
    return stage === 'finished' ? true : undefined
  }, 'import')
  say(`  ${((Date.now() - begun) / 1000).toFixed(1)} 秒で終わった。`)
  const rows: Row[] = []
  for (let cursor = ''; ; ) {
    const page = done(await staff.get(`/v1/operations/${operationId}/rows${cursor}`))
    rows.push(...page.items)
    if (page.nextCursor === null) return { operationId, rows }
    cursor = `?cursor=${page.nextCursor}`
  }
}

const names = (): ReadonlyMap<number, string> =>
  new Map(
    sampleBook
      .split('\r\n')
      .slice(1)
      .filter(Boolean)
      .map((line) => {
        const [row, , , rest = ''] = line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
        return [Number(row), rest.startsWith('"') ? rest.slice(1, -1).replaceAll('""', '"') : rest]
      }),
  )

/** 6. The book of 500 paper contracts. */
export const importBook = async (cast: Cast, teller: Teller): Promise<readonly Row[]> => {
  const { chapter, say, must, done, figures } = teller
  chapter('6. 紙で結んだ契約500件の台帳を取り込む')
  const first = await importOnce(cast, teller, '一回目')
  const byRow = new Map(first.rows.map((row) => [row.row, row]))

  let right = 0
  for (const { row, verdict, clause, kind } of expectedVerdicts) {
    const got = byRow.get(row)
    const clauses: string[] = (got?.problem?.breaches ?? []).map((breach: { clause: string }) => breach.clause)
    const asExpected =
      got?.verdict === verdict &&
      (clause === undefined || (clauses.length > 0 && clauses.every((label) => isOf(label, clause)))) &&
      (kind === undefined || got.problem.kind === kind)
    if (asExpected) right += 1
    else must(false, `${row}行目は ${verdict} ${clause ?? kind ?? ''}`, got)
  }
  must(
    right === 500 && first.rows.length === 500,
    `500行すべての結果が、期待どおり・期待した理由で出た（${right}/500）`,
  )
  figures['期待どおりの結果'] = right

  const tally = new Map<string, number>()
  for (const { verdict, problem } of first.rows) {
    const why = verdict === 'accepted' ? '記録済み' : (problem.clause ?? problem.title)
    tally.set(why, (tally.get(why) ?? 0) + 1)
  }
  for (const [why, n] of [...tally].sort(([, a], [, b]) => b - a)) say(`    ${String(n).padStart(3)}件 ${why}`)

  const second = await importOnce(cast, teller, '二回目（同じファイル）')
  const ids = (rows: readonly Row[]) =>
    JSON.stringify(rows.map(({ row, verdict, contractId }) => [row, verdict, contractId]))
  must(ids(first.rows) === ids(second.rows), '二回取り込んでも、何も変わらない')
  must(
    second.rows.filter(({ verdict }) => verdict === 'accepted').every(({ replayed }) => replayed),
    '受理済みの行には、最初の結果が返る',
  )

  const given = names()
  const found = new Map<string, string>()
  for (let cursor = ''; ; ) {
    const page = done(await cast.staff.get(`/v1/contracts?limit=200${cursor}`))
    for (const { contractId, sme } of page.items) found.set(contractId, sme.name)
    if (page.nextCursor === null) break
    cursor = `&cursor=${page.nextCursor}`
  }
  const wrongNames = first.rows.filter(({ row, contractId }) => contractId && found.get(contractId) !== given.get(row))
  must(wrongNames.length === 0, '会社名は1バイトも変わらずに返ってくる（髙・𠮷・㈲・ｱﾙﾌｧｰﾄ）', wrongNames.slice(0, 3))
  const csv = (await cast.staff.get(`/v1/operations/${first.operationId}/rows.csv`)).text
  must(
    csv.startsWith('\ufeff') && !/(^|,)"?[=+@]/m.test(csv.slice(1)) && csv.includes(`'=HYPERLINK`),
    '「=」で始まる名前も、CSV の中では動かない',
  )
  figures['取り込んだ契約'] = first.rows.filter(({ verdict }) => verdict === 'accepted').length
  return first.rows
}
