import { beforeAll, describe, expect, inject, test } from 'vitest'
import { shardCount, type ContractId } from '../../shared/domain/ids.ts'
import { tableOn } from '../../functions/local/table.ts'
import { affected } from '../../functions/application/contracts/portfolio.ts'
import type { Cost } from '../../functions/application/cost.ts'
import { takeOverContracts } from '../../functions/processes/takeover/take-over-contracts.ts'
import { check, dumpOf } from '../../functions/audit/examine.ts'
import { figure } from '../support/figures.ts'
import type { House } from '../support/house.ts'
import type { Leaver } from '../support/leaving.ts'
import { seedCopies } from '../support/many-contracts.ts'
import { marketplace } from '../support/marketplace.ts'
import { meterOn } from '../support/meter.ts'
import { good, type Parties } from '../support/parties.ts'
import type { ExistingDiscontinuance } from '../../shared/domain/discontinuance/states.ts'
import { isRead } from '../../functions/application/cases/case-shards.ts'
import { tallyTakeovers } from '../../functions/processes/takeover/tally-takeovers.ts'

const contracts = 2_001
const codes = ({ missing }: { readonly missing: readonly { readonly code: string }[] }) =>
  missing.map(({ code }) => code)

describe('a case of more contracts than can be read while somebody waits', () => {
  let house: House
  let parties: Parties
  let one: Leaver
  let contractId: ContractId
  let path: string
  let id: `dsc_${string}`
  let pass: Cost
  let tally: (steps?: number) => Promise<boolean>
  const read = async () => good(await parties.staff.get(path))

  beforeAll(async () => {
    // A table of its own that is not looked into afterwards: copies hold no places, and are listed nowhere.
    const stop = await marketplace({ table: await tableOn(inject('endpoint'), 'large-case') })
    ;({ house, parties } = stop)
    one = await stop.leaver()
    contractId = (await stop.attested(one)) as ContractId
    await seedCopies(house.deps, house.table, contractId, { from: 1, until: contracts })
    const stopped = await stop.stopped(one)
    path = stopped.path
    id = stopped.discontinuanceId
    await takeOverContracts(house.deps)(parties.entityId, id, () => false)
    const meter = meterOn(house.table)
    await takeOverContracts(house.deps)(parties.entityId, id, () => true)
    pass = meter.read()
    tally = (steps = Number.POSITIVE_INFINITY) => {
      let begun = 0
      return tallyTakeovers(house.deps)(parties.entityId, id, () => (begun += 1) <= steps)
    }
  }, 120_000)

  test('begins at the first one over the limit', () => {
    const of = (listed: number, late: number) =>
      ({ list: { contracts: listed, voided: 0, sha256: '' }, late }) as unknown as ExistingDiscontinuance
    expect([isRead(of(2_000, 0)), isRead(of(1_999, 1)), isRead(of(2_000, 1)), isRead(of(2_001, 0))]).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(isRead({ list: null, late: 0 } as unknown as ExistingDiscontinuance)).toBe(false)
  })

  test('is taken over for eight write units, a little more, and a twentieth of a request each, once its list is frozen', () => {
    expect(pass.writeUnits / contracts).toBeLessThanOrEqual(8.1)
    expect(pass.requests / contracts).toBeLessThanOrEqual(0.05)
    figure(`takeover of ${contracts}: write units a contract`, (pass.writeUnits / contracts).toFixed(2))
    figure(`takeover of ${contracts}: requests a contract`, (pass.requests / contracts).toFixed(3))
  })

  test('has its list in papers of two thousand, laid down before it is frozen', async () => {
    const papers = await house.deps.ledger.papersOf(id)
    const lists = papers.filter(({ name }) => name.startsWith('list-')).map(({ text }) => JSON.parse(text).length)
    expect(lists).toEqual([2_000, 1])
    expect((await read()).list.contracts).toBe(contracts)
  })

  test('says what a stop would touch, or at least of so many that it touches them', async () => {
    const { atLeast, live } = await affected(house.deps.contracts, one.resellerId, contracts)
    expect([atLeast, live]).toEqual([false, contracts])
    expect((await affected(house.deps.contracts, one.resellerId, contracts - 1)).atLeast).toBe(true)
  })

  test('is not counted as it is read, and cannot be closed before it was', async () => {
    const { takeovers, countedAt, counting, ...rest } = await read()
    expect([takeovers.opened, countedAt, counting]).toEqual([0, null, true])
    expect(codes(rest)).toContain('takeoversToCount')
    const { status, body } = await parties.admin.post(`${path}/close`)
    expect(status).toBe(409)
    expect(codes(body)).toContain('takeoversToCount')
  })

  test('is counted shard by shard, from where it stopped', async () => {
    expect(await tally(5)).toBe(false)
    expect(await house.deps.contracts.tallies(id)).toHaveLength(5)
    expect((await read()).countedAt).toBeNull()
    expect(await tally(shardCount - 5)).toBe(true)
    const { takeovers, coverage, countedAt, counting, ...rest } = await read()
    expect(takeovers).toEqual({ opened: contracts, told: 0, settled: 0 })
    expect([coverage.atRisk, countedAt, counting]).toEqual([contracts, house.clock.now(), false])
    expect(rest.missing.find(({ code }: { code: string }) => code === 'smeToTell').count).toBe(contracts)
    expect(codes(rest)).not.toContain('takeoversToCount')
  })

  test('is then told of by a dozen requests', async () => {
    const meter = meterOn(house.table)
    await read()
    expect(meter.read().requests).toBeLessThanOrEqual(12)
  })

  test('has to be counted again where something is found lost, and is when somebody asks', async () => {
    const lost = { facet: 'monitoring', finding: 'lost', at: house.clock.now(), evidence: '監視画面に出ない。' }
    good(await parties.staff.post(`${path}/takeovers/${contractId}/coverage`, lost))
    expect(codes(await read())).toContain('takeoversToCount')

    house.clock.advance(60_000)
    expect(good(await parties.staff.post(`${path}/tally`))).toMatchObject({ counting: true })
    const { version, counting } = await read()
    expect(counting).toBe(true)
    // Asked again while it is counted, nothing more is written.
    expect(good(await parties.staff.post(`${path}/tally`))).toMatchObject({ counting: true })
    expect((await read()).version).toBe(version)

    await tally()
    const after = await read()
    expect([after.coverage.gap, after.coverage.atRisk]).toEqual([1, contracts - 1])
    expect(codes(after)).not.toContain('takeoversToCount')
  })

  test('is counted on the day after all should have been told, before anyone is told that it is late', async () => {
    const { obligations } = await read()
    const { dueOn } = obligations.find(({ code }: { code: string }) => code === 'tellSmes')
    house.clock.set(`${dueOn}T15:00:01Z`)
    const stages = async () =>
      Object.fromEntries((await read()).obligations.map(({ code, stage }: any) => [code, stage]))
    expect(await house.runObligationSchedule()).toBe(1)
    expect(await stages()).toMatchObject({ tellSmes: 'overdue', reportToIpa: 'escalated' })
    expect((await read()).counting).toBe(true)
    const found = check(await dumpOf(inject('endpoint'), house.table.name))
    expect(found.filter(({ where }) => where.includes(id))).toEqual([])
    expect(await house.runObligationSchedule()).toBe(0)
    await tally()
    expect(await house.runObligationSchedule()).toBe(1)
    expect(await stages()).toMatchObject({ tellSmes: 'escalated' })
  })
})
