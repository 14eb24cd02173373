import { describe, expect, test } from 'vitest'
import { beginning } from '../../functions/application/change.ts'
import { systemMetadata } from '../../functions/application/system-metadata.ts'
import { runRecount } from '../../functions/processes/recount/run-recount.ts'
import { newHouse } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'
import { good, nextNumber, paper } from '../support/parties.ts'
import { evidenceAlone } from '../../functions/ports/papers.ts'

const { house, parties, net } = await marketplace()
const seller = (await parties.reseller('R1', [net])).ask
const span = { from: '2026-04-01', until: '2026-12-31' }

describe('a recount of the report', () => {
  const asked = async (): Promise<string> => good(await parties.staff.post('/v1/reports/recounts', span)).operationId
  const outcomeOf = async (operationId: string) => good(await parties.staff.get(`/v1/reports/recounts/${operationId}`))

  test('can stop after every shard and go on, shows how far it is, and comes to the same', async () => {
    for (let n = 0; n < 12; n += 1) good(await seller.post('/v1/contracts/attest', paper(net, { n: nextNumber() })))
    const atOnce = await asked()
    await house.settle()
    const whole = await outcomeOf(atOnce)
    expect(whole.outcome).toMatchObject({ agrees: true, differences: [] })

    const operationId = await asked()
    const actor = { role: 'entityStaff', sub: 'staff', tenant: parties.entityId } as const
    const done: number[] = []
    for (let finished = false; !finished && done.length < 100; ) {
      let steps = 0
      const other = await newHouse({ table: house.table })
      finished = await runRecount(other.deps)(operationId as `opr_${string}`, actor, () => (steps += 1) <= 1)
      done.push((await outcomeOf(operationId)).done)
    }
    // The implementing entity's own portfolio and its reseller's: two times sixteen shards, a step each.
    expect(done.slice(0, 3)).toEqual([1, 2, 3])
    expect(done.at(-1)).toBe(32)
    expect((await outcomeOf(operationId)).outcome).toEqual(whole.outcome)
    await house.settle()
  })

  test('asked before its portfolios were written down is done all the same', async () => {
    const { deps } = house
    const { entityId } = parties
    const operationId = deps.ids.fresh('opr')
    const content = evidenceAlone(span)
    const sha256 = deps.digest(content)
    const now = deps.clock.now()
    const actor = { role: 'entityStaff', sub: 'staff', tenant: entityId } as const
    const accepted = {
      type: 'operation-accepted',
      operationId,
      entityId,
      owner: entityId,
      kind: 'recountContracts',
      total: 1,
      inputSha256: sha256,
    } as const
    const papers = [{ name: 'input-0001', content, sha256 }]
    await deps.commits.commit({
      metadata: {
        ...systemMetadata('as-before', operationId, now),
        actor,
        tenant: entityId,
        route: 'recountContracts',
      },
      answer: true,
      changes: [beginning('operation', operationId, [accepted], now, { papers })],
    })
    expect(await runRecount(deps)(operationId, actor, () => true)).toBe(true)
    expect((await outcomeOf(operationId)).outcome).toMatchObject({ agrees: true })
    await house.settle()
  })
})
