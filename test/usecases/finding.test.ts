import { shortNumberOf } from '../../shared/domain/short-number.ts'
import type { ContractId } from '../../shared/domain/ids.ts'
import { describe, expect, test } from 'vitest'
import type { Ask } from '../support/house.ts'
import { consent } from '../support/leaving.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, good, nextNumber, paper, partiesIn } from '../support/parties.ts'
import { readyToSign, signature } from '../support/signing.ts'

const { house, parties, net, leaver, attested, stopped } = await marketplace()

const search = async (ask: Ask, query: Readonly<Record<string, string | number>> = {}) => {
  const asked = new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
  )
  return ask.get(`/v1/contracts/search?${asked.toString()}`)
}
const found = async (ask: Ask, query: Readonly<Record<string, string | number>>): Promise<readonly any[]> =>
  good(await search(ask, query)).items
const idsOf = async (ask: Ask, query: Readonly<Record<string, string | number>>): Promise<readonly string[]> =>
  (await found(ask, query)).map(({ contractId }) => contractId)

/** A paper contract of a firm of its own, once it is listed. */
const listed = async (ask: Ask, more: Parameters<typeof paper>[1] = {}) => {
  const given = paper(net, more)
  const { contractId } = good(await ask.post('/v1/contracts/attest', given))
  await house.settle()
  return { contractId: contractId as string, corporateNumber: given.sme.corporateNumber }
}
const named = () => `株式会社試験${nextNumber()}号`

describe('a contract', () => {
  test('is found once it is signed, with its day, its amount over the term and the other party', async () => {
    const given = draft(net, { sme: { name: named() } })
    const { contractId, signer, sha256 } = await readyToSign(house, parties.admin, given)
    const asked = { corporateNumber: given.sme.corporateNumber }
    expect(await found(parties.admin, asked)).toEqual([])
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    await house.settle()
    expect(await found(parties.admin, asked)).toEqual([
      {
        contractId,
        shortNumber: shortNumberOf(contractId as ContractId),
        stage: 'live',
        resellerId: null,
        holder: parties.entityId,
        serviceId: net,
        sme: { smeId: given.sme.corporateNumber, name: given.sme.name, formerNames: [], formerSmeIds: [] },
        signedOn: '2026-10-01',
        contractAmountExTaxYen: 280_000 + 9_800 * 36,
        terms: {
          initialFeeExTaxYen: 280_000,
          monthlyFeeExTaxYen: 9_800,
          termMonths: 36,
          startOn: '2026-10-15',
          endOn: '2029-10-14',
        },
        endedOn: null,
      },
    ])
  })

  test('is found at both bounds of days and amounts, and not a day or a yen beyond', async () => {
    const { contractId, corporateNumber } = await listed(parties.admin, { signedOn: '2026-05-10' })
    const amount = 280_000 + 9_800 * 36
    const finds = async (query: object) =>
      (await idsOf(parties.admin, { corporateNumber, ...query })).includes(contractId)
    const plain = async (query: object) => (await idsOf(parties.admin, { ...query })).includes(contractId)
    for (const one of [finds, plain]) {
      expect(await one({ signedFrom: '2026-05-10', signedUntil: '2026-05-10' })).toBe(true)
      expect(await one({ signedFrom: '2026-05-11' })).toBe(false)
      expect(await one({ signedUntil: '2026-05-09' })).toBe(false)
      expect(await one({ amountFrom: amount, amountUntil: amount })).toBe(true)
      expect(await one({ amountFrom: amount + 1 })).toBe(false)
      expect(await one({ amountUntil: amount - 1 })).toBe(false)
      expect(await one({ signedFrom: '2026-05-10', signedUntil: '2026-05-10', amountFrom: amount })).toBe(true)
    }
  })

  test('is found by the beginning of its name, however it is typed, and keeps its name to the byte', async () => {
    const n = nextNumber()
    const name = `株式会社髙橋𠮷兵衛商店　第${n}`
    const { contractId } = await listed(parties.admin, { sme: { name } })
    for (const typed of [name, `高橋吉兵衛商店第${n}`, `髙橋 𠮷兵衛商店 第${n}`, `㈱髙橋吉兵衛商店第${n}`])
      expect(await found(parties.admin, { name: typed })).toMatchObject([{ contractId, sme: { name } }])
    expect(await found(parties.admin, { name: `吉兵衛商店第${n}` })).toEqual([])
  })

  test('that ended is still found, as ended', async () => {
    const { contractId, corporateNumber } = await listed(parties.admin)
    const on = house.clock.today()
    const words = { on, reason: '廃業', askedBy: '社長', how: 'phone' }
    const { leaving: leave } = good(await parties.admin.post(`/v1/contracts/${contractId}/request-cancellation`, words))
    good(await parties.admin.post(`/v1/contracts/${contractId}/cancel`, { penaltyExTaxYen: leave.penaltyExTaxYen }))
    await house.settle()
    expect(await found(parties.admin, { corporateNumber })).toMatchObject([{ contractId, stage: 'ended', endedOn: on }])
  })
})

describe('who searches', () => {
  test('a reseller finds what it holds, the implementing entity everything, another one nothing', async () => {
    const [one, other] = [await leaver(), await leaver()]
    const { contractId, corporateNumber } = await listed(one.ask)
    expect(await idsOf(one.ask, { corporateNumber })).toEqual([contractId])
    expect(await idsOf(other.ask, { corporateNumber })).toEqual([])
    expect(await idsOf(parties.staff, { corporateNumber })).toEqual([contractId])
    expect(await idsOf((await partiesIn(house)).admin, { corporateNumber })).toEqual([])
  })

  test('a contract that moves is found by its new holder, and no more by the one that left', async () => {
    const [left, next] = [await leaver(), await leaver()]
    const contractId = await attested(left)
    const { path } = await stopped(left)
    await house.settle()
    const to = { settlement: 'movedToReseller', resellerId: next.resellerId, consent }
    good(await parties.staff.post(`${path}/takeovers/${contractId}/settle`, to))
    await house.settle()
    expect(await idsOf(left.ask, {})).toEqual([])
    expect(await idsOf(next.ask, {})).toEqual([contractId])
  })

  test('a cursor goes on with its own search, for its own people, and with no other', async () => {
    const { ask } = await leaver()
    for (let n = 0; n < 3; n += 1) await listed(ask)
    const first = good(await search(ask, { limit: 2, amountFrom: 1 }))
    expect(first.items).toHaveLength(2)
    const cursor = first.nextCursor as string
    const rest = good(await search(ask, { limit: 2, amountFrom: 1, cursor }))
    expect(rest).toMatchObject({ nextCursor: null })
    expect(rest.items).toHaveLength(1)
    expect((await search(ask, { limit: 2, amountFrom: 2, cursor })).status).toBe(404)
    expect((await search((await leaver()).ask, { limit: 2, amountFrom: 1, cursor })).status).toBe(404)
  })
})

describe('what cannot be asked is said', () => {
  test.each([
    [{ signedFrom: '2026-10-02', signedUntil: '2026-10-01' }, 422, 'out-of-order'],
    [{ amountFrom: 2, amountUntil: 1 }, 422, 'does-not-fit'],
    [{ name: '株式会社' }, 422, 'does-not-fit'],
    [{ amountFrom: -1 }, 400, 'malformed'],
    [{ amountFrom: '' }, 400, 'malformed'],
    [{ amountUntil: '1e6' }, 400, 'malformed'],
    [{ signedFrom: '2026-02-30' }, 400, 'malformed'],
    [{ corporateNumber: '1234567890123' }, 400, 'malformed'],
    [{ amount: 1 }, 400, 'malformed'],
    [{ cursor: 'x' }, 404, 'not-found'],
  ])('%j: %i %s', async (query, status, kind) => {
    const reply = await search(parties.admin, query)
    expect([reply.status, reply.body.kind]).toEqual([status, kind])
    const { cursor, ...asked } = query as Record<string, string>
    if (cursor) return
    const file = await parties.admin.get(`/v1/contracts/search.csv?${new URLSearchParams(asked).toString()}`)
    expect([file.status, file.body.kind]).toEqual([status, kind])
  })
})

test('the file has day, amount and party first, and all that was found', async () => {
  const { ask, resellerId } = await leaver()
  const name = '=株式会社計算'
  const { contractId, corporateNumber } = await listed(ask, { sme: { name }, signedOn: '2026-06-01' })
  await listed(ask, { signedOn: '2026-07-01' })
  const { text, headers } = await parties.staff.get(`/v1/contracts/search.csv?corporateNumber=${corporateNumber}`)
  expect(headers['content-disposition']).toMatch(/^attachment; filename="contracts-search-\d{8}T\d{6}\.csv"$/)
  const [header = '', row = '', end] = text.replace('\ufeff', '').split('\r\n')
  expect(header).toMatch(/^取引年月日,取引金額（税抜・円）,取引先,取引先の法人番号,契約番号,/)
  expect(row).toMatch(
    new RegExp(
      `^2026-06-01,632800,'${name},${corporateNumber},${shortNumberOf(contractId as ContractId)},280000,9800,36,`,
    ),
  )
  const { name: holder } = good(await parties.admin.get(`/v1/resellers/${resellerId}`))
  expect(row.endsWith(`,契約中,,${holder},${contractId}`)).toBe(true)
  expect(end).toBe('')
  const mine = (await ask.get('/v1/contracts/search.csv')).text.trim().split('\r\n')
  expect(mine.slice(1).map((line) => line.slice(0, 10))).toEqual(['2026-07-01', '2026-06-01'])
  expect(mine[1]?.split(',').at(-2)).toBe(holder)
})
