import { describe, expect, test } from 'vitest'
import { consent } from '../support/leaving.ts'
import { good } from '../support/parties.ts'
import { inEveryOrder, sceneOfOrders, told, type SceneOfOrders } from './all-orders.ts'
import { aboutToStop, caseRow, headRow, ofContract, timesIn } from './stopping.ts'

/** A reseller with some contracts that has stopped, before any worker came round. */
const stopped = async (scene: SceneOfOrders, contracts: number) => {
  const stopping = await aboutToStop(scene)
  const ids: string[] = []
  for (let n = 0; n < contracts; n += 1) ids.push(await scene.attested(stopping.one))
  good(await stopping.approve())
  return { ...stopping, ids }
}

describe('a takeover in every order', () => {
  test('two workers begin at once: the list is frozen once', async () => {
    const scene = await sceneOfOrders()
    const { discontinuanceId, freeze, listed, ids } = await stopped(scene, 1)
    await inEveryOrder('R4 two freeze', scene.house, [freeze, freeze], {
      of: ofContract(ids[0] ?? '', discontinuanceId),
      after: async () => {
        expect(await timesIn(scene, discontinuanceId, 'list-frozen')).toBe(1)
        expect(await listed()).toEqual(ids)
      },
    })
  })

  test('two workers reach the same contract: it is taken over once, and the list is reached once', async () => {
    const scene = await sceneOfOrders()
    const { discontinuanceId, freeze, work, ids } = await stopped(scene, 1)
    await freeze()
    await inEveryOrder('R4 two workers', scene.house, [work, work], {
      of: ofContract(ids[0] ?? '', discontinuanceId),
      after: async (done) => {
        expect(done).toEqual([true, true])
        expect(await timesIn(scene, discontinuanceId, 'list-reached')).toBe(1)
        expect(await timesIn(scene, ids[0] ?? '', 'takeover-opened')).toBe(1)
        const checkpoints = await scene.house.deps.contracts.checkpoints(discontinuanceId)
        expect(checkpoints.reduce((sum, { passed }) => sum + passed, 0)).toBe(1)
      },
    })
  })

  test('a contract moves to a successor that stops as well: on its list exactly if it had moved before', async () => {
    const scene = await sceneOfOrders()
    const { parties, house } = scene
    const { path, work, ids } = await stopped(scene, 1)
    const [contractId = ''] = ids
    await work()
    const takeover = `${path}/takeovers/${contractId}`
    good(await parties.staff.post(`${takeover}/tell`, { by: 'phone', spokeTo: '社長' }))
    const next = await aboutToStop(scene)
    const move = { settlement: 'movedToReseller', resellerId: next.one.resellerId, consent }
    const seen = new Set<string>()
    const actors = [() => parties.staff.post(`${takeover}/settle`, move), next.approve]
    await inEveryOrder('R4 move to a successor that stops', house, actors, {
      after: async ([settled, approved], wroteBefore) => {
        expect(told(approved)).toBe('done')
        seen.add(told(settled))
        const is = told(settled) === 'done'
        expect(wroteBefore(headRow(contractId), 0, caseRow(next.discontinuanceId), 1)).toBe(is)
        expect(await next.list()).toEqual(is ? [contractId] : [])
        expect((await scene.read(contractId)).responsibility.now).toBe(parties.entityId)
      },
    })
    expect(seen).toContain('done')
    expect(seen.size).toBeGreaterThan(1)
  })

  test('the first case is still being worked at when its successor stops and a contract moves', async () => {
    const scene = await sceneOfOrders()
    const { parties, house } = scene
    const { path, freeze, work, ids, discontinuanceId } = await stopped(scene, 1)
    const [contractId = ''] = ids
    await freeze()
    const takeover = `${path}/takeovers/${contractId}`
    good(await parties.staff.post(`${takeover}/tell`, { by: 'phone', spokeTo: '社長' }))
    const next = await aboutToStop(scene)
    const move = { settlement: 'movedToReseller', resellerId: next.one.resellerId, consent }
    const actors = [
      async () => told(await parties.staff.post(`${takeover}/settle`, move)),
      async () => told(await next.approve()),
      async () => String(await work()),
    ]
    const mine = ofContract(contractId, discontinuanceId)
    await inEveryOrder('R4 work, move and successor', house, actors, {
      of: (touches) => mine(touches) || touches.writes.some((row) => row.includes(caseRow(next.discontinuanceId))),
      after: async ([settled, approved, worked]) => {
        expect([approved, worked]).toEqual(['done', 'true'])
        await next.work()
        expect(await next.listed()).toEqual(settled === 'done' ? [contractId] : [])
        expect(await timesIn(scene, contractId, 'takeover-opened')).toBe(settled === 'done' ? 2 : 1)
      },
    })
  })
})
