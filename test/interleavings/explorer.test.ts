import { describe, expect, test } from 'vitest'
import { takeOverContracts } from '../../functions/processes/takeover/take-over-contracts.ts'
import { digest } from '../../functions/adapters/canonical.ts'
import { deliverEvent } from '../../functions/notifications/dispatch.ts'
import { explore, inOneStep } from '../support/explorer.ts'
import { newHouse } from '../support/house.ts'
import { leaving } from '../support/leaving.ts'
import { good, nextNumber, paper, partiesIn } from '../support/parties.ts'
import { readyIn, signature } from '../support/signing.ts'
import { nothing, walking, type Touches } from '../support/steps.ts'
import { answerFrom, where, type Row } from '../support/table-in-memory.ts'
import { rowsIn } from '../support/table-rows.ts'

const step = (touches: Partial<Touches>, go: () => void = () => undefined): Promise<void> =>
  walking.getStore()?.step({ ...nothing, ...touches }, async () => go()) ?? Promise.reject(new Error('nobody walks'))
const take = async (touches: readonly Partial<Touches>[]) => {
  for (const one of touches) await step(one)
}
const steps = (count: number, touches: Partial<Touches>) => Array.from({ length: count }, () => touches)
const untold = { rewind: async () => undefined, check: async () => undefined }

describe('the explorer', () => {
  test('walks every order of steps that meet: two of five, three of two', async () => {
    const writing = { writes: ['one|row'] }
    const two = await explore({ ...untold, actors: [() => take(steps(5, writing)), () => take(steps(5, writing))] })
    expect(two).toEqual({ orders: 252, plain: 252n })
    const three = await explore({ ...untold, actors: Array.from({ length: 3 }, () => () => take(steps(2, writing))) })
    expect(three).toEqual({ orders: 90, plain: 90n })
  })

  test('walks one of orders that are the same, and says for how many it stands', async () => {
    const actors = ['one|row', 'another|row'].map((row) => () => take(steps(5, { writes: [row] })))
    expect(await explore({ ...untold, actors })).toEqual({ orders: 1, plain: 252n })
    const reading = () => take(steps(4, { reads: ['one|row'] }))
    expect(await explore({ ...untold, actors: [reading, reading] })).toEqual({ orders: 1, plain: 70n })
    // A writer among a reader's four reads: after none of them, or after one to four.
    const writer = () => take([{ writes: ['one|row'] }])
    expect(await explore({ ...untold, actors: [reading, writer] })).toEqual({ orders: 5, plain: 5n })
    const partition = () => take(steps(2, { partitions: ['one|'] }))
    expect(await explore({ ...untold, actors: [partition, writer] })).toEqual({ orders: 3, plain: 3n })
  })

  test('takes what one actor asks for at once in every order too', async () => {
    const both = async () => {
      await Promise.all([take([{ writes: ['one|row'] }]), take([{ writes: ['one|row'] }])])
    }
    expect(await explore({ ...untold, actors: [both] })).toEqual({ orders: 2, plain: 2n })
  })

  test('lets the clock go on before, between and after, and knows when each began', async () => {
    const seen = new Set<string>()
    let now = 0
    const reader = async () => {
      const began = now
      await step({ reads: ['one|row'] })
      return `${began} ${now}`
    }
    const explored = await explore({
      actors: [reader, () => inOneStep(() => String((now += 1)))],
      withClock: true,
      rewind: async () => void (now = 0),
      check: async ([moments]) => void seen.add(moments ?? ''),
    })
    expect([...seen].toSorted()).toEqual(['0 0', '0 1', '1 1'])
    expect(explored.orders).toBe(3)
  })

  test('finds what is read and then written without looking again', async () => {
    let [row, lost] = [0, 0]
    const add = async () => {
      let read = 0
      await step({ reads: ['a|counter'] }, () => (read = row))
      await step({ writes: ['a|counter'] }, () => (row = read + 1))
    }
    const rewind = async () => void (row = 0)
    const check = async () => void (lost += row === 2 ? 0 : 1)
    expect(await explore({ actors: [add, add], rewind, check })).toEqual({ orders: 4, plain: 6n })
    expect(lost).toBe(2)
  })

  test('passes on what an actor throws', async () => {
    const broken = async () => {
      await step({})
      throw new Error('a defect')
    }
    await expect(explore({ ...untold, actors: [broken] })).rejects.toThrow('a defect')
  })
})

/** What a row says, bytes as text. */
const said = (row: object) =>
  Object.entries(row)
    .map(([name, value]) => [name, value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value])
    .sort(([one], [other]) => (one < other ? -1 : 1))

test('the table in memory answers every request as the engine does', async () => {
  const house = await newHouse()
  const { db } = house.table
  const send = db.send.bind(db) as (command: unknown) => Promise<any>
  const rows = new Map((await rowsIn(house.table)).map((row) => [where(row as Row), row as Row]))
  const kinds = new Map<string, number>()
  const keysIn = ({ Items, Responses = {} }: any): readonly string[] =>
    (Items ?? Object.values(Responses).flat()).map(where).toSorted()
  /** What an answer says: the row, the keys of rows, whether there is more; or why it was refused, item by item. */
  const outcome = (settled: PromiseSettledResult<any>) => {
    if (settled.status === 'rejected') {
      const { name, CancellationReasons = [] } = settled.reason
      return [name, CancellationReasons.map(({ Code }: { Code?: string }) => Code ?? 'None')]
    }
    const { Item = {}, LastEvaluatedKey } = settled.value
    return [said(Item), keysIn(settled.value), LastEvaluatedKey === undefined]
  }
  const alike = async (command: any) => {
    const [real, memory] = await Promise.allSettled([send(command), (async () => answerFrom(rows, command))()])
    const { name } = command.constructor
    kinds.set(name, (kinds.get(name) ?? 0) + 1)
    expect([name, outcome(memory)]).toEqual([name, outcome(real)])
    if (real.status === 'rejected') throw real.reason
    return real.value
  }
  Object.assign(db, { send: alike })

  const parties = await partiesIn(house)
  const net = await parties.service('NET')
  const { leaver, attested, stopped } = leaving({ house, parties, net })
  const [one, other] = [await leaver(), await leaver()]
  const sme = nextNumber()
  const ready = [await readyIn(house, net)(one.ask, sme), await readyIn(house, net)(other.ask, sme)]
  const answers = []
  for (const { signer, sha256 } of ready) answers.push(await signer.post('/v1/signing/sign', signature(sha256)))
  expect(answers.map(({ status }) => status)).toEqual([200, 422])
  const same = paper(net)
  for (const key of ['once', 'once']) good(await one.ask.post('/v1/contracts/attest', same, { key }))
  for (let n = 0; n < 8; n += 1) await attested(one)
  const { discontinuanceId, path } = await stopped(one)
  await takeOverContracts(house.deps)(parties.entityId, discontinuanceId, () => true)
  await house.runContractSchedule()
  await house.expireOverdue()
  good(await parties.staff.get(path))
  const [letter] = await house.deps.ledger.due(0, 1)
  if (letter) await deliverEvent(house.deps)(letter, false)

  Object.assign(db, { send })
  const all = (given: Iterable<object>) =>
    digest([...given].map((row) => `${where(row as Row)} ${JSON.stringify(said(row))}`).toSorted())
  expect(all(rows.values())).toBe(all(await rowsIn(house.table)))
  expect([...kinds.keys()].toSorted()).toEqual([
    'BatchGetCommand',
    'GetCommand',
    'QueryCommand',
    'TransactWriteCommand',
  ])
})
