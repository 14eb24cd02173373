import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Disclosure } from '../../shared/domain/contract/disclosure.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, explanation, good, nextNumber } from '../support/parties.ts'
import { amendment } from '../support/scene-course.ts'
import { readyToSign, signature } from '../support/signing.ts'

const { house, parties, net } = await marketplace()
const seller = (await parties.reseller('R1', [net])).ask
const { contracts } = house.deps

/** As if the reseller had been registered before anybody asked whether its name can be printed. */
const registeredAs = (name: string) => {
  const { ground } = contracts
  vi.spyOn(contracts, 'ground').mockImplementation(async (id, about) => {
    const found = await ground(id, about)
    return found && { ...found, gate: { ...found.gate, name } }
  })
}
/** As if texts had been compiled before it was asked. */
const compiledWith = (change: (text: Disclosure) => Disclosure) => {
  const { document } = contracts
  vi.spyOn(contracts, 'document').mockImplementation(async (id, revision) => change(await document(id, revision)))
}
afterEach(() => void vi.restoreAllMocks())

const unprinted = (where: string, characters: readonly string[]) => ({
  status: 422,
  kind: 'cannot-be-printed',
  missingGlyphs: characters,
  places: [{ where, characters }],
})

describe('a name on record that cannot be printed is said before anybody is asked to sign (20)', () => {
  const sends = () => house.letters.length
  const live = async () => {
    const n = nextNumber()
    const { contractId, signer, sha256 } = await readyToSign(house, seller, draft(net, { n }))
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    await house.settle()
    return { n, contractId }
  }
  const change = (n: number, more: object = {}) => ({ ...amendment(net, n, '2026-10-15'), ...more })
  const proposed = async (more: object = {}) => {
    const { n, contractId } = await live()
    const path = `/v1/contracts/${contractId}/amendments`
    good(await seller.post(path, change(n, more)))
    good(await seller.post(`${path}/explain`, explanation(house.clock.today())))
    return path
  }

  test('in a draft: 龘 in the name of the reseller', async () => {
    registeredAs('龘販売株式会社')
    const { body } = await seller.post('/v1/contracts', draft(net))
    expect(body).toMatchObject(unprinted('reseller.name', ['龘']))
    expect(body.why.ja).toContain('再販協力会社の名前の「龘」（U+9F98）')
  })

  test('in a change and in its revision of a draft', async () => {
    const { n, contractId } = await live()
    const { contractId: drafted } = good(await seller.post('/v1/contracts', draft(net)))
    const { headers } = await seller.get(`/v1/contracts/${drafted}`)
    registeredAs('龘販売株式会社')
    const { body } = await seller.post(`/v1/contracts/${contractId}/amendments`, change(n))
    expect(body).toMatchObject(unprinted('reseller.name', ['龘']))
    const again = await seller.post(`/v1/contracts/${drafted}/revise`, draft(net), { ifMatch: headers['etag'] ?? '' })
    expect(again.body).toMatchObject(unprinted('reseller.name', ['龘']))
  })

  test('at the offer of a draft that was made before it was asked: nothing is sent', async () => {
    const { contractId } = good(await seller.post('/v1/contracts', draft(net)))
    good(await seller.post(`/v1/contracts/${contractId}/explain`, explanation(house.clock.today())))
    compiledWith((text) => ({ ...text, sme: { ...text.sme, name: '龘商店' } }))
    const before = sends()
    const { body } = await seller.post(`/v1/contracts/${contractId}/offer`, {})
    await house.settle()
    expect(body).toMatchObject(unprinted('sme.name', ['龘']))
    expect(sends()).toBe(before)
    vi.restoreAllMocks()
    expect(good(await seller.get(`/v1/contracts/${contractId}`)).stage).toBe('drafted')
    good(await seller.post(`/v1/contracts/${contractId}/offer`, {}))
  })

  test.each(['amendment', 'renewal'])('at the offer of a %s that was proposed before it was asked', async (kind) => {
    const path = await proposed(
      kind === 'renewal' ? { kind, version: 'onOffer', terms: { ...change(1).terms, startOn: '2029-10-15' } } : {},
    )
    compiledWith((text) => ({ ...text, implementingEntity: { ...text.implementingEntity, name: '実施😀' } }))
    const before = sends()
    expect((await seller.post(`${path}/offer`, {})).body).toMatchObject(unprinted('implementingEntity.name', ['😀']))
    await house.settle()
    expect(sends()).toBe(before)
    vi.restoreAllMocks()
    good(await seller.post(`${path}/offer`, {}))
  })

  test('in what the service says: each item is named', async () => {
    const { contractId } = good(await seller.post('/v1/contracts', draft(net)))
    good(await seller.post(`/v1/contracts/${contractId}/explain`, explanation(house.clock.today())))
    compiledWith((text) => ({
      ...text,
      items: text.items.map((item) => (item.code === 'devices' ? { ...item, lines: ['น 型'] } : item)),
    }))
    expect((await seller.post(`/v1/contracts/${contractId}/offer`, {})).body).toMatchObject(
      unprinted('items.devices', ['น']),
    )
  })
})
