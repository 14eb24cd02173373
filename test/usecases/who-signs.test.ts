import { describe, expect, test } from 'vitest'
import { marketplace } from '../support/marketplace.ts'
import { draft, explanation, good, nextNumber } from '../support/parties.ts'
import { readyToSign, signature } from '../support/signing.ts'

const { house, parties, net } = await marketplace()
const seller = (await parties.reseller('R1', [net])).ask
const newMail = () => `boss-new${nextNumber()}@sme.example.jp`

describe('a draft that was explained and whose contact is put right', () => {
  const explained = async () => {
    const given = draft(net)
    const { contractId } = good(await seller.post('/v1/contracts', given))
    const path = `/v1/contracts/${contractId}`
    good(await seller.post(`${path}/explain`, explanation(house.clock.today())))
    good(await seller.post(`${path}/offer`, {}))
    const revise = async (more: object) => {
      const { headers } = await seller.get(path)
      return good(await seller.post(`${path}/revise`, { ...given, ...more }, { ifMatch: headers['etag'] ?? '' }))
    }
    return { given, path, revise }
  }

  test('is offered again without another explanation where every item reads the same to the byte (C30)', async () => {
    const { given, path, revise } = await explained()
    const signatory = { ...given.sme.signatory, mail: newMail(), phone: '080-2222-3333' }
    const { stage, explanation: kept } = await revise({ sme: { ...given.sme, signatory } })
    expect([stage, kept?.method]).toEqual(['drafted', 'oral'])
    good(await seller.post(`${path}/offer`, {}))
    await house.settle()
    expect(house.letters.at(-1)?.to).toBe(signatory.mail)
  })

  test('is explained again where any item reads otherwise', async () => {
    const { given, path, revise } = await explained()
    expect((await revise({ terms: { ...given.terms, monthlyFeeExTaxYen: 9_900 } })).explanation).toBeNull()
    expect((await seller.post(`${path}/offer`, {})).body.clause).toContain('第2章1.(7)')
  })
})

describe('whoever signs, and whoever was asked to, both stand on what is sent and kept (C29)', () => {
  const signedBy = async (name: string) => {
    const given = draft(net)
    const { contractId, signer, sha256 } = await readyToSign(house, seller, given)
    good(await signer.post('/v1/signing/sign', signature(sha256, { signer: { name, title: '経理' } })))
    await house.settle()
    const { certificateOf } = await import('../../functions/application/documents/certificate.ts')
    const read = await house.deps.contracts.find(contractId as `ctr_${string}`)
    const certificate = read && (await certificateOf(house.deps, read.kept.state))
    const letter =
      house.letters.findLast(({ to, subject }) => to === given.sme.signatory.mail && subject.includes('成立'))?.text ??
      ''
    return { asked: given.sme.signatory.name, letter, certificate: JSON.stringify(certificate) }
  }

  test('where another person signs, letter and certificate name both and say that they differ', async () => {
    const { asked, letter, certificate } = await signedBy('架空 花子')
    for (const text of [letter, certificate])
      expect([text.includes('架空 花子'), text.includes(asked)]).toEqual([true, true])
    expect(letter).toContain('署名をお願いした方')
    expect(certificate).toContain('署名をお願いした方とは別の方')
  })

  test("a blank's difference raises nothing", async () => {
    const { letter, certificate } = await signedBy('髙橋　花子')
    expect(letter).not.toContain('署名をお願いした方')
    expect(certificate).not.toContain('別の方')
  })
})
