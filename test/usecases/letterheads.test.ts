import { describe, expect, test } from 'vitest'
import { marketplace } from '../support/marketplace.ts'
import { draft, good } from '../support/parties.ts'
import { letterheadGiven } from '../support/scene-resellers.ts'

const { house, parties, net } = await marketplace()
const { admin, staff } = parties
const { ask, resellerId } = await parties.reseller('R1', [net])
const own = '/v1/implementing-entity/letterhead'
const ofReseller = `/v1/resellers/${resellerId}/letterhead`

const drafted = async () => good(await ask.post('/v1/contracts', draft(net))).contractId as string
const textOf = async (contractId: string) => good(await staff.get(`/v1/contracts/${contractId}/disclosure`)).disclosure

describe('the address and the representative of a company', () => {
  test('stand in the text of every contract drafted from their day on, and in none drafted before', async () => {
    const before = await drafted()
    good(await admin.post(own, letterheadGiven))
    good(await ask.post(ofReseller, { ...letterheadGiven, representative: { name: '販売 花子', title: '代表取締役' } }))
    const { implementingEntity, reseller } = await textOf(await drafted())
    expect(implementingEntity).toMatchObject({
      reading: 'かくうしょうじ',
      postalAddress: { postalCode: '100-0001', prefecture: '東京都', rest: '千代田区架空１－２－３' },
      representative: { name: '架空 太郎', title: '代表取締役' },
    })
    expect(reseller.representative).toStrictEqual({ name: '販売 花子', title: '代表取締役' })
    expect((await textOf(before)).implementingEntity).not.toHaveProperty('postalAddress')
    const page = (await ask.get(`/v1/contracts/${await drafted()}/disclosure.html`)).text
    expect(page).toContain('〒100-0001')
    expect(page).toContain('代表者　代表取締役　販売 花子')
  })

  test('count from the day they are stated for: until then the former ones do', async () => {
    good(await admin.post(own, letterheadGiven))
    const from = '2029-01-01'
    const moved = {
      postalAddress: { rest: '大阪府大阪市北区架空1-1' },
      representative: { name: '次期', title: '社長' },
    }
    const { now, toCome } = good(await admin.post(own, { ...moved, from }))
    expect(now.postalAddress.prefecture).toBe('東京都')
    expect(toCome).toMatchObject([{ from, postalAddress: { prefecture: '大阪府' }, reading: null }])
    expect(good(await staff.get(own))).toMatchObject({ now: { from: house.clock.today() }, toCome: [{ from }] })
    // Stated again from today on, it replaces what was to come.
    expect(good(await admin.post(own, letterheadGiven)).toCome).toStrictEqual([])
  })

  test.each([
    [{ ...letterheadGiven, postalAddress: { rest: '千代田区1-1' } }, 'postalAddress.prefecture'],
    [{ ...letterheadGiven, representative: { name: '架空 太郎' } }, 'representative.title'],
    [{ ...letterheadGiven, reading: '漢字' }, 'reading'],
    [{ ...letterheadGiven, representative: { name: '太郎\u0007', title: '社長' } }, 'representative.name'],
  ])('is refused at the field that is wrong, and nothing changes: %#', async (body, at) => {
    const { version } = good(await ask.get(ofReseller))
    const { status, body: problem } = await ask.post(ofReseller, body)
    expect(status).toBe(400)
    expect(JSON.stringify(problem)).toContain(at)
    expect(good(await ask.get(ofReseller)).version).toBe(version)
  })

  test('of another reseller is read and stated by none, and by its implementing entity it is', async () => {
    const other = await parties.reseller('R2', [net])
    expect((await other.ask.get(ofReseller)).status).toBe(404)
    expect((await other.ask.post(ofReseller, letterheadGiven)).status).toBe(404)
    expect((await staff.post(own, letterheadGiven)).status).toBe(403)
    expect((await staff.post(`/v1/resellers/${other.resellerId}/letterhead`, letterheadGiven)).status).toBe(200)
  })
})
