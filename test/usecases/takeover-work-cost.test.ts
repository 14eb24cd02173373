import { beforeAll, describe, expect, test } from 'vitest'
import { runJob } from '../../functions/processes/run-job.ts'
import { costPerMove } from '../../functions/usecases/takeovers/move-contracts.ts'
import { costPerContract } from '../../functions/usecases/takeovers/work-on-takeovers.ts'
import type { Cost } from '../../functions/application/cost.ts'
import { countedIds } from '../support/counted-ids.ts'
import { figure } from '../support/figures.ts'
import { consent } from '../support/leaving.ts'
import { marketplace } from '../support/marketplace.ts'
import { meterOn } from '../support/meter.ts'
import { good } from '../support/parties.ts'

const { house, parties, leaver, attested, stopped } = await marketplace({ ids: countedIds() })

describe('what work on many takeovers costs for each contract', () => {
  const contracts = 160
  let path: string
  beforeAll(async () => {
    const one = await leaver()
    for (let n = 0; n < contracts; n += 1) await attested(one)
    path = (await stopped(one)).path
    await house.settle()
  }, 120_000)

  /** What a worker spends on an operation, for each of its contracts. */
  const measured = async (route: 'work' | 'moves', body: object) => {
    const { operationId } = good(await parties.staff.post(`${path}/${route}`, body))
    const meter = meterOn(house.table)
    await runJob(house.deps)({ stream: operationId, seq: 1 }, () => true)
    const { requests, readUnits, writeUnits } = meter.read()
    const { accepted } = good(await parties.staff.get(`/v1/operations/${operationId}`))
    return {
      accepted,
      requests: requests / accepted,
      readUnits: readUnits / accepted,
      writeUnits: writeUnits / accepted,
    }
  }
  const isAsSaid = (
    name: string,
    said: Cost,
    { accepted, requests, readUnits, writeUnits }: Cost & { accepted: number },
  ) => {
    figure(
      `${name}: a contract of ${accepted}`,
      `${requests.toFixed(3)} requests, ${readUnits.toFixed(2)} RCU, ${writeUnits.toFixed(2)} WCU`,
    )
    for (const [is, most] of [
      [requests, said.requests],
      [readUnits, said.readUnits],
      [writeUnits, said.writeUnits],
    ] as const) {
      expect(is).toBeLessThanOrEqual(most)
      expect(is).toBeGreaterThan(most * 0.9)
    }
  }

  test('is written beside each, and is what the engine counts: a facet found, a notice sent again, a move, and to be served on', async () => {
    const alive = {
      work: 'noteCoverage',
      facet: 'monitoring',
      finding: 'confirmed',
      evidence: '監視画面で全件を見た。',
    }
    const noted = await measured('work', { ...alive, on: { where: { unknown: 'monitoring' } } })
    expect(noted.accepted).toBe(contracts)
    isAsSaid('coverage noted at once', costPerContract.noteCoverage, noted)

    const told = await measured('work', { work: 'sendNoticeAgain', on: { where: { stage: 'told' } } })
    expect(told.accepted).toBe(contracts)
    isAsSaid('notices sent again at once', costPerContract.sendNoticeAgain, told)

    const second = await leaver()
    const { items } = good(await parties.staff.get(`${path}/takeovers?limit=200`))
    const rows = items.slice(0, contracts / 2).map(({ contractId }: any) => ({ contractId, consent }))
    const moved = await measured('moves', { resellerId: second.resellerId, rows })
    expect(moved.accepted).toBe(contracts / 2)
    isAsSaid('contracts moved at once', costPerMove, moved)

    const served = await measured('work', { work: 'serveOn', on: { where: { stage: 'told' } } })
    expect(served.accepted).toBe(contracts / 2)
    isAsSaid('takeovers settled at once', costPerContract.serveOn, served)
  }, 120_000)
})
