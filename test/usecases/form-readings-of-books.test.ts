import { describe, expect, test } from 'vitest'
import { costPerReading } from '../../functions/usecases/form-readings/record-form-reading.ts'
import { runJob } from '../../functions/processes/run-job.ts'
import { attestedBy, bookOfRows, bookRow } from '../support/books.ts'
import { countedIds } from '../support/counted-ids.ts'
import { figure } from '../support/figures.ts'
import { formReading } from '../support/form-reading.ts'
import { marketplace } from '../support/marketplace.ts'
import { meterOn } from '../support/meter.ts'
import { good } from '../support/parties.ts'

const { house, parties, net } = await marketplace({ ids: countedIds() })
const { admin, staff } = parties
await parties.reseller('R1', [net])
const everythingStated = formReading(house.clock.today(), {})

const recordOf = async (reading: object) => {
  const reply = await staff.post('/v1/form-readings', { ...everythingStated, ...reading })
  await house.settle()
  return reply
}
const read = async (more: object) => good(await recordOf(more)).operationId as string
const outcome = async (operationId: string) => good(await staff.get(`/v1/operations/${operationId}`))
const rowsOf = async (operationId: string) =>
  good(await staff.get(`/v1/operations/${operationId}/rows?limit=100`)).items
const verdictOf = async (contractId: string, clause: string) =>
  good(await admin.get(`/v1/contracts/${contractId}/conformity`)).clauses.find(({ label }: any) => label === clause)
    .verdict as string
const readings = (contractId: string) => admin.get(`/v1/contracts/${contractId}/form-readings`)

describe('a reading of the form that rows of a book were signed on', () => {
  const imported = async (...rows: readonly string[]) => {
    const body = { format: 'csv', content: bookOfRows(...rows), attestedBy }
    const { operationId } = good(await staff.post('/v1/contract-imports', body))
    await house.settle()
    return { operationId, rows: await rowsOf(operationId) }
  }
  const row = (number: number, more: object = {}) => bookRow({ 行番号: String(number), ...more })

  test('is of all 40 rows that were put on record, in two transactions, and of none that was refused', async () => {
    const { operationId, rows } = await imported(
      ...Array.from({ length: 40 }, (_, index) => row(index + 1)),
      row(41, { '初期費用(税抜)': '500001' }),
    )
    const made = rows.map(({ contractId }: any) => contractId).filter((id: string | null) => id !== null)
    expect(made).toHaveLength(40)
    for (const id of [made[0], made[39]]) expect(await verdictOf(id, '第2章1.(5)')).toBe('awaited')
    const done = await outcome(await read({ on: { operationId } }))
    expect(done).toMatchObject({ kind: 'recordFormReading', stage: 'finished', total: 40, accepted: 40, refused: 0 })
    for (const id of [made[0], made[39]]) expect(await verdictOf(id, '第2章1.(5)')).toBe('kept')
  })

  test('is of the rows it names, by the numbers of the book; a row that put nothing on record has none', async () => {
    const { operationId, rows } = await imported(row(101), row(102), row(103, { '初期費用(税抜)': '500001' }))
    const [first, second] = rows.map(({ contractId }: any) => contractId)
    const results = await rowsOf(await read({ on: { operationId, rows: [102, 103, 7] } }))
    expect(results.map(({ row: number, contractId, problem }: any) => [number, contractId, problem?.kind])).toEqual([
      [102, second, undefined],
      [103, null, 'not-found'],
      [7, null, 'not-found'],
    ])
    expect(await verdictOf(first, '第2章1.(5)')).toBe('awaited')
    expect(await verdictOf(second, '第2章1.(5)')).toBe('kept')
  })

  test('reaches a contract once where two rows say the same', async () => {
    const same = row(201)
    const { operationId, rows } = await imported(same, same)
    const done = await outcome(await read({ on: { operationId } }))
    expect([done.total, done.accepted]).toEqual([2, 2])
    expect(good(await readings(rows[0].contractId)).items).toHaveLength(1)
  })

  test('waits until the book is through, and is of no other kind of work', async () => {
    const body = { format: 'csv', content: bookOfRows(row(301)), attestedBy }
    const { operationId } = good(await staff.post('/v1/contract-imports', body))
    const early = await staff.post('/v1/form-readings', { ...everythingStated, on: { operationId } })
    expect([early.status, early.body.kind, early.body.what]).toEqual([409, 'wrong-stage', 'operation'])
    await house.settle()
    const reading = await read({ on: { operationId } })
    const other = await recordOf({ on: { operationId: reading } })
    expect([other.status, other.body.kind]).toEqual([404, 'not-found'])
  })

  test('costs the worker for each of 62 contracts what is written beside it', async () => {
    const { operationId } = await imported(...Array.from({ length: 62 }, (_, index) => row(index + 1)))
    const reading = good(await staff.post('/v1/form-readings', { ...everythingStated, on: { operationId } }))
    const meter = meterOn(house.table)
    await runJob(house.deps)({ stream: reading.operationId, seq: 1 }, () => true)
    const spent = meter.read()
    const { accepted } = await outcome(reading.operationId)
    expect(accepted).toBe(62)
    for (const what of ['requests', 'readUnits', 'writeUnits'] as const) {
      const each = spent[what] / accepted
      figure(`a form read: ${what} a contract`, each.toFixed(2))
      expect(each, what).toBeLessThanOrEqual(costPerReading[what])
      expect(each).toBeGreaterThan(costPerReading[what] * 0.9)
    }
  })
})
