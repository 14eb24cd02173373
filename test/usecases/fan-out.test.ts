import { beforeAll, describe, expect, test } from 'vitest'
import { takeOverContracts } from '../../functions/usecases/discontinuances/take-over-contracts.ts'
import { figure } from '../support/figures.ts'
import { newHouse, type House } from '../support/house.ts'
import { leaving } from '../support/leaving.ts'
import { meterOn } from '../support/meter.ts'
import { good, partiesIn, type Parties } from '../support/parties.ts'

describe('what follows the instant', () => {
  let house: House
  let parties: Parties
  let net: `svc_${string}`
  beforeAll(async () => {
    house = await newHouse()
    parties = await partiesIn(house)
    net = await parties.service('NET')
  })
  const { leaver, attested, stopped } = leaving(() => ({ house, parties, net }))

  test('the fan-out can stop after every step and go on, and costs little for each contract', {
    timeout: 120_000,
  }, async () => {
    const one = await leaver()
    const contracts = 120
    for (let n = 0; n < contracts; n += 1) await attested(one)
    const { discontinuanceId, path } = await stopped(one)
    const meter = meterOn(house.table)
    const work = takeOverContracts(house.world)
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
    const whole = await leaver()
    for (let n = 0; n < contracts; n += 1) await attested(whole)
    const second = await stopped(whole)
    meter.reset()
    await work(parties.entityId, second.discontinuanceId, () => true)
    const { requests, writeUnits } = meter.read()
    expect(writeUnits / contracts).toBeLessThanOrEqual(8)
    figure('takeover: write units a contract', (writeUnits / contracts).toFixed(2))
    figure('takeover: requests a contract, of 120', (requests / contracts).toFixed(3))
  })
})
