import { describe, expect, test } from 'vitest'
import { marketplace } from '../support/marketplace.ts'
import { meterOn } from '../support/meter.ts'
import { draft, good, paper } from '../support/parties.ts'

const { house, parties, net } = await marketplace()
const end = await parties.service('END', { as: 'E-1' })
const { ask: seller, resellerId } = await parties.reseller('R1', [net, end])
const other = (await parties.reseller('R2', [net, end])).ask

const uncounted = { monthlyFeeExTaxYen: 1_000, importantTerminals: null }
const made = async (given: object) => good(await seller.post('/v1/contracts/attest', given)).contractId as string
const notCounted = await made(paper(end, { terms: uncounted }))
const dependsOn = good(await seller.post('/v1/contracts', draft(net, { terms: { monthlyFeeExTaxYen: 9_500 } })))
const certain = good(await seller.post('/v1/contracts', draft(net, { terms: { monthlyFeeExTaxYen: 9_000 } })))
  .contractId as string
good(await other.post('/v1/contracts/attest', paper(end, { terms: uncounted })))

const listed = async (ask: typeof seller, query: string): Promise<readonly any[]> =>
  good(await ask.get(`/v1/contracts?${query}`)).items
const ids = (items: readonly any[]): readonly string[] => items.map(({ contractId }): string => contractId).sort()

describe('contracts are listed by what their edition leaves open', () => {
  test('of one kind: 附則1.(4) not known, 第2章1.(7)ア・イ depends', async () => {
    expect(ids(await listed(seller, 'doubt=notKnown'))).toEqual([notCounted])
    const [line, ...more] = await listed(seller, 'doubt=depends')
    expect([more, line.contractId]).toEqual([[], dependsOn.contractId])
    expect(line.doubts).toEqual([{ kind: 'depends', clause: '第2章1.(7)ア・イ' }])
  })

  test('of any kind, each with the very doubts that reading it shows; what is certain is not among them', async () => {
    const items = await listed(seller, 'doubt=any')
    expect(ids(items)).toContain(notCounted)
    expect(ids(items)).toContain(dependsOn.contractId)
    expect(ids(items)).not.toContain(certain)
    for (const { contractId, doubts } of items)
      expect(doubts).toEqual(good(await seller.get(`/v1/contracts/${contractId}`)).doubts)
  })

  test('beside the other filters, to the implementing entity of every reseller, to a reseller of its own', async () => {
    expect(await listed(parties.staff, 'doubt=notKnown')).toHaveLength(2)
    expect(ids(await listed(parties.staff, `doubt=notKnown&resellerId=${resellerId}`))).toEqual([notCounted])
    expect(await listed(parties.staff, `doubt=notKnown&serviceId=${net}`)).toEqual([])
    expect(await listed(seller, 'doubt=notKnown&stage=ended')).toEqual([])
    const { corporateNumber } = draft(net).sme
    expect(await listed(seller, `doubt=any&corporateNumber=${corporateNumber}`)).toEqual([])
    expect(ids(await listed(other, 'doubt=notKnown'))).not.toContain(notCounted)
  })

  test('a list that does not ask says nothing of it, and a word that is none is refused', async () => {
    for (const line of await listed(seller, 'limit=50')) expect(line).not.toHaveProperty('doubts')
    expect((await seller.get('/v1/contracts?doubt=open')).body).toMatchObject({
      kind: 'malformed',
      errors: [{ where: 'doubt' }],
    })
  })

  test('costs one request more, and one read unit a contract of the page', async () => {
    const meter = meterOn(house.table)
    const cost = async (query: string) => {
      meter.reset()
      await listed(parties.staff, query)
      return meter.read()
    }
    const [plain, asked] = [await cost('limit=50'), await cost('limit=50&doubt=any')]
    expect([asked.requests - plain.requests, asked.readUnits - plain.readUnits]).toEqual([1, 4])
  })
})
