import { expect, test } from 'vitest'
import { leave } from '../support/cancelling.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, explanation, good } from '../support/parties.ts'

test('time never runs back along a ledger, though another server’s clock is behind', async () => {
  const { house, parties, net } = await marketplace()
  const { ask } = await parties.reseller('R1', [net])
  const { contractId } = good(await ask.post('/v1/contracts', draft(net)))
  const begun = house.clock.now()
  house.clock.advance(-1_000)
  good(await ask.post(`/v1/contracts/${contractId}/explain`, explanation('2026-10-01')))
  house.clock.advance(2_000)
  good(await ask.post(`/v1/contracts/${contractId}/offer`))

  const events = await house.deps.ledger.eventsOf(contractId)
  expect(events.map(({ event, at }) => [event.type, at])).toEqual([
    ['contract-drafted', begun],
    ['contract-explained', begun],
    ['contract-offered', house.clock.now()],
  ])
})

test('nobody leaves before the instant that was theirs, though another server’s clock is behind it', async () => {
  const { house, parties, leaver, attested, stopped, read } = await marketplace()
  const one = await leaver()
  const contractId = await attested(one)
  house.clock.advance(60_000)
  const { since } = await stopped(one)
  house.clock.advance(-1_000)
  await leave(parties.staff, contractId, house.clock.today())

  const { stage, responsibility } = await read(contractId)
  expect([stage, responsibility.intervals.at(-1).until]).toEqual(['ended', since])
  const events = await house.deps.ledger.eventsOf(contractId)
  expect(events.slice(1).every(({ at }) => at >= since)).toBe(true)
})
