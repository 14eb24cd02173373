import { describe, expect, test } from 'vitest'
import type { ContractId } from '../../shared/domain/ids.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, explanation, good, nextNumber, paper } from '../support/parties.ts'
import { amendment } from '../support/scene-course.ts'
import { linkSentTo, offer, readyToSign, signature } from '../support/signing.ts'

const { house, parties, net } = await marketplace()
const { ask } = await parties.reseller('R1', [net])
const sender = (link: string) => house.withToken(undefined).post('/v1/signing/sender', { link })

describe('whoever holds a link reads before any code', () => {
  test('what it is for and three names, and nothing of the SME or of what was agreed (23)', async () => {
    const given = draft(net)
    const { contractId, link } = await offer(house, ask, given)
    const { status, body } = await sender(link)
    expect(status).toBe(200)
    expect(Object.keys(body).sort()).toEqual(['purpose', 'seller', 'sender', 'service'])
    expect(body.purpose).toBe('sign')
    const { disclosure } = good(await ask.get(`/v1/contracts/${contractId}/disclosure`))
    expect([body.sender, body.service, body.seller]).toEqual([
      disclosure.implementingEntity.name,
      disclosure.service.name,
      disclosure.reseller.name,
    ])
    // It was only read: no code went out.
    await house.settle()
    expect(house.letters.some(({ by }) => by !== 'mail')).toBe(false)
  })

  test('of each link what it is for: a record of a paper contract, a change, the own page', async () => {
    const record = paper(net)
    good(await ask.post('/v1/contracts/attest', record))
    await house.settle()
    expect(good(await sender(linkSentTo(house, record.sme.noticeContact.mail ?? ''))).purpose).toBe('confirm')

    const n = nextNumber()
    const given = draft(net, { n })
    const { contractId, signer, sha256 } = await readyToSign(house, ask, given)
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    const path = `/v1/contracts/${contractId}/amendments`
    good(await ask.post(path, amendment(net, n, given.terms.startOn)))
    good(await ask.post(`${path}/explain`, explanation(house.clock.today())))
    good(await ask.post(`${path}/offer`, {}))
    await house.settle()
    const mail = given.sme.signatory.mail
    expect(good(await sender(linkSentTo(house, mail))).purpose).toBe('amend')
    const serving = await house.deps.links.servingFor(contractId as ContractId)
    good(await ask.post(`${path}/withdraw`, {}))
    good(await house.withToken(undefined).post('/v1/signing/own-link', { link: serving }))
    await house.settle()
    expect(good(await sender(linkSentTo(house, mail))).purpose).toBe('own')
  })

  test('why it is used up where it is, and of what is no link of ours that it is none', async () => {
    const { link, signer, sha256 } = await readyToSign(house, ask, draft(net))
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    expect(await sender(link)).toMatchObject({ status: 410, body: { kind: 'link-not-usable' } })
    expect((await sender(link)).body).not.toHaveProperty('sender')
    expect((await sender(`${link}x`)).body).toMatchObject({ kind: 'link-not-usable', cause: 'unknown' })
  })
})
