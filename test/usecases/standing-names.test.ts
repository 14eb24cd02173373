import { describe, expect, test } from 'vitest'
import { caseFile } from '../support/case-files.ts'
import type { Ask } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, good, nextNumber, paper } from '../support/parties.ts'

const { house, parties, net } = await marketplace()
const seller = await parties.reseller('R1', [net])
const other = await parties.reseller('R2', [net])

const by = `attestedByName=${encodeURIComponent('青木 誠')}&attestedByTitle=${encodeURIComponent('課長')}`
const sent = async (name: string): Promise<readonly any[]> => {
  const { operationId } = good(
    await parties.staff.post(`/v1/contract-imports?${by}`, undefined, {
      raw: caseFile(name),
      headers: { 'content-type': 'application/octet-stream' },
    }),
  )
  await house.settle()
  return good(await parties.staff.get(`/v1/operations/${operationId}/rows?limit=200`)).items
}
const nameIn = (problem: any) => problem.standing?.differs.find(({ what }: { what: string }) => what === 'sme.name')

describe('a book sent a second time as another machine writes it', () => {
  test('says of each row which contract stands and that the name is written otherwise, 8 of 11 (C12)', async () => {
    const first = await sent('C12a-as-a-mac-writes-utf8.csv')
    const again = await sent('C12b-as-windows-writes-cp932.csv')
    const refused = again.filter(({ verdict }) => verdict === 'refused')
    expect(refused).toHaveLength(8)
    for (const { row, problem } of refused) {
      const stands = first.find((one) => one.row === row)
      expect(problem.standing.contractId).toBe(stands.contractId)
      expect(problem.standing.differs).toHaveLength(1)
      // € has no place in Shift_JIS: that row was written in other words.
      const how = row === 11 ? 'name' : 'writing'
      expect(nameIn(problem)).toMatchObject({ standing: stands.name, how })
      expect(problem.breaches[0].why.ja.includes('同じ名前の別の書き方と見られます')).toBe(row !== 11)
    }
    expect(refused[0].problem.breaches[0].why.ja).toContain(
      '既にある契約の字は「〜」（U+301C）、今回の字は「～」（U+FF5E）',
    )
    expect(again.filter(({ replayed }) => replayed)).toHaveLength(2)
  })

  test('names the marks of decomposed kana, which are drawn alike (C13)', async () => {
    await sent('C13a-decomposed-kana.csv')
    const refused = (await sent('C13b-the-same-composed.csv')).filter(({ verdict }) => verdict === 'refused')
    expect(refused.length).toBeGreaterThan(0)
    for (const { problem } of refused) {
      expect(nameIn(problem)).toMatchObject({ how: 'writing' })
      expect(problem.breaches[0].why.ja).toMatch(/U\+309[9A]/)
    }
  })
})

describe('a firm whose contract stands, asked for under another writing of its name (C12)', () => {
  const standing = async (name: string) => {
    const n = nextNumber()
    const { contractId } = good(await seller.ask.post('/v1/contracts/attest', paper(net, { n, sme: { name } })))
    return { n, contractId }
  }
  const ways: Readonly<Record<string, (ask: Ask, n: number, sme: object) => Promise<{ status: number; body: any }>>> = {
    'a draft': (ask, n, sme) => ask.post('/v1/contracts', draft(net, { n, sme })),
    'a paper contract': (ask, n, sme) => ask.post('/v1/contracts/attest', paper(net, { n, sme })),
  }

  test.each([
    ['株式会社髙橋商店', '（株）高橋商店', 'writing'],
    ['株式会社髙橋商店', '㈱髙橋　商店', 'writing'],
    ['株式会社渡邊工業', '渡辺工業', 'writing'],
    ['架空ガラス', '架空ｶﾞﾗｽ', 'writing'],
    ['架空センター', '架空センタ－', 'writing'],
    ['（一社）架空協会', '一般社団法人架空協会', 'writing'],
    ['株式会社架空商店', '有限会社架空商店', 'legalForm'],
    ['株式会社架空商店', '株式会社絵空商店', 'name'],
  ])('%s and %s: %s', async (name, given, how) => {
    const { n, contractId } = await standing(name)
    for (const way of Object.values(ways)) {
      const { status, body } = await way(seller.ask, n, { name: given })
      expect([status, body.standing.contractId]).toEqual([422, contractId])
      expect(nameIn(body)).toEqual({ what: 'sme.name', standing: name, given, how })
    }
  })

  test('nothing of it is said to another reseller', async () => {
    const { n, contractId } = await standing('株式会社髙橋商店')
    for (const way of Object.values(ways)) {
      const { status, body } = await way(other.ask, n, { name: '㈱高橋商店' })
      expect([status, body.standing]).toEqual([422, undefined])
      for (const word of [contractId, '髙橋', '書き方']) expect(JSON.stringify(body)).not.toContain(word)
    }
  })

  test('it is called the same only where the whole text is: 5 employees there and 6 here are named', async () => {
    const { n } = await standing('架空商店')
    const said = async (sme: object) => (await parties.staff.post('/v1/contracts/attest', paper(net, { n, sme }))).body
    const given = (more: object) => ({ name: '架空商店', ...more })
    expect((await seller.ask.post('/v1/contracts/attest', paper(net, { n, sme: given({}) }))).body).toMatchObject({
      standing: { differs: [] },
      breaches: [{ why: { ja: expect.stringContaining('内容は同じです') } }],
    })
    const noticeContact = { mail: 'other@sme.example.jp', phone: '03-0000-1000' }
    for (const [more, what] of [
      [{ employees: 6 }, 'sme.employees'],
      [{ industry: '製造業' }, 'sme.industry'],
      [{ noticeContact }, 'sme.noticeContact.mail'],
    ] as const)
      expect((await said(given(more))).standing?.differs.map((one: { what: string }) => one.what)).toContain(what)
  })

  test('two texts of equal sums and other parts are told apart', async () => {
    const n = nextNumber()
    good(await seller.ask.post('/v1/contracts/attest', paper(net, { n })))
    const initialFeeParts = [{ what: '機器一式', exTaxYen: 280_000 }]
    const { body } = await seller.ask.post('/v1/contracts/attest', paper(net, { n, terms: { initialFeeParts } }))
    expect(body.standing.differs).toEqual([
      {
        what: 'terms.initialFeeParts',
        standing: '機器代 200,000円、設置作業 80,000円',
        given: '機器一式 280,000円',
      },
    ])
  })
})
