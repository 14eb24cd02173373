import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { parse } from 'csv-parse/sync'
import Encoding from 'encoding-japanese'
import { startServer, type Server } from '../kills/server.ts'
import { askAs, type Ask } from '../story/client.ts'
import { attestedBy } from '../support/books.ts'
import { figure } from '../support/figures.ts'
import { good } from '../support/parties.ts'
import { bookWithFaults, readPlainly, type Verdict } from './import-book.ts'

const rows = Number(process.env['ROWS'] ?? 10_000)
/** How far the import has come when the power goes, and what it takes with it. */
const kills = [
  { part: 0.2, what: 'server' },
  { part: 0.4, what: 'both' },
  { part: 0.6, what: 'server' },
  { part: 0.8, what: 'both' },
] as const
// What was written before is delivered first, letters and lists of thousands of contracts among it.
const stalledMs = 600_000

const tell = (name: string, value: number | string): void => {
  figure(`import of ${rows}: ${name}`, value)
  console.log(`${name}: ${value}`)
}

const seconds = (ms: number): number => Math.round(ms / 100) / 10
const load = (): number => Math.round((loadavg()[0] ?? 0) * 10) / 10

/** Asks until an operation has done so many rows or is finished. One that does not move any more is a failure. */
const operationAt = async (ask: Ask, operationId: string, enough: number): Promise<any> => {
  let [last, movedAt] = [-1, performance.now()]
  for (;;) {
    const operation = good(await ask.get(`/v1/operations/${operationId}`))
    if (operation.stage === 'finished' || operation.done >= enough) return operation
    if (operation.done !== last) [last, movedAt] = [operation.done, performance.now()]
    if (performance.now() - movedAt > stalledMs) throw new Error(`${operationId} stands still at ${last}`)
    await pause(500)
  }
}

const allOf = async (ask: Ask, path: string): Promise<readonly any[]> => {
  const items: any[] = []
  for (let cursor = ''; ; ) {
    const page = good(await ask.get(`${path}?limit=200${cursor}`))
    items.push(...page.items)
    if (page.nextCursor === null) return items
    cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`
  }
}

const verdictOf = ({ row, name, verdict, problem }: any): Verdict => ({
  row,
  name,
  verdict,
  why: problem === null ? null : (problem.clause ?? ''),
})

/** The server of the moment. */
type Now = { server: Server }

const asStaff = ({ server }: Now): Promise<Ask> => askAs(server.url, 'staff@entity.example.jp')

/** Kills the server again and again while it works through a book, starts it each time, and waits until the book is done. */
const throughKills = async (folder: string, now: Now, operationId: string): Promise<void> => {
  const began = performance.now()
  let [away, longest] = [0, 0]
  for (const { part, what } of kills) {
    const ask = await asStaff(now)
    const { stage, done } = await operationAt(ask, operationId, rows * part)
    assert.notEqual(stage, 'finished', 'too few rows to be killed in the middle of them')
    await now.server.kill(what)
    const killed = performance.now()
    now.server = await startServer(folder)
    const up = performance.now()
    const { done: further } = await operationAt(await asStaff(now), operationId, done + 1)
    assert(further > done)
    const back = performance.now()
    away += up - killed
    longest = Math.max(longest, back - up)
    console.log(
      `kill -9 (${what}) at row ${done}: up again after ${seconds(up - killed)} s, the next step ${seconds(back - up)} s later`,
    )
  }
  await operationAt(await asStaff(now), operationId, Infinity)
  const took = performance.now() - began
  tell('kills -9, every second one with the engine', kills.length)
  tell('s from taken in to finished, kills and starts included', seconds(took))
  tell('rows a second, kills and starts included', Math.round((rows / took) * 10_000) / 10)
  tell('s of it without a server', seconds(away))
  tell('rows a second, while there was a server', Math.round((rows / (took - away)) * 10_000) / 10)
  tell('s from a start to the next step on record, the longest', seconds(longest))
}

/** Every row has one result, the right one; every accepted row one contract; and the table to save says the same. */
const compare = async (ask: Ask, operationId: string, plain: readonly Verdict[]): Promise<readonly any[]> => {
  const results = await allOf(ask, `/v1/operations/${operationId}/rows`)
  assert.deepEqual(results.map(verdictOf), plain)
  const accepted = results.filter(({ verdict }) => verdict === 'accepted')
  const operation = good(await ask.get(`/v1/operations/${operationId}`))
  assert.deepEqual(
    [operation.total, operation.done, operation.accepted, operation.accepted + operation.refused],
    [rows, rows, accepted.length, rows],
  )

  const contracts = await allOf(ask, '/v1/contracts')
  const said = (id: string, name: string) => `${id} ${name}`
  assert.deepEqual(
    contracts.map(({ contractId, sme, stage }) => `${said(contractId, sme.name)} ${stage}`).toSorted(),
    accepted.map(({ contractId, name }) => `${said(contractId, name)} live`).toSorted(),
  )
  assert.equal(new Set(accepted.map(({ contractId }) => contractId)).size, accepted.length)

  const { status, text } = await ask.get(`/v1/operations/${operationId}/rows.csv`)
  assert.equal(status, 200)
  const table: Record<string, string>[] = parse(text, { bom: true, columns: true })
  assert.deepEqual(
    table.map((line) => [line['行番号'], line['会社名'], line['結果'], line['契約番号'], line['条項']]),
    results.map(({ row, name, verdict, contractId, problem }) => [
      String(row),
      name,
      verdict === 'accepted' ? '記録済み' : '不受理',
      contractId ?? '',
      problem?.clause ?? '',
    ]),
  )
  return results
}

const inShiftJis = (text: string): string =>
  Buffer.from(
    Encoding.convert(Encoding.stringToCode(text), { from: 'UNICODE', to: 'SJIS', fallback: 'error' }),
  ).toString('base64')

const exported = async (admin: Ask): Promise<void> => {
  const began = performance.now()
  const { operationId } = good(await admin.post('/v1/exports'))
  await operationAt(admin, operationId, Infinity)
  tell('s to export all of it', seconds(performance.now() - began))
  const { parts } = good(await admin.get(`/v1/exports/${operationId}`))
  const bytes: readonly number[] = parts.map((part: { readonly bytes: number }) => part.bytes)
  const megabytes = (count: number): string => (count / 1e6).toFixed(2)
  const sum = bytes.reduce((all, one) => all + one, 0)
  tell('the export', `${bytes.length} parts, ${megabytes(sum)} MB, the largest ${megabytes(Math.max(...bytes))} MB`)
}

/**
 * Imports a whole book, in Shift_JIS, through a server as `npm start` runs it, which is killed in the middle of it and
 * started again; nobody asks for the import again. Compares what became of it with a plain reading, sends the same book
 * in UTF-8, which must find the same contracts, and exports everything. What a row costs in the table is measured in
 * `test/usecases/imports.test.ts`.
 */
export const importBench = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-bench-'))
  const book = bookWithFaults(rows)
  const plain = readPlainly(book)
  tell('load of the machine before', load())
  const now: Now = { server: await startServer(folder) }
  try {
    const sent = performance.now()
    const taken = good(
      await (await asStaff(now)).post('/v1/contract-imports', {
        format: 'csv',
        contentBase64: inShiftJis(book),
        attestedBy,
      }),
    )
    tell('s to be taken in, in Shift_JIS', seconds(performance.now() - sent))
    await throughKills(folder, now, taken.operationId)
    const staff = await asStaff(now)
    const first = await compare(staff, taken.operationId, plain)
    const accepted = first.filter(({ verdict }) => verdict === 'accepted').length
    tell('rows with one result each, in the list and in the CSV', first.length)
    tell('accepted, each with one contract, and no other contract listed', accepted)
    tell('refused, as in a plain reading of the book', first.length - accepted)
    tell('rows on record when a kill came, and found again', first.filter(({ replayed }) => replayed).length)

    const sentAgain = performance.now()
    const { operationId } = good(await staff.post('/v1/contract-imports', { format: 'csv', content: book, attestedBy }))
    await operationAt(staff, operationId, 1)
    tell('s to the first step of the same book in UTF-8', seconds(performance.now() - sentAgain))
    await operationAt(staff, operationId, Infinity)
    tell('s for the same book in UTF-8, nothing new on record', seconds(performance.now() - sentAgain))
    const second = await compare(staff, operationId, plain)
    assert(second.every(({ verdict, replayed }) => replayed === (verdict === 'accepted')))
    const contractIds = (results: readonly any[]) => results.map(({ contractId }) => contractId)
    assert.deepEqual(contractIds(second), contractIds(first))
    await exported(await askAs(now.server.url, 'admin@entity.example.jp'))
    tell('load of the machine after', load())
  } finally {
    await now.server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
