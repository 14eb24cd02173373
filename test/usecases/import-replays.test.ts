import { shortNumberOf } from '../../shared/domain/short-number.ts'
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, describe, expect, test } from 'vitest'
import { packed, unpacked } from '../../functions/adapters/canonical.ts'
import { attestedBy, bookOfRows, bookRow } from '../support/books.ts'
import { leave } from '../support/cancelling.ts'
import type { Ask } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'
import { corporateNumber, draft, good, nextNumber, paper } from '../support/parties.ts'
import { rowsIn } from '../support/table-rows.ts'

const { house, parties, net } = await marketplace()
const one = await parties.reseller('R1', [net])
const other = await parties.reseller('R2', [net])

const book = (content: string) => ({ format: 'csv', content, attestedBy })
const rehearsed = async (...rows: readonly string[]): Promise<any[]> =>
  good(await parties.staff.post('/v1/contract-imports?dryRun=true', book(bookOfRows(...rows)))).rows
const recorded = async (...rows: readonly string[]): Promise<any[]> => {
  const { operationId } = good(await parties.staff.post('/v1/contract-imports', book(bookOfRows(...rows))))
  await house.settle()
  return good(await parties.staff.get(`/v1/operations/${operationId}/rows`)).items
}

beforeEach(() => house.clock.set('2026-10-01T09:00:00+09:00'))

describe('the row of a contract that is over', () => {
  const words = { words: '権限のない人が結んだ。', by: '結城 京子' }
  const annulled = async (id: string) => good(await parties.admin.post(`/v1/contracts/${id}/annul`, words))
  const ended: Readonly<Record<string, (id: string) => Promise<unknown>>> = {
    left: (id) => leave(parties.staff, id, house.clock.today()),
    'ended by agreement': async (id) =>
      good(
        await parties.admin.post(`/v1/contracts/${id}/terminate`, {
          ...words,
          on: house.clock.today(),
          ground: 'agreed',
          warned: null,
        }),
      ),
  }

  test('that was annulled is judged anew, and the dry run says the same (C18)', async () => {
    const row = bookRow()
    const [{ contractId: before }] = await recorded(row)
    await annulled(before)
    expect(await rehearsed(row)).toMatchObject([
      { verdict: 'accepted', contractId: null, replayed: false, formerly: before },
    ])
    const [anew] = await recorded(row)
    expect(anew).toMatchObject({ verdict: 'accepted', replayed: false, formerly: before })
    expect(anew.contractId).not.toBe(before)
    expect(good(await parties.staff.get(`/v1/contracts/${anew.contractId}`)).stage).toBe('live')
    // And what it made now stands: from here on it is that.
    const again = { verdict: 'accepted', contractId: anew.contractId, replayed: true, formerly: null }
    expect(await rehearsed(row)).toMatchObject([again])
    expect(await recorded(row)).toMatchObject([again])
    await annulled(anew.contractId)
    expect(await recorded(row)).toMatchObject([{ replayed: false, formerly: anew.contractId }])
  })

  test.each(Object.keys(ended))('that was %s makes no second contract, in the run as in the dry run', async (how) => {
    const n = nextNumber()
    const row = bookRow({}, n)
    const [{ contractId: before }] = await recorded(row)
    await ended[how]?.(before)
    // The same paper, in whichever row of whichever file and however its cells are written.
    for (const same of [row, bookRow({ 行番号: '8', 契約日: '2026/6/1', '月額(税抜)': '¥9,800' }, n)])
      for (const [result] of [await rehearsed(same), await recorded(same)]) {
        expect(result).toMatchObject({
          verdict: 'refused',
          contractId: null,
          formerly: null,
          problem: { kind: 'out-of-order', what: 'signedOn', given: '2026-06-01', notBefore: '2026-10-02' },
        })
        expect(result.problem.why.ja).toContain(`（${before}）は、2026年10月1日に終わっています`)
      }
    const { items } = good(await parties.staff.get(`/v1/contracts?corporateNumber=${corporateNumber(n)}`))
    expect(items).toMatchObject([{ contractId: before, stage: 'ended' }])
  })

  test.each(['2026-10-02', '2026-10-01'])(
    'whose firm left and concluded anew on paper, on %s, is that paper’s',
    async (signedOn) => {
      const n = nextNumber()
      const [{ contractId: before }] = await recorded(bookRow({}, n))
      await ended['left']?.(before)
      house.clock.set('2026-10-02T09:00:00+09:00')
      const anew = bookRow({ 契約日: signedOn, 説明日: signedOn }, n)
      expect(await rehearsed(anew)).toMatchObject([{ verdict: 'accepted', formerly: null }])
      const [made, old] = await recorded(anew, bookRow({}, n))
      expect(made).toMatchObject({ verdict: 'accepted', replayed: false })
      expect(made.contractId).not.toBe(before)
      // Beside it the old row is refused as ever.
      expect(old).toMatchObject({ verdict: 'refused' })
    },
  )

  test('that was left on the very day it was signed makes no second one either', async () => {
    const row = bookRow({ 契約日: '2026-10-01', 説明日: '2026-10-01' })
    const [{ contractId: before }] = await recorded(row)
    await ended['left']?.(before)
    expect(await recorded(row)).toMatchObject([
      { verdict: 'refused', problem: { given: '2026-10-01', notBefore: '2026-10-02' } },
    ])
  })

  test('whose SME has another contract by now is refused by both, naming that one and where it differs (C18, C20)', async () => {
    const n = nextNumber()
    const row = bookRow({}, n)
    const [{ contractId: before }] = await recorded(row)
    await annulled(before)
    const given = paper(net, { n, resellerId: one.resellerId, terms: { monthlyFeeExTaxYen: 9_700, terminals: 0 } })
    const { contractId } = good(await parties.staff.post('/v1/contracts/attest', given))
    for (const [result] of [await rehearsed(row), await recorded(row)]) {
      expect(result).toMatchObject({
        verdict: 'refused',
        replayed: false,
        problem: { clause: '第2章1.(6)', standing: { contractId, name: given.sme.name } },
      })
      expect(result.problem.standing.differs).toContainEqual({
        what: 'terms.monthlyFeeExTaxYen',
        standing: '9,700円',
        given: '9,800円',
      })
      expect(result.problem.breaches[0].why.ja).toContain(shortNumberOf(contractId))
    }
  })

  test('that expired is refused for its term by both (C18, C19)', async () => {
    const row = bookRow()
    await recorded(row)
    house.clock.set('2027-06-01T09:00:00+09:00')
    await house.runContractSchedule()
    for (const [result] of [await rehearsed(row), await recorded(row)])
      expect(result).toMatchObject({ verdict: 'refused', problem: { what: 'terms.endOn', given: '2027-05-31' } })
  })
})

describe('a contract that stands already', () => {
  const asked = async (ask: Ask, n: number) => {
    const { status, body } = await ask.post('/v1/contracts', draft(net, { n }))
    expect([status, body.clause]).toEqual([422, '第2章1.(6)'])
    return body
  }

  test('is named to its implementing entity and to the reseller whose own it is, and to no other (C20)', async () => {
    const n = nextNumber()
    const { contractId } = good(await one.ask.post('/v1/contracts/attest', paper(net, { n })))
    for (const ask of [one.ask, one.staff, parties.admin, parties.staff])
      expect((await asked(ask, n)).standing).toMatchObject({ contractId })
    for (const ask of [other.ask, other.staff]) {
      const body = await asked(ask, n)
      expect(body.standing).toBeUndefined()
      expect(JSON.stringify(body)).not.toContain(contractId)
    }
  })
})

describe('the command of an imported row', () => {
  /** The record of the command that made a contract, found by what it was answered. */
  const recordOf = async (contractId: string) => {
    const records = (await rowsIn(house.table)).filter(({ pk }) => String(pk).includes('#importRow#'))
    const found = records.find(({ z }) => (unpacked(z as Uint8Array) as any).contractId === contractId)
    if (!found) throw new Error('no record')
    return found
  }

  test('keeps for ever which contract it made and what was left open, and not the view of it', async () => {
    const [{ contractId, doubts }] = await recorded(bookRow())
    const record = await recordOf(contractId)
    expect(record['ttl']).toBeUndefined()
    expect(unpacked(record['z'] as Uint8Array)).toEqual({ contractId, stage: 'live', doubts })
    expect((record['z'] as Uint8Array).length).toBeLessThan(300)
  })

  test('that an earlier version answered with the whole view replays as that answer says, and leaves it as stored', async () => {
    const row = bookRow()
    const [first] = await recorded(row)
    const { pk, sk } = await recordOf(first.contractId)
    const view = packed(good(await parties.staff.get(`/v1/contracts/${first.contractId}`)))
    await house.table.db.send(
      new UpdateCommand({
        TableName: house.table.name,
        Key: { pk, sk },
        UpdateExpression: 'SET z = :z',
        ExpressionAttributeValues: { ':z': view },
      }),
    )
    expect(await rehearsed(row)).toEqual([{ ...first, replayed: true }])
    expect(await recorded(row)).toEqual([{ ...first, replayed: true }])
    expect(Buffer.from((await recordOf(first.contractId))['z'] as Uint8Array)).toEqual(Buffer.from(view))
  })
})

test('a row that was refused keeps the refusal on its results paper, and is shown the problem', async () => {
  const { operationId } = good(
    await parties.staff.post('/v1/contract-imports', book(bookOfRows(bookRow({ サービスコード: 'NONE' })))),
  )
  await house.settle()
  const [kept] = ((await house.deps.ledger.paper(operationId, 'results-0001')) as any).rows
  expect(kept).toMatchObject({ verdict: 'refused', contractId: null, refusal: { kind: 'malformed' } })
  expect(kept.refusal).not.toHaveProperty('title')
  expect(kept).not.toHaveProperty('problem')
  const [shown] = good(await parties.staff.get(`/v1/operations/${operationId}/rows`)).items
  expect(shown).toMatchObject({ verdict: 'refused', problem: { type: '/problems/malformed', status: 400 } })
  expect(shown).not.toHaveProperty('refusal')
})
