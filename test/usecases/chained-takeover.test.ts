import { describe, expect, test } from 'vitest'
import { takeOverContracts } from '../../functions/processes/takeover/take-over-contracts.ts'
import { consent, type Leaver } from '../support/leaving.ts'
import { marketplace } from '../support/marketplace.ts'
import { good } from '../support/parties.ts'

const { house, parties, leaver, attested, stopped, read } = await marketplace()

describe('a contract whose second reseller stops as well', () => {
  test('is taken over again, from the moment the second one stops', async () => {
    const [first, second] = [await leaver(), await leaver()]
    const contractId = await attested(first)
    const { path } = await stopped(first)
    await house.settle()
    good(
      await parties.staff.post(`${path}/takeovers/${contractId}/settle`, {
        settlement: 'movedToReseller',
        resellerId: second.resellerId,
        consent,
      }),
    )
    expect((await first.ask.get(`/v1/contracts/${contractId}`)).status).toBe(404)
    expect((await second.ask.get(`/v1/contracts/${contractId}`)).status).toBe(200)
    house.clock.advance(60_000)
    const again = await stopped(second)
    const { responsibility, counterparty } = await read(contractId)
    expect([responsibility.now, counterparty.now]).toEqual([parties.entityId, second.resellerId])
    await house.settle()
    const { list } = good(await parties.staff.get(again.path))
    expect(list.contracts).toBe(1)
    expect((await read(contractId)).takeover).toMatchObject({ discontinuanceId: again.discontinuanceId, stage: 'told' })
  })

  test('is on both lists and stays settled in the first case, whatever order the work comes in', async () => {
    const [first, second] = [await leaver(), await leaver()]
    const contractId = await attested(first)
    const one = await stopped(first)
    // The worker has not run: whoever acts writes the takeover down first.
    good(await parties.staff.post(`${one.path}/takeovers/${contractId}/tell`, { by: 'phone', spokeTo: '社長' }))
    const move = { settlement: 'movedToReseller', resellerId: second.resellerId, consent }
    good(await parties.staff.post(`${one.path}/takeovers/${contractId}/settle`, move))
    const two = await stopped(second)
    good(await parties.staff.post(`${two.path}/takeovers/${contractId}/tell`, { by: 'phone', spokeTo: '社長' }))
    await house.settle()

    const cases = [good(await parties.staff.get(one.path)), good(await parties.staff.get(two.path))]
    expect(cases.map(({ list, takeovers }) => [list.contracts, takeovers])).toEqual([
      [1, { opened: 0, told: 0, settled: 1 }],
      [1, { opened: 0, told: 1, settled: 0 }],
    ])
    const lines = [
      good(await parties.staff.get(`${one.path}/takeovers`)).items,
      good(await parties.staff.get(`${two.path}/takeovers`)).items,
    ]
    expect(lines).toMatchObject([
      [{ contractId, takeover: 'settled', settlement: 'movedToReseller' }],
      [{ contractId, takeover: 'told', settlement: null }],
    ])
    const again = await parties.staff.post(`${one.path}/takeovers/${contractId}/tell`, { by: 'phone' })
    expect([again.status, again.body.kind, again.body.stage]).toEqual([409, 'wrong-stage', 'settled'])

    // Counted under who signed it, once for each takeover.
    const { byReseller } = good(await parties.admin.get('/v1/reports/contracts?from=2026-10-01&until=2026-10-31'))
    expect(byReseller.find(({ resellerId }: Leaver) => resellerId === first.resellerId).takenOver).toBe(2)
    const span = { from: '2026-10-01', until: '2026-10-31' }
    const { operationId } = good(await parties.staff.post('/v1/reports/recounts', span))
    await house.settle()
    const recount = good(await parties.staff.get(`/v1/reports/recounts/${operationId}`))
    expect(recount.outcome).toMatchObject({ agrees: true, differences: [] })
  })

  test('is taken over three times, each successor stopping in the middle of the case before: nothing is lost or twice', async () => {
    const resellers = [await leaver(), await leaver(), await leaver()] as const
    const ids: string[] = []
    for (let n = 0; n < 6; n += 1) ids.push(await attested(resellers[0]))
    const [moving = ''] = ids
    const work = takeOverContracts(house.deps)
    const paths: string[] = []
    for (const [n, one] of resellers.entries()) {
      const { discontinuanceId, path } = await stopped(one)
      paths.push(path)
      // The worker gets no further than its list and a few shards.
      let steps = 0
      expect(await work(parties.entityId, discontinuanceId, () => (steps += 1) <= 4)).toBe(false)
      house.clock.advance(60_000)
      const next = resellers[n + 1]
      if (!next) break
      await parties.staff.post(`${path}/takeovers/${moving}/tell`, { by: 'phone', spokeTo: '社長' })
      const move = { settlement: 'movedToReseller', resellerId: next.resellerId, consent }
      good(await parties.staff.post(`${path}/takeovers/${moving}/settle`, move))
      house.clock.advance(60_000)
    }
    await house.settle()
    const cases = await Promise.all(paths.map(async (path) => good(await parties.staff.get(path))))
    expect(cases.map(({ list, reached }) => [list.contracts, reached])).toEqual([
      [6, true],
      [1, true],
      [1, true],
    ])
    for (const id of ids) {
      const { items } = good(await parties.staff.get(`/v1/contracts/${id}/ledger`))
      const opened = items.filter(({ event }: any) => event.type === 'takeover-opened').length
      expect(opened).toBe(id === moving ? 3 : 1)
    }
    expect((await read(moving)).responsibility.now).toBe(parties.entityId)
  })
})
