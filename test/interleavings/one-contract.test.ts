import { describe, expect, test } from 'vitest'
import { runJob } from '../../functions/processes/run-job.ts'
import { attestedBy, bookOfRows, bookRow } from '../support/books.ts'
import type { Ask } from '../support/house.ts'
import { good, nextNumber, paper } from '../support/parties.ts'
import { signature, type Ready } from '../support/signing.ts'
import { inEveryOrder, sceneOfOrders, told, type SceneOfOrders } from './all-orders.ts'

const sign = ({ signer, sha256 }: Ready) => signer.post('/v1/signing/sign', signature(sha256))

/** One book of one row, taken in and waiting for its worker; gives the worker, and what became of the row. */
const bookTakenIn = async ({ house, parties }: SceneOfOrders, row: string) => {
  const given = { format: 'csv', content: bookOfRows(row), attestedBy }
  const { operationId } = good(await parties.staff.post('/v1/contract-imports', given))
  return {
    work: () => runJob(house.deps)({ stream: operationId, seq: 1 }, () => true),
    result: async () => good(await parties.staff.get(`/v1/operations/${operationId}/rows`)).items[0],
  }
}

describe('第2章1.(6) in every order', () => {
  const contended = async (sellers: number) => {
    const scene = await sceneOfOrders()
    const sme = nextNumber()
    const asks: Ask[] = []
    for (let n = 1; n <= sellers; n += 1) asks.push((await scene.parties.reseller(`R${n}`, [scene.net])).ask)
    return { scene, sme, asks: asks as [Ask, ...Ask[]] }
  }
  const oneWins = (answers: readonly string[]) =>
    expect(answers.toSorted()).toEqual([...answers.slice(1).map(() => '422 第2章1.(6)'), 'done'])

  test('two resellers sign one SME: one wins, and the other is told by the clause', async () => {
    const { scene, sme, asks } = await contended(2)
    const ready = [await scene.ready(asks[0], sme), await scene.ready(asks[1] ?? asks[0], sme)]
    const actors = ready.map((one) => () => sign(one))
    const { orders } = await inEveryOrder('R1 two sign', scene.house, actors, {
      after: async (answers) => oneWins(answers.map(told)),
    })
    expect(orders).toBeGreaterThan(1)
  })

  test('three resellers sign one SME: one wins', async () => {
    const { scene, sme, asks } = await contended(3)
    const ready: Ready[] = []
    for (const ask of asks) ready.push(await scene.ready(ask, sme))
    const actors = ready.map((one) => () => sign(one))
    const { orders } = await inEveryOrder('R1 three sign', scene.house, actors, {
      after: async (answers) => oneWins(answers.map(told)),
    })
    expect(orders).toBeGreaterThan(6)
  })

  test('one signs, one attests a paper, and a row of a book says the same: one wins', async () => {
    const { scene, sme, asks } = await contended(2)
    const { house, net, ready } = scene
    const [first, second = first] = asks
    const signing = await ready(first, sme)
    const book = await bookTakenIn(scene, bookRow({ 再販協力会社コード: 'R1' }, sme))
    const actors = [
      async () => told(await sign(signing)),
      async () => told(await second.post('/v1/contracts/attest', paper(net, { n: sme }))),
      async () => String(await book.work()),
    ]
    const { orders } = await inEveryOrder('R1 sign, attest and import', house, actors, {
      after: async ([signed, attested, worked]) => {
        expect(worked).toBe('true')
        const row = await book.result()
        oneWins([signed ?? '', attested ?? '', row.verdict === 'accepted' ? 'done' : `422 ${row.problem.clause}`])
      },
    })
    expect(orders).toBeGreaterThan(6)
  })
})
