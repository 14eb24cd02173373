import { describe, expect, test } from 'vitest'
import { amendmentSignature, amendmentToSign, onOwnPage } from '../support/changing.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, good, nextNumber } from '../support/parties.ts'
import { amendment } from '../support/scene-course.ts'
import { readyToSign, signature } from '../support/signing.ts'

const { house, parties, net } = await marketplace()
const seller = (await parties.reseller('R1', [net])).ask

const [before, now] = ['株式会社旧名商会', '株式会社新名工業']

/** A firm under its old name, whose contract was signed; what changes its name, whether signed or in force at once. */
const renamed = async (more: object, name: { readonly old: string; readonly now: string }) => {
  const n = nextNumber()
  const given = draft(net, { n, sme: { name: name.old } })
  const { contractId, signer, sha256 } = await readyToSign(house, seller, given)
  good(await signer.post('/v1/signing/sign', signature(sha256)))
  await house.settle()
  const change = amendment(net, n, given.terms.startOn, { terms: { ...given.terms, ...more } })
  const reached = given.sme.signatory
  const { signer: again, sha256: text } = await amendmentToSign(
    house,
    seller,
    contractId,
    { ...change, sme: { ...change.sme, name: name.now } },
    reached,
  )
  good(await again.post('/v1/signing/sign-amendment', amendmentSignature(text)))
  await house.settle()
  return { contractId, reached, smeId: given.sme.corporateNumber, signedOn: '2026-10-01' }
}

const searched = async (query: Readonly<Record<string, string>>) =>
  good(await seller.get(`/v1/contracts/search?${new URLSearchParams(query).toString()}`)).items as readonly any[]

describe('a firm that changed its name', () => {
  test('goes by the new one wherever its contract is shown, and is found by both (C43)', async () => {
    const { contractId, reached, smeId } = await renamed({ monthlyFeeExTaxYen: 9_900 }, { old: before, now })
    expect(good(await seller.get(`/v1/contracts/${contractId}`)).sme.name).toBe(now)
    const { items } = good(await seller.get(`/v1/contracts?corporateNumber=${smeId}`))
    expect(items.map(({ sme }: any) => sme.name)).toEqual([now])
    const found = { contractId, sme: { smeId, name: now, formerNames: [before] } }
    for (const query of [{ name: '新名' }, { name: before }, { corporateNumber: smeId }])
      expect(await searched(query)).toMatchObject([found])
    const csv = (await seller.get(`/v1/contracts/search.csv?name=${encodeURIComponent('旧名')}`)).text
    expect(csv).toContain(now)
    const owner = await onOwnPage(house, seller, contractId, reached)
    expect(good(await owner.get('/v1/signing/contract')).smeName).toBe(now)
  })

  test('is found once by what both names begin with, page after page (C43)', async () => {
    const [old, later] = ['株式会社両名堂', '株式会社両名堂ホールディングス']
    const ids: string[] = []
    for (let n = 0; n < 3; n += 1)
      ids.push((await renamed({ monthlyFeeExTaxYen: 9_900 }, { old, now: later })).contractId)
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const query = new URLSearchParams({ name: '両名堂', limit: '1', ...(cursor ? { cursor } : {}) })
      const page: any = good(await seller.get(`/v1/contracts/search?${query.toString()}`))
      seen.push(...page.items.map((one: any) => one.contractId))
      cursor = page.nextCursor
    }
    expect(seen.toSorted()).toEqual(ids.toSorted())
  })

  test('keeps both names where its listings are made anew (C43)', async () => {
    const { contractId } = await renamed(
      { monthlyFeeExTaxYen: 9_900 },
      { old: '株式会社元祖屋', now: '株式会社本家屋' },
    )
    good(await parties.admin.post('/v1/contracts/relist'))
    await house.settle()
    for (const name of ['元祖屋', '本家屋']) expect(await searched({ name })).toMatchObject([{ contractId }])
  })

  test('takes its name along into a term that was signed under it, on the day that begins', async () => {
    const n = nextNumber()
    const given = draft(net, { n, sme: { name: '株式会社明日商店' }, terms: { termMonths: 12 } })
    const { contractId, signer, sha256 } = await readyToSign(house, seller, given)
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    const renewal = amendment(net, n, '2027-10-15', { kind: 'renewal', version: 'onOffer' })
    const { signer: again, sha256: text } = await amendmentToSign(
      house,
      seller,
      contractId,
      { ...renewal, sme: { ...renewal.sme, name: '株式会社翌朝商店' } },
      given.sme.signatory,
    )
    good(await again.post('/v1/signing/sign-amendment', amendmentSignature(text)))
    const read = async () => good(await seller.get(`/v1/contracts/${contractId}`)).sme.name
    expect(await read()).toBe('株式会社明日商店')
    house.clock.set('2027-10-15T00:00:00+09:00')
    await house.runContractSchedule()
    await house.settle()
    expect(await read()).toBe('株式会社翌朝商店')
    expect(await searched({ name: '明日商店' })).toMatchObject([{ contractId, sme: { name: '株式会社翌朝商店' } }])
    house.clock.set('2026-10-01T09:00:00+09:00')
  })
})
