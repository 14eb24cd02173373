import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { start } from '../../functions/local/start.ts'
import { seedDemo } from '../../functions/local/demo.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { askAs } from '../story/client.ts'
import { bookOfRows, bookRow } from '../support/books.ts'

const rows = Number(process.env['ROWS'] ?? 10_000)

/**
 * Imports a whole book on this machine, through the server, on the engine that `npm start` uses, and says how long it
 * took; then exports everything. What a row costs in the table is measured in `test/usecases/imports.test.ts`.
 */
export const importBench = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-bench-'))
  const running = await start({ folder, port: 0, clock: '2026-10-01T09:00:00+09:00' })
  try {
    await seedDemo(running)
    const admin = await askAs(running.url, 'admin@entity.example.jp')
    const body = (n: number) => ({
      format: 'csv',
      content: bookOfRows(...Array.from({ length: n }, () => bookRow())),
      attestedBy: { name: '青木 誠', title: '課長' },
    })
    const finished = async (operationId: string): Promise<{ readonly accepted: number; readonly refused: number }> => {
      for (;;) {
        const { body: operation } = await admin.get(`/v1/operations/${operationId}`)
        if (operation.stage === 'finished') return operation
        await pause(500)
      }
    }

    const seconds = async <Value>(what: string, work: () => Promise<Value>): Promise<Value> => {
      const [begun, used] = [performance.now(), process.cpuUsage()]
      const value = await work()
      const { user, system } = process.cpuUsage(used)
      const took = ((performance.now() - begun) / 1_000).toFixed(1)
      // On a machine that others use too, the second figure says more.
      console.log(`${what}: ${took} s, ${((user + system) / 1e6).toFixed(1)} s of it on a processor`)
      return value
    }

    const book = body(rows)
    console.log(`a book of ${rows} rows: ${(Buffer.byteLength(book.content) / 1e6).toFixed(2)} MB`)
    const taken = await seconds('taken in', () => admin.post('/v1/contract-imports', book))
    const done = await seconds('worked through', () => finished(taken.body.operationId))
    console.log(`accepted ${done.accepted}, refused ${done.refused}`)
    const exported = await admin.post('/v1/exports', undefined)
    await seconds('exported', () => finished(exported.body.operationId))
    const { parts } = (await admin.get(`/v1/exports/${exported.body.operationId}`)).body
    const bytes = parts.reduce((sum: number, part: { bytes: number }) => sum + part.bytes, 0)
    const largest = Math.max(...parts.map((part: { bytes: number }) => part.bytes))
    console.log(
      `in ${parts.length} parts, ${(bytes / 1e6).toFixed(1)} MB, the largest ${(largest / 1e6).toFixed(2)} MB`,
    )
  } finally {
    await running.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
