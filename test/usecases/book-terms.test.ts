import { describe, expect, test } from 'vitest'
import { attestedBy, bookHeader, bookRow } from '../support/books.ts'
import { marketplace } from '../support/marketplace.ts'
import { good } from '../support/parties.ts'

const { house, parties, net } = await marketplace()
await parties.reseller('R1', [net])
house.clock.set('2027-10-01T09:00:00+09:00')

const further = ['自動更新（月）', '更新の申出期限（日前）', '契約終了日', '終了の事由'] as const
type Further = Partial<Record<(typeof further)[number], string>>

/** A row of a book whose contracts were signed on 2026-06-01, for a year, with what further columns say of it. */
const lineOf = (said: Further): string => [bookRow(), ...further.map((column) => said[column] ?? '')].join(',')
const recorded = async (...rows: readonly string[]): Promise<{ readonly id: string; readonly items: any[] }> => {
  const content = [[bookHeader, ...further].join(','), ...rows].join('\r\n')
  const { operationId } = good(await parties.staff.post('/v1/contract-imports', { format: 'csv', content, attestedBy }))
  await house.settle()
  return { id: operationId, items: good(await parties.staff.get(`/v1/operations/${operationId}/rows`)).items }
}
const contract = async ({ contractId }: { readonly contractId: string }) =>
  good(await parties.staff.get(`/v1/contracts/${contractId}`))

describe('a book with contracts whose first term is over (C19)', () => {
  test('puts them on record with their renewal or with their end, and refuses those that say neither', async () => {
    const { id, items } = await recorded(
      lineOf({ '自動更新（月）': '12か月', '更新の申出期限（日前）': '30' }),
      lineOf({ 契約終了日: '2027/5/31', 終了の事由: '満了' }),
      lineOf({ 契約終了日: '2026-12-31', 終了の事由: '解約' }),
      lineOf({}),
    )
    expect(items.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted', 'accepted', 'refused'])
    expect(await contract(items[0])).toMatchObject({
      stage: 'live',
      terms: { startOn: '2027-06-01', endOn: '2028-05-31', renewal: { months: 12, noticeDays: 30 } },
    })
    expect(await contract(items[1])).toMatchObject({ stage: 'ended', ending: { on: '2027-05-31', why: 'expired' } })
    expect(await contract(items[2])).toMatchObject({ ending: { on: '2026-12-31', why: 'cancelledBySme' } })
    const file = (await parties.staff.get(`/v1/operations/${id}/rows.csv?verdict=refused`)).text
    expect(file).toContain('契約終了日と終了の事由を入れて')
    expect(file.split('\r\n')[0]).toContain('説明日,自動更新（月）,更新の申出期限（日前）,契約終了日,終了の事由,結果')
  })

  test.each<[Further, string, string]>([
    [{ '自動更新（月）': '12' }, '更新の申出期限（日前）', '数がありません'],
    [{ 契約終了日: '2027-05-31' }, '終了の事由', '満了、解約、解除'],
    [{ 終了の事由: '満了' }, '契約終了日', ''],
    [{ 契約終了日: '2027-05-31', 終了の事由: '終わり' }, '終了の事由', '選べません'],
  ])('%j is refused at the column that is missing or wrong: %s', async (said, where, why) => {
    const [{ verdict, problem }] = (await recorded(lineOf(said))).items as [any]
    expect([verdict, problem.errors.map((one: any) => one.where)]).toEqual(['refused', [where]])
    expect(problem.errors[0].why.ja).toContain(why)
  })

  test('takes a row that says nothing of it for the same row as in a book without these columns', async () => {
    const line = bookRow({ 契約日: '2027-06-01', 説明日: '2027-06-01' })
    const [first] = (await recorded(`${line},,,,`)).items
    const content = [bookHeader, line].join('\r\n')
    const plain = await parties.staff.post('/v1/contract-imports?dryRun=true', { format: 'csv', content, attestedBy })
    expect(good(plain).rows).toMatchObject([{ contractId: first.contractId, replayed: true }])
  })

  test('gives the record of an ended one again when its row comes again (C18)', async () => {
    const line = lineOf({ 契約終了日: '2027-05-31', 終了の事由: '満了' })
    const [first] = (await recorded(line)).items
    const [again] = (await recorded(line)).items
    expect(again).toMatchObject({ verdict: 'accepted', contractId: first.contractId, replayed: true })
  })
})
