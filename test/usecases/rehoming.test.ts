import { extent } from '../support/extent.ts'
import { describe, expect, test } from 'vitest'
import { runJob } from '../../functions/processes/run-job.ts'
import { newHouse } from '../support/house.ts'
import { justBefore } from '../support/interleaving.ts'
import { consent, type Leaver } from '../support/leaving.ts'
import { shiftJisOf } from '../../functions/adapters/csv/shift-jis.ts'
import { marketplace } from '../support/marketplace.ts'
import { good, paper, partiesIn } from '../support/parties.ts'

const { house, parties, net, leaver, attested, stopped, read } = await marketplace()

/** How many are moved at once where something comes between. */
const many = extent(24, 40)

describe('moving the contracts of a reseller that stopped to another, all at once', () => {
  const rowsOf = async (operationId: string) =>
    good(await parties.staff.get(`/v1/operations/${operationId}/rows?limit=200`)).items
  const operation = async (operationId: string) => good(await parties.staff.get(`/v1/operations/${operationId}`))
  const takeoversOf = async (path: string) => good(await parties.staff.get(path)).takeovers
  const settledOf = async (contractId: string) =>
    good(await parties.staff.get(`/v1/contracts/${contractId}/ledger`)).items.filter(
      ({ event }: any) => event.type === 'takeover-settled',
    )

  const caseOf = async (contracts: number) => {
    const one = await leaver()
    const ids: string[] = []
    for (let n = 0; n < contracts; n += 1) ids.push(await attested(one))
    const about = await stopped(one)
    await house.settle()
    return { ...about, one, ids }
  }
  const moveTo = (path: string, resellerId: string, ids: readonly string[]) =>
    parties.staff.post(`${path}/moves`, { resellerId, rows: ids.map((contractId) => ({ contractId, consent })) })

  test('a dry run says of each row what would become of it, and moves nothing', async () => {
    const { path, one, ids } = await caseOf(2)
    const second = await leaver()
    const [moving, without] = ids
    const rows = [{ contractId: moving, consent }, { contractId: without }]
    const to = { resellerId: second.resellerId }
    const tried = good(await parties.staff.post(`${path}/moves?dryRun=true`, { ...to, rows }))
    expect(tried).toMatchObject({ stage: 'finished', total: 2, accepted: 1, refused: 1 })
    expect(tried.rows).toMatchObject([
      { row: 1, verdict: 'accepted', contractId: moving, problem: null },
      { row: 2, verdict: 'refused', contractId: without, problem: { kind: 'incomplete', what: 'consent' } },
    ])
    await house.settle()
    expect((await parties.staff.get(`/v1/operations/${tried.operationId}`)).status).toBe(404)
    expect(await takeoversOf(path)).toMatchObject({ settled: 0 })
    expect((await read(moving ?? '')).resellerId).toBe(one.resellerId)

    const begun = good(await parties.staff.post(`${path}/moves`, { ...to, rows }))
    await house.settle()
    expect([begun.rows, await rowsOf(begun.operationId)]).toEqual([null, tried.rows])

    const long = Array.from({ length: 501 }, (_, n) => ({
      contractId: moving?.slice(0, -3) + String(n + 100),
      consent,
    }))
    const read501 = good(await parties.staff.post(`${path}/moves?dryRun=true`, { ...to, rows: long }))
    expect([read501.rows, read501.total]).toEqual([null, 501])
  })

  test('takes a book as Excel saves it, says of each row what became of it, and keeps who answered when', async () => {
    const { path, one, ids } = await caseOf(4)
    const second = await leaver()
    const [moved, without, early, wrong] = ids
    const content = [
      '契約番号,会社名,承諾した人,承諾した日,承諾の方法',
      `${moved},髙橋商店,社長,2026-10-01,電話`,
      `${without},,,,`,
      `${early},,社長,2026-10-02,書面`,
      `${wrong},,社長,10月1日,口頭`,
    ].join('\r\n')
    const raw = shiftJisOf(content)
    if (!raw.ok) throw new Error('not in Shift_JIS')
    const begun = await parties.staff.post(`${path}/moves?resellerId=${second.resellerId}`, undefined, {
      raw: raw.value,
      headers: { 'content-type': 'text/csv; charset=Shift_JIS' },
    })
    expect([begun.status, begun.body]).toMatchObject([202, { kind: 'moveContracts', total: 4 }])
    await house.settle()
    const { operationId } = begun.body
    expect(await operation(operationId)).toMatchObject({ stage: 'finished', accepted: 1, refused: 3 })
    expect(await rowsOf(operationId)).toMatchObject([
      { row: 1, verdict: 'accepted', contractId: moved, problem: null },
      { row: 2, verdict: 'refused', contractId: without, problem: { kind: 'incomplete', what: 'consent' } },
      { row: 3, verdict: 'refused', contractId: early, problem: { kind: 'out-of-order', what: 'consent.on' } },
      { row: 4, verdict: 'refused', contractId: wrong, problem: { kind: 'malformed' } },
    ])
    const csv = (await parties.staff.get(`/v1/operations/${operationId}/rows.csv`)).text
    expect(csv).toContain('契約の相手方の変更や終了には、ユーザー自身の意思の記録が要ります')
    expect(csv).toContain(
      '承諾した日: 「10月1日」には、年がありません。2026-06-01 の形で入れてください。 承諾の方法: 「口頭」は選べません。次のどれかを入れてください: 書面、メール、電話、訪問。',
    )

    const { responsibility, counterparty, takeover } = await read(moved ?? '')
    expect(takeover).toMatchObject({ stage: 'settled', settlement: 'movedToReseller' })
    expect(responsibility.intervals.map(({ party }: any) => party)).toEqual([
      one.resellerId,
      parties.entityId,
      second.resellerId,
    ])
    expect(counterparty.intervals.map(({ party }: any) => party)).toEqual([one.resellerId, second.resellerId])
    expect((await second.ask.get(`/v1/contracts/${moved}`)).status).toBe(200)
    expect((await one.ask.get(`/v1/contracts/${moved}`)).status).toBe(404)
  })

  test('refuses, with the clause, what the other is not authorised for; and a consent in advance does not name it', async () => {
    const one = await parties.reseller('L900', [net, await parties.service('CMB')])
    const combined = good(await parties.admin.get('/v1/services')).items.find(
      ({ code }: any) => code === 'CMB',
    ).serviceId
    const plain = await attested(one)
    const other = good(await one.ask.post('/v1/contracts/attest', paper(combined))).contractId
    const transfer = { kind: 'positionTransfer', askedBy: '営業 次郎', how: 'phone' }
    good(await one.ask.post(`/v1/contracts/${plain}/consents`, transfer))
    const { path } = await stopped(one)
    await house.settle()
    const second = await leaver()
    const rows = [{ contractId: plain }, { contractId: other, consent }]
    const { operationId } = good(await parties.staff.post(`${path}/moves`, { resellerId: second.resellerId, rows }))
    await house.settle()
    expect(await rowsOf(operationId)).toMatchObject([
      { problem: { kind: 'incomplete', what: 'consent' } },
      { problem: { kind: 'breaches-standard', clause: '第1章2.(4)', breaches: [{ rule: 'reseller-is-authorized' }] } },
    ])
    expect(await takeoversOf(path)).toEqual({ opened: 0, told: 2, settled: 0 })
  })

  test('is refused at once for a reseller that is none, is another’s, or signs nobody new; and for a contract in two rows', async () => {
    const { path, ids } = await caseOf(1)
    const second = await leaver()
    const stranger = await partiesIn(house)
    const theirs = await stranger.reseller('S9', [])
    const refused = async (resellerId: string, rows: readonly string[] = ids) => {
      const { status, body } = await moveTo(path, resellerId, rows)
      return [status, body.kind, body.stage ?? body.given ?? null]
    }
    expect(await refused(theirs.resellerId)).toEqual([404, 'not-found', null])
    expect(await refused(second.resellerId, [...ids, ...ids])).toEqual([422, 'does-not-fit', '1, 2'])
    good(await parties.admin.post(`/v1/resellers/${second.resellerId}/restrict`, { reason: '苦情が続いている。' }))
    expect(await refused(second.resellerId)).toEqual([409, 'wrong-stage', 'restricted'])
    const csv = (content: string) =>
      parties.staff.post(`${path}/moves`, { resellerId: second.resellerId, format: 'csv', content })
    good(await parties.admin.post(`/v1/resellers/${second.resellerId}/lift`, { reason: '対応が終わった。' }))
    expect((await csv('契約番号\r\nctr_1')).body).toMatchObject({ kind: 'does-not-fit', what: 'content' })
    expect((await csv('契約番号,承諾した人,承諾した日,承諾の方法')).body).toMatchObject({ given: '0 rows' })
  })

  test('a worker that is killed after each step, and two at once, move every contract once', async () => {
    const { path, ids } = await caseOf(40)
    const second = await leaver()
    const { operationId } = good(await moveTo(path, second.resellerId, ids))
    const ref = { stream: operationId, seq: 1 }
    const other = await newHouse({ table: house.table })
    let runs = 0
    for (let done = false; !done; runs += 1) {
      const once = () => {
        let steps = 0
        return () => (steps += 1) <= 1
      }
      const [mine] = await Promise.all([house, other].map(({ deps }) => runJob(deps)(ref, once())))
      done = mine ?? false
      const { done: some, left } = await operation(operationId)
      expect(some + left).toBe(40)
    }
    expect(runs).toBeGreaterThan(2)
    expect(await operation(operationId)).toMatchObject({ stage: 'finished', accepted: 40, refused: 0 })
    expect((await rowsOf(operationId)).map(({ row }: any) => row)).toEqual(ids.map((_, index) => index + 1))
    for (const id of ids) expect(await settledOf(id)).toHaveLength(1)
    await house.settle()
    expect(await takeoversOf(path)).toEqual({ opened: 0, told: 0, settled: 40 })
  })

  /** Many on their way to another, to which something happens in the narrowest gap there is: before the second step lands. */
  const movedMidway = async (meanwhile: (second: Leaver) => Promise<void>) => {
    const { path, ids, discontinuanceId } = await caseOf(many)
    const second = await leaver()
    const { operationId } = good(await moveTo(path, second.resellerId, ids))
    const ref = { stream: operationId, seq: 1 }
    let steps = 0
    // The worker is killed after its first step.
    expect(await runJob(house.deps)(ref, () => (steps += 1) <= 1)).toBe(false)
    const { done: before } = await operation(operationId)
    expect([before > 0, before < many]).toEqual([true, true])
    house.clock.advance(60_000)
    justBefore(house, 'commit', () => meanwhile(second))
    expect(await runJob(house.deps)(ref, () => true)).toBe(true)
    expect(await operation(operationId)).toMatchObject({ stage: 'finished', accepted: before, refused: many - before })
    await house.settle()
    expect(await takeoversOf(path)).toEqual({ opened: 0, told: many - before, settled: before })
    const refused = (await rowsOf(operationId)).slice(before)
    const why = new Set(refused.map(({ problem }: any) => problem.clause ?? `${problem.what} ${problem.stage}`))
    return { path, ids, discontinuanceId, second, before, why: [...why] }
  }

  test('where the other stops in the middle, what came before is on its own frozen list, and nothing comes after', async () => {
    let chained = { path: '', discontinuanceId: '' }
    const { path, ids, before, discontinuanceId, why } = await movedMidway(async (second) => {
      chained = await stopped(second)
    })
    expect(why).toEqual(['第2章1.(10)'])
    const { list, takeovers } = good(await parties.staff.get(chained.path))
    expect([list.contracts, takeovers]).toEqual([before, { opened: 0, told: before, settled: 0 }])
    for (const [index, id] of ids.entries()) {
      const { takeover, responsibility } = await read(id)
      expect(takeover.discontinuanceId).toBe(index < before ? chained.discontinuanceId : discontinuanceId)
      expect(responsibility.now).toBe(parties.entityId)
    }
    // What was refused can still move to a third.
    const third = await leaver()
    const again = good(await moveTo(path, third.resellerId, ids)).operationId
    await house.settle()
    expect(await operation(again)).toMatchObject({ accepted: many - before, refused: before })
  })

  test('where the other is restricted in the middle, what came before stays with it, and nothing comes after', async () => {
    const { ids, second, before, why } = await movedMidway(async ({ resellerId }) => {
      good(await parties.admin.post(`/v1/resellers/${resellerId}/restrict`, { reason: '苦情が続いている。' }))
    })
    expect(why).toEqual(['reseller restricted'])
    for (const [index, id] of ids.entries()) {
      const { responsibility } = await read(id)
      expect(responsibility.now).toBe(index < before ? second.resellerId : parties.entityId)
    }
  })
})
