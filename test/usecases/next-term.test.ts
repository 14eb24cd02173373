import { describe, expect, test } from 'vitest'
import { amendmentSignature, amendmentToSign } from '../support/changing.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, good, nextNumber } from '../support/parties.ts'
import { amendment } from '../support/scene-course.ts'
import { readyToSign, signature } from '../support/signing.ts'

const { house, parties, net } = await marketplace()
const seller = (await parties.reseller('R1', [net])).ask

describe('a change of a contract whose next term is agreed', () => {
  /** A contract of a year from 2026-10-15 on, and the year after it. */
  const agreed = async () => {
    const n = nextNumber()
    const given = draft(net, { n, terms: { termMonths: 12 } })
    const { signatory } = given.sme
    const { contractId, signer, sha256 } = await readyToSign(house, seller, given)
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    const path = `/v1/contracts/${contractId}`
    const change = (more: object = {}, ofSme: object = {}) => {
      const { terms, sme, ...rest } = amendment(net, n, given.terms.startOn)
      const same = { termMonths: 12, monthlyFeeExTaxYen: 9_800 }
      return { ...rest, sme: { ...sme, ...ofSme }, terms: { ...terms, ...same, ...more } }
    }
    const renewal = (more: object = {}) => ({
      ...change({ startOn: '2027-10-15', ...more }),
      kind: 'renewal',
      version: 'onOffer',
    })
    const agree = async (to: object) => {
      const { signer: sme, sha256: text } = await amendmentToSign(house, seller, contractId, to, signatory)
      return good(await sme.post('/v1/signing/sign-amendment', amendmentSignature(text)))
    }
    await agree(renewal())
    const read = async () => good(await parties.staff.get(path))
    const propose = (to: object) => seller.post(`${path}/amendments`, to)
    return { path, signatory, change, renewal, agree, read, propose }
  }
  const begin = async () => {
    house.clock.set('2027-10-15T00:00:00+09:00')
    await house.runContractSchedule()
    house.clock.set('2026-10-01T09:00:00+09:00')
  }

  test('that no item shows is in force in both texts at once', async () => {
    const one = await agreed()
    const signatory = { ...one.signatory, title: '会長' }
    const answer = good(await one.propose(one.change({}, { signatory })))
    expect(answer).toMatchObject({ document: { revision: 3 }, next: { revision: 4, startOn: '2027-10-15' } })
    await begin()
    expect(await one.read()).toMatchObject({ document: { revision: 4 }, terms: { startOn: '2027-10-15' }, next: null })
    expect(good(await seller.get(`${one.path}/disclosure`)).disclosure.sme.signatory.title).toBe('会長')
  })

  test('that has nothing for the next term leaves it as it was agreed', async () => {
    const one = await agreed()
    const answer = good(await one.propose(one.change({ importantTerminals: 2 })))
    expect(answer).toMatchObject({ document: { revision: 3 }, next: { revision: 2 } })
  })

  test('that an item shows is refused by the very term it would not reach, and nothing is written', async () => {
    const one = await agreed()
    const { version } = await one.read()
    const { status, body } = await one.propose(one.change({ monthlyFeeExTaxYen: 9_900 }))
    expect([status, body]).toMatchObject([
      409,
      { kind: 'next-term-agreed', revision: 2, startOn: '2027-10-15', endOn: '2028-10-14', touches: ['monthlyFee'] },
    ])
    const person = { signatory: { ...one.signatory, name: '髙橋 次郎' } }
    const both = await one.propose(one.change({ monthlyFeeExTaxYen: 9_900 }, person))
    expect(both.body.touches).toEqual(['monthlyFee', 'sme'])
    expect((await one.read()).version).toBe(version)
  })

  test('that the next term was signed anew with is signed like any other', async () => {
    const one = await agreed()
    await one.agree(one.renewal({ monthlyFeeExTaxYen: 9_900 }))
    await one.agree(one.change({ monthlyFeeExTaxYen: 9_900 }))
    expect(await one.read()).toMatchObject({
      terms: { monthlyFeeExTaxYen: 9_900, endOn: '2027-10-14' },
      next: { revision: 3 },
    })
    await begin()
    expect((await one.read()).terms).toMatchObject({ monthlyFeeExTaxYen: 9_900, startOn: '2027-10-15' })
  })

  test('that the next term has its own word on is none of its business', async () => {
    const one = await agreed()
    await one.agree(one.renewal({ monthlyFeeExTaxYen: 9_700 }))
    await one.agree(one.change({ monthlyFeeExTaxYen: 9_900 }))
    await begin()
    expect((await one.read()).terms.monthlyFeeExTaxYen).toBe(9_700)
  })
})
