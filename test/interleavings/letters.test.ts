import { describe, expect, test } from 'vitest'
import { runJob } from '../../functions/processes/run-job.ts'
import { sweep } from '../../functions/notifications/sweep.ts'
import { takeOverContracts } from '../../functions/processes/takeover/take-over-contracts.ts'
import { good } from '../support/parties.ts'
import { inEveryOrder, sceneOfOrders, told, type SceneOfOrders } from './all-orders.ts'
import { aboutToStop, timesIn } from './stopping.ts'
import { isProof } from '../support/extent.ts'

/** One contract that was taken over, whose SME is still to be written to. */
const toldByNobody = async (scene: SceneOfOrders) => {
  const { house, parties } = scene
  const { one, approve, path, discontinuanceId } = await aboutToStop(scene)
  const contractId = await scene.attested(one)
  await house.settle()
  good(await approve())
  await takeOverContracts(house.deps)(parties.entityId, discontinuanceId, () => true)
  const events = await house.deps.ledger.eventsOf(contractId)
  const seq = events.findLast(({ event }) => event.type === 'takeover-opened')?.seq ?? 0
  return { contractId, path: `${path}/takeovers/${contractId}`, ref: { stream: contractId, seq } }
}

describe('a letter in every order', () => {
  const relayed = async (scene: SceneOfOrders, name: string, relays: number) => {
    const { house } = scene
    const { contractId, ref } = await toldByNobody(scene)
    const before = house.letters.length
    const actors = Array.from({ length: relays }, () => () => runJob(house.deps)(ref, () => true))
    const { orders } = await inEveryOrder(name, house, actors, {
      after: async () => {
        const letters = house.letters.slice(before)
        // At least once, and the same each time it goes out.
        expect(letters.length).toBeGreaterThanOrEqual(1)
        expect(letters.length).toBeLessThanOrEqual(relays)
        expect(new Set(letters.map((one) => JSON.stringify(one))).size).toBe(1)
        const event = await house.deps.ledger.event(ref)
        expect(event?.deliveries.map(({ outcome }) => outcome)).toEqual(['accepted'])
        expect(await timesIn(scene, contractId, 'takeover-told')).toBe(1)
      },
    })
    return orders
  }

  test('two workers on one letter: it goes out, its receipt is one, and the SME is told once', async () => {
    expect(await relayed(await sceneOfOrders(), 'R10 two relays', 2)).toBeGreaterThan(1)
  })

  test.runIf(isProof())('three workers on one letter', async () => {
    expect(await relayed(await sceneOfOrders(), 'R10 three relays', 3)).toBeGreaterThan(1)
  })

  test('a worker and a sweep on the same letter', async () => {
    const scene = await sceneOfOrders()
    const { house } = scene
    const { contractId, ref } = await toldByNobody(scene)
    const is = (row: string) => row.startsWith(`LED#${contractId}`) || row.includes(contractId.slice(16))
    const actors = [() => runJob(house.deps)(ref, () => true), () => sweep(house.deps)()]
    await inEveryOrder('R10 relay and sweep', house, actors as never, {
      of: ({ reads, writes, partitions, looksInto }) =>
        looksInto.length > 0 || [...reads, ...writes, ...partitions].some(is),
      after: async () => {
        expect(await timesIn(scene, contractId, 'takeover-told')).toBe(1)
        expect(await house.deps.ledger.event(ref)).toMatchObject({ deliveries: [{ outcome: 'accepted' }] })
      },
    })
  })

  test('a letter goes out while a person tells the SME by phone: each noted once, and the letter only where it was first', async () => {
    const scene = await sceneOfOrders()
    const { house, parties } = scene
    const { contractId, path, ref } = await toldByNobody(scene)
    const tell = async () => told(await parties.staff.post(`${path}/tell`, { by: 'phone', spokeTo: '社長' }))
    const seen = new Set<string>()
    await inEveryOrder(
      'R10 letter and phone',
      house,
      [() => runJob(house.deps)(ref, () => true).then(() => ''), tell],
      {
        after: async ([, byPhone]) => {
          seen.add(byPhone ?? '')
          const ways = (await house.deps.ledger.eventsOf(contractId)).flatMap(({ event }) =>
            event.type === 'takeover-told' ? [event.by] : [],
          )
          // Whom a letter has reached a person may still call; who was called is not noted as written to.
          expect([['phone'], ['mail', 'phone']]).toContainEqual(ways)
        },
      },
    )
    expect(seen).toContain('done')
  })
})
