import { expect, test } from 'vitest'
import { newHouse } from '../support/house.ts'
import { draft, explanation, good, partiesIn } from '../support/parties.ts'

test('time never runs back along a ledger, though another server’s clock is behind', async () => {
  const house = await newHouse()
  const parties = await partiesIn(house)
  const net = await parties.service('NET')
  const { ask } = await parties.reseller('R1', [net])
  const { contractId } = good(await ask.post('/v1/contracts', draft(net)))
  const begun = house.clock.now()
  house.clock.advance(-1_000)
  good(await ask.post(`/v1/contracts/${contractId}/explain`, explanation('2026-10-01')))
  house.clock.advance(2_000)
  good(await ask.post(`/v1/contracts/${contractId}/offer`))

  const events = await house.world.ledger.eventsOf(contractId)
  expect(events.map(({ event, at }) => [event.type, at])).toEqual([
    ['contract-drafted', begun],
    ['contract-explained', begun],
    ['contract-offered', house.clock.now()],
  ])
})
