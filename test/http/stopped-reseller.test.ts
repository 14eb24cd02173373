import { describe, expect, test } from 'vitest'
import { approvedIn, boundWithout, exceptionGiven } from '../support/excepting.ts'
import { consent } from '../support/leaving.ts'
import { marketplace } from '../support/marketplace.ts'
import { corporateNumber, good, nextNumber, paper } from '../support/parties.ts'
import { lines, sceneIn, send } from '../support/scene.ts'

describe('a reseller that was stopped', () => {
  test('does nothing any more, by any line that writes: contracts, exceptions, handover, exports, members', async () => {
    const { house, parties, leaver, stopped } = await marketplace()
    const one = await leaver()
    await stopped(one)
    const scene = await sceneIn(house)
    const writing = lines.filter(
      ([, { effect, who }]) => effect === 'changes' && who !== 'anyone' && who.includes('resellerAdmin'),
    )
    expect(writing.length).toBeGreaterThan(20)
    const done: string[] = []
    for (const [name, line] of writing) {
      const { path, ...sample } = scene.requests[name]
      const own = path.replace(/rsl_[0-9a-z]{26}/, one.resellerId)
      const { status } = await send(one.ask, line, { ...sample, path: own })
      if (status < 400) done.push(name)
    }
    // What somebody of it wants to hear of is that person's own affair.
    expect(done).toEqual(['chooseNotices'])
    expect(parties.entityId).toMatch(/^ent_/)
  })

  test('asks for no exception and withdraws none, so the move of its former contracts is not blocked; it reads none of them in its exception (attack 4, 5)', async () => {
    const { house, parties, net, leaver, stopped } = await marketplace()
    const [first, second] = [await leaver(), await leaver()]
    const n = nextNumber()
    const exceptionId = await approvedIn(first.ask, parties.admin, net, { corporateNumbers: [corporateNumber(n)] })
    const given = { ...paper(net, { n }), functions: boundWithout, exceptionId }
    const { contractId } = good(await first.ask.post('/v1/contracts/attest', given))
    const exception = `/v1/contract-exceptions/${exceptionId}`
    const shown = async (ask: typeof first.ask) => good(await ask.get(exception)).liveContracts.length
    expect([await shown(first.ask), await shown(parties.staff)]).toEqual([1, 1])

    const { path } = await stopped(first)
    const asked = await first.ask.post(
      '/v1/contract-exceptions',
      exceptionGiven(net, { corporateNumbers: [corporateNumber(nextNumber())] }),
    )
    const withdrawn = await first.ask.post(`${exception}/withdraw`, { reason: '不要になったため' })
    for (const { status, body } of [asked, withdrawn])
      expect([status, body.kind, body.stage]).toEqual([409, 'wrong-stage', 'discontinued'])
    await house.settle()
    const settling = { consent, settlement: 'movedToReseller', resellerId: second.resellerId }
    good(await parties.staff.post(`${path}/takeovers/${contractId}/settle`, settling))
    await house.settle()
    expect([await shown(first.ask), await shown(parties.staff)]).toEqual([0, 1])
    good(await parties.admin.post(`${exception}/withdraw`, { reason: '不要になったため' }))
  })

  test('takes no part of an export that it asked for before', async () => {
    const { house, leaver, stopped } = await marketplace()
    const one = await leaver()
    const { operationId } = good(await one.ask.post('/v1/exports'))
    await house.settle()
    const part = `/v1/exports/${operationId}/parts/1`
    expect((await one.ask.get(part)).status).toBe(200)
    await stopped(one)
    const { status, body } = await one.ask.get(part)
    expect([status, body.kind]).toEqual([409, 'wrong-stage'])
  })
})
