import { describe, expect, test } from 'vitest'
import { report } from '../audit/scenario/stopping.ts'
import { wish } from '../support/cancelling.ts'
import { amendmentSignature, amendmentToSign } from '../support/changing.ts'
import { coverAll } from '../support/covering.ts'
import { consent } from '../support/leaving.ts'
import { fulfilByPeople } from '../support/obliging.ts'
import { good, nextNumber, paper } from '../support/parties.ts'
import { amendment } from '../support/scene-course.ts'
import { signature } from '../support/signing.ts'
import { inEveryOrder, sceneOfOrders, told, type SceneOfOrders } from './all-orders.ts'
import { aboutToStop, caseRow, headRow, timesIn } from './stopping.ts'

const penaltyOf = async (scene: SceneOfOrders, contractId: string) =>
  (await scene.read(contractId)).leaving.penaltyExTaxYen as number

/** A contract whose SME wants to leave and has only to confirm it, with a reseller about to stop. */
const leavingSoon = async (scene: SceneOfOrders) => {
  const { parties, house } = scene
  const one = await scene.leaver()
  const contractId = await scene.attested(one)
  const path = `/v1/contracts/${contractId}`
  good(await parties.staff.post(`${path}/request-cancellation`, wish(house.clock.today())))
  const confirm = async (penaltyExTaxYen: number) =>
    told(await parties.staff.post(`${path}/cancel`, { penaltyExTaxYen }))
  const shown = await penaltyOf(scene, contractId)
  return {
    one,
    contractId,
    cancel: () => confirm(shown),
    /** Whoever was refused looks again, and confirms at the price that is shown now. */
    cancelAnew: async () => confirm(await penaltyOf(scene, contractId)),
  }
}
// From the instant on leaving costs nothing, so whoever confirms the price it was shown before is asked again.
const leavesOrIsAsked = ['done', '409 changed-meanwhile', '422 does-not-fit']

describe('what an SME does and a takeover, in every order', () => {
  test('an SME leaves as its reseller stops: it has left in any case, and is on the list if it left after the instant', async () => {
    const scene = await sceneOfOrders()
    const { one, contractId, cancel, cancelAnew } = await leavingSoon(scene)
    const { approve, list, discontinuanceId } = await aboutToStop(scene, one)
    const seen = new Set<boolean>()
    await inEveryOrder('R6 leave and approve', scene.house, [cancel, async () => told(await approve())], {
      after: async ([left, approved], wroteBefore) => {
        expect(leavesOrIsAsked).toContain(left)
        expect(approved).toBe('done')
        const before = wroteBefore(headRow(contractId), 0, caseRow(discontinuanceId), 1)
        const anew = left === 'done' ? left : await cancelAnew()
        expect(anew).toBe('done')
        seen.add(before)
        expect(await list()).toEqual(before ? [] : [contractId])
        expect(await timesIn(scene, contractId, 'takeover-opened')).toBe(before ? 0 : 1)
      },
    })
    expect(seen.size).toBe(2)
  })

  test('an SME leaves while the worker comes round: its takeover is written down once, by either', async () => {
    const scene = await sceneOfOrders()
    const { one, contractId, cancelAnew } = await leavingSoon(scene)
    const { approve, freeze, work, read, discontinuanceId } = await aboutToStop(scene, one)
    good(await approve())
    await freeze()
    const is = (row: string) => row.includes(headRow(contractId)) || row.startsWith(`RUN#${discontinuanceId}`)
    await inEveryOrder('R6 leave and work', scene.house, [cancelAnew, async () => String(await work())], {
      of: ({ reads, writes, partitions }) =>
        [...reads, ...writes].some(is) || partitions.some((start) => start.startsWith('PF#')),
      after: async ([left, worked]) => {
        expect([left, worked]).toEqual(['done', 'true'])
        expect(await timesIn(scene, contractId, 'takeover-opened')).toBe(1)
        expect((await read()).takeovers).toMatchObject({ opened: 0, told: 0, settled: 1 })
      },
    })
  })

  /** A contract that is taken over, and a change of it that only waits for the SME: made before, or once it was settled. */
  const changing = async (scene: SceneOfOrders, when: 'before' | 'settled') => {
    const { house, net, parties } = scene
    const one = await scene.leaver()
    const n = nextNumber()
    const { signer: sme, sha256, contractId } = await scene.ready(one.ask, n)
    good(await sme.post('/v1/signing/sign', signature(sha256)))
    const reached = { mail: `boss${n}@sme.example.jp`, phone: `090-${String(n).padStart(8, '0')}` }
    const change = () => amendmentToSign(house, parties.staff, contractId, amendment(net, n, '2026-10-15'), reached)
    const before = when === 'before' ? await change() : undefined
    const stopping = await aboutToStop(scene, one)
    good(await stopping.approve())
    await house.settle()
    const settle = async (settlement: string) =>
      told(await parties.staff.post(`${stopping.path}/takeovers/${contractId}/settle`, { settlement, consent }))
    if (when === 'settled') expect(await settle('movedToImplementingEntity')).toBe('done')
    const { signer, sha256: text } = before ?? (await change())
    const sign = async () => told(await signer.post('/v1/signing/sign-amendment', amendmentSignature(text)))
    return { ...stopping, contractId, sign, settle }
  }

  test.each([
    ['moves to the implementing entity', 'movedToImplementingEntity'],
    ['is served on', 'servedByImplementingEntity'],
    ['is ended by its SME', 'endedBySme'],
  ])('a change from before the instant is never signed while its contract %s', async (_, settlement) => {
    const scene = await sceneOfOrders()
    const { sign, settle, contractId } = await changing(scene, 'before')
    const actors = [sign, () => settle(settlement)]
    const { orders } = await inEveryOrder(`R11 sign a change and settle, ${settlement}`, scene.house, actors, {
      after: async ([signed, settled]) => {
        expect(settled).toBe('done')
        expect(signed).not.toBe('done')
        expect(await timesIn(scene, contractId, 'amendment-signed')).toBe(0)
      },
    })
    expect(orders).toBeGreaterThan(1)
  })

  test('a change is signed as the case is closed: the contract goes on, and the case is closed once', async () => {
    const scene = await sceneOfOrders()
    const { parties, house } = scene
    const { sign, path, discontinuanceId } = await changing(scene, 'settled')
    await coverAll(parties.staff, path)
    await report({ house, parties } as never, discontinuanceId)
    await fulfilByPeople(parties.staff, path, house.clock.today())
    const close = async () => told(await parties.admin.post(`${path}/close`))
    await inEveryOrder('R11 sign a change and close', house, [sign, close], {
      after: async ([signed, closed]) => expect([signed, closed]).toEqual(['done', 'done']),
    })
  })

  test('a case is closed as a paper turns up late: it is open again, or was not closed', async () => {
    const scene = await sceneOfOrders()
    const { parties, house, net } = scene
    const { one, approve, work, path, read, discontinuanceId } = await aboutToStop(scene)
    good(await approve())
    await work()
    await report({ house, parties } as never, discontinuanceId)
    await fulfilByPeople(parties.staff, path, house.clock.today())
    const late = paper(net, { resellerId: one.resellerId })
    const actors = [
      async () => told(await parties.admin.post(`${path}/close`)),
      async () => told(await parties.admin.post('/v1/contracts/attest', late)),
    ]
    const seen = new Set<string>()
    await inEveryOrder('R11 close and a late paper', house, actors, {
      after: async ([closed, attested]) => {
        expect(attested).toBe('done')
        seen.add(closed ?? '')
        expect(await read()).toMatchObject({ stage: 'takingOver', late: 1, takeovers: { opened: 1 } })
        expect(await timesIn(scene, discontinuanceId, 'discontinuance-closed')).toBe(closed === 'done' ? 1 : 0)
      },
    })
    expect([...seen].toSorted()).toEqual(['409 incomplete', 'done'])
  })
})
