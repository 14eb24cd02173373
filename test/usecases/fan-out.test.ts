import { describe, expect, test } from 'vitest'
import { takeOverContracts } from '../../functions/processes/takeover/take-over-contracts.ts'
import { leave } from '../support/cancelling.ts'
import { newHouse } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'
import { good } from '../support/parties.ts'
import { extent } from '../support/extent.ts'

const { house, parties, leaver, attested, stopped } = await marketplace()

describe('what follows the instant', () => {
  test('the fan-out can stop after every step and go on', {
    timeout: 120_000,
  }, async () => {
    const one = await leaver()
    const contracts = extent(24, 120)
    for (let n = 0; n < contracts; n += 1) await attested(one)
    const { discontinuanceId, path } = await stopped(one)
    const work = takeOverContracts(house.deps)
    let runs = 0
    const seen: { readonly contracts: number | null; readonly done: number; readonly left: number }[] = []
    for (let done = false; !done && runs < 1_000; runs += 1) {
      let steps = 0
      done = await work(parties.entityId, discontinuanceId, () => (steps += 1) <= 1)
      const now = good(await parties.staff.get(`${path}/progress`))
      expect(now.done).toBeGreaterThanOrEqual(seen.at(-1)?.done ?? 0)
      seen.push(now)
    }
    const counted = seen.filter((one) => one.contracts !== null)
    expect(new Set(counted.map(({ done: some, left }) => some + left))).toEqual(new Set([contracts]))
    expect(seen.some(({ done: some }) => some > 0 && some < contracts)).toBe(true)
    expect(seen.at(-1)).toMatchObject({ contracts, done: contracts, left: 0, reached: true, expectedEndAt: null })
    const { list, reached, takeovers } = good(await parties.staff.get(path))
    expect([list.contracts, reached, takeovers.opened]).toEqual([contracts, true, contracts])
  })

  test('three workers at once do what one does, while SMEs leave: every contract once, every checkpoint true', async () => {
    const one = await leaver()
    const contracts = extent(12, 60)
    const ids: string[] = []
    for (let n = 0; n < contracts; n += 1) ids.push(await attested(one))
    const { discontinuanceId, path } = await stopped(one)
    const others = await Promise.all([1, 2].map(() => newHouse({ table: house.table })))
    const today = house.clock.today()
    const [, ...ended] = await Promise.all([
      Promise.all(
        [house, ...others].map(({ deps }) => takeOverContracts(deps)(parties.entityId, discontinuanceId, () => true)),
      ),
      ...ids.slice(0, 6).map((id) => leave(parties.staff, id, today)),
    ])
    expect(ended.map(({ stage }) => stage)).toEqual(Array.from({ length: 6 }, () => 'ended'))
    const { list, reached, takeovers } = good(await parties.staff.get(path))
    expect([list.contracts, reached, takeovers.opened + takeovers.told + takeovers.settled]).toEqual([
      contracts,
      true,
      contracts,
    ])
    const checkpoints = await house.deps.contracts.checkpoints(discontinuanceId)
    expect(checkpoints.every(({ done }) => done)).toBe(true)
    expect(checkpoints.reduce((sum, { passed }) => sum + passed, 0)).toBe(contracts)
    for (const id of ids) {
      const { items } = good(await parties.staff.get(`/v1/contracts/${id}/ledger`))
      expect(items.filter(({ event }: any) => event.type === 'takeover-opened')).toHaveLength(1)
    }
  })
})
