import { describe, expect, test } from 'vitest'
import { newHouse, type Ask } from '../support/house.ts'
import { corporateNumber, draft, good, nextNumber, paper, partiesIn } from '../support/parties.ts'
import { offer, readyToSign, signature, speaker } from '../support/signing.ts'
import { rowsIn } from '../support/table-rows.ts'

const house = await newHouse()
const parties = await partiesIn(house)
const { admin } = parties
const net = await parties.service('NET')
const end = await parties.service('END')
const one = await parties.reseller('R1', [net, end])
const other = await parties.reseller('R2', [net])

const browse = async (ask: Ask, query = '') => good(await ask.get(`/v1/contracts/browse?${query}`))
const names = ({ items }: any): readonly string[] => items.map(({ sme }: any) => sme.name)
const idsIn = ({ items }: any): readonly string[] => items.map(({ contractId }: any) => contractId)
const find = async (ask: Ask, q: string) => good(await ask.get(`/v1/contracts/find?q=${encodeURIComponent(q)}`)).items
const counts = async (ask: Ask, query = '') => good(await ask.get(`/v1/contracts/counts?${query}`))

const made: Record<string, string> = {}
const drafted = async (name: string, sme: object = {}, n = nextNumber(), serviceId = net) => {
  made[name] = good(await one.ask.post('/v1/contracts', draft(serviceId, { n, sme: { name, ...sme } }))).contractId
}
const fisher = nextNumber()
await drafted('みなと食品協同組合', { reading: 'みなとしょくひんきょうどうくみあい' })
await drafted('株式会社青空水産', { reading: 'あおぞらすいさん' }, fisher)
await drafted('ゆうひ工業株式会社', { reading: 'ゆうひこうぎょう' }, nextNumber(), end)
const offered = await offer(house, one.ask, draft(net, { sme: { name: '提示中の商店' } }))
const signing = await readyToSign(house, one.ask, draft(net, { sme: { name: '締結済み株式会社' } }))
good(await signing.signer.post('/v1/signing/sign', signature(signing.sha256)))
const old = paper(net, { signedOn: '2026-05-01', terms: { termMonths: 12 }, sme: { name: '紙の契約商会' } })
const onPaper = good(await admin.post('/v1/contracts/attest', old)).contractId as string
await house.settle()

describe('a book of contracts', () => {
  test('shows drafts too, what changed last first, to the reseller its own and to the implementing entity all', async () => {
    const all = await browse(admin)
    expect(new Set(names(all))).toEqual(
      new Set([
        'みなと食品協同組合',
        '株式会社青空水産',
        'ゆうひ工業株式会社',
        '提示中の商店',
        '締結済み株式会社',
        '紙の契約商会',
      ]),
    )
    const times = all.items.map(({ changedAt }: any) => changedAt)
    expect(times).toEqual(times.toSorted().toReversed())
    expect(names(await browse(one.ask))).toEqual(names(all).filter((name) => name !== '紙の契約商会'))
    expect(idsIn(await browse(admin, `resellerId=${one.resellerId}`))).toEqual(idsIn(await browse(one.staff)))
    expect(names(await browse(other.ask))).toEqual([])
    expect((await other.ask.get(`/v1/contracts/browse?resellerId=${one.resellerId}`)).status).toBe(404)
  })

  test('is put in order by ふりがな, day of signing and last day, of the stages and the service asked for', async () => {
    const read = names(await browse(one.ask, 'sort=firm&stage=drafted'))
    expect(read).toEqual(['株式会社青空水産', 'みなと食品協同組合', 'ゆうひ工業株式会社'])
    expect(names(await browse(one.ask, 'sort=firm&order=desc&stage=drafted'))).toEqual(read.toReversed())
    expect(names(await browse(admin, 'sort=signed&stage=live'))).toEqual(['締結済み株式会社', '紙の契約商会'])
    expect(names(await browse(admin, 'sort=end&order=asc&stage=live'))).toEqual(['紙の契約商会', '締結済み株式会社'])
    expect(names(await browse(admin, 'sort=end&stage=live&until=2027-04-30'))).toEqual(['紙の契約商会'])
    expect(names(await browse(admin, 'sort=end&stage=live&until=2027-04-29'))).toEqual([])
    expect(names(await browse(admin, `serviceId=${end}`))).toEqual(['ゆうひ工業株式会社'])
    expect((await admin.get('/v1/contracts/browse?sort=firm&from=2026-01-01')).status).toBe(422)
  })

  test('is read page by page to its end and back again, nothing twice and nothing left out', async () => {
    for (const query of ['', 'sort=firm', 'sort=end&order=asc']) {
      const whole = idsIn(await browse(admin, query))
      const forth: any[] = [await browse(admin, `${query}&limit=2`)]
      expect(forth[0].previousCursor).toBeNull()
      while (forth.at(-1).nextCursor)
        forth.push(await browse(admin, `${query}&limit=2&cursor=${forth.at(-1).nextCursor}`))
      expect(forth.flatMap(idsIn)).toEqual(whole)
      const back: any[] = [forth.at(-1)]
      while (back[0].previousCursor)
        back.unshift(await browse(admin, `${query}&limit=2&cursor=${back[0].previousCursor}`))
      expect(back.flatMap(idsIn)).toEqual(whole)
      expect(idsIn(await browse(admin, `${query}&limit=2&cursor=${back[0].nextCursor}`))).toEqual(whole.slice(2, 4))
    }
    expect(
      (await one.ask.get(`/v1/contracts/browse?cursor=${(await browse(admin, 'limit=2')).nextCursor}`)).status,
    ).toBe(404)
  })

  test('says what wants attention and counts it, until it is seen to', async () => {
    expect((await browse(one.ask, 'attention=link')).items).toMatchObject([
      { contractId: offered.contractId, attention: [{ reason: 'link', on: expect.any(String) }] },
    ])
    const before = await counts(one.ask)
    expect(before).toMatchObject({
      total: 5,
      byStage: { drafted: 3, offered: 1, live: 1, ended: 0, void: 0 },
      byAttention: { link: 1, dispute: 0 },
      byReseller: null,
    })
    expect(before.byService.find(({ serviceId }: any) => serviceId === end).byStage.drafted).toBe(1)
    good(await one.ask.post(`/v1/contracts/${offered.contractId}/withdraw`))
    expect(names(await browse(one.ask, 'attention=any'))).toEqual([])
    await house.settle()
    expect(await counts(one.ask)).toMatchObject({
      total: 4,
      byStage: { offered: 0, void: 1 },
      byAttention: { link: 0 },
    })
    expect(names(await browse(one.ask, 'stage=void'))).toEqual(['提示中の商店'])
  })

  test('is counted for an implementing entity by reseller and by month, and a second listing counts nothing twice', async () => {
    const stages = async (query = '') => (await counts(admin, query)).byStage
    const found = await counts(admin)
    expect(found.months.at(-1)).toMatchObject({ month: house.clock.today().slice(0, 7), new: 1, ended: 0 })
    expect(found.months.find(({ month }: any) => month === '2026-05')).toMatchObject({ new: 1 })
    expect(found.byReseller).toEqual([
      { resellerId: null, byStage: { drafted: 0, offered: 0, live: 1, ended: 0, void: 0 } },
      { resellerId: one.resellerId, byStage: await stages(`resellerId=${one.resellerId}`) },
    ])
    good(await admin.post('/v1/contracts/relist'))
    await house.settle()
    expect({ ...(await counts(admin)), asOf: null }).toEqual({ ...found, asOf: null })
    const lines = (await rowsIn(house.table)).filter(({ t, sk }) => t === 'bookLine' && String(sk).endsWith(onPaper))
    expect(new Set(lines.map(({ pk }) => String(pk).split('#')[1]))).toEqual(new Set([parties.entityId]))
  })

  test('finds a contract by any part of its firm’s name, ふりがな, number, 法人番号 or who signs, and says why', async () => {
    const minato = made['みなと食品協同組合']
    for (const q of ['食品', 'みなと', 'ミナト食品', ' 食品 '])
      expect(await find(one.ask, q)).toMatchObject([{ contract: { contractId: minato }, why: 'name' }])
    expect(await find(one.ask, 'あおぞら')).toMatchObject([
      { why: 'reading', contract: { sme: { name: '株式会社青空水産' } } },
    ])
    const number = corporateNumber(fisher)
    for (const q of [
      number,
      number.replace(/^(.{5})/, '$1-'),
      number.replaceAll(/\d/g, (d) => String.fromCodePoint(0xff10 + Number(d))),
    ])
      expect(await find(one.ask, q)).toMatchObject([{ why: 'corporateNumber', contract: { sme: { smeId: number } } }])
    const { shortNumber } = good(await admin.get(`/v1/contracts/${minato}`))
    for (const q of [shortNumber, shortNumber.toLowerCase().replaceAll('-', ' '), shortNumber.slice(0, 9)])
      expect(await find(admin, q)).toMatchObject([{ why: 'shortNumber', contract: { contractId: minato } }])
    expect((await find(one.ask, '花子')).map(({ why, matched }: any) => [why, matched])).toEqual(
      Array.from({ length: 5 }, () => ['signatory', '髙橋 花子']),
    )
    expect(await find(other.ask, '食品')).toEqual([])
    expect(await find((await partiesIn(house)).admin, '食品')).toEqual([])
  })

  test('finds a firm by the name it went by before, and under its new one in the order of names', async () => {
    const contract = made['株式会社青空水産']
    const renamed = draft(net, { n: fisher, sme: { name: '株式会社おおぞらフーズ', reading: 'おおぞらふーず' } })
    good(await one.ask.post(`/v1/contracts/${contract}/revise`, renamed, { ifMatch: '"1"' }))
    await house.settle()
    expect(await find(one.ask, 'フーズ')).toMatchObject([{ why: 'name' }])
    expect(await find(one.ask, '青空')).toEqual([])
    expect(names(await browse(one.ask, 'sort=firm&stage=drafted'))[0]).toBe('株式会社おおぞらフーズ')
    expect(speaker.name).not.toBe('')
  })
})
