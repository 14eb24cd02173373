import { describe, expect, test } from 'vitest'
import { eventOf, lostLettersIn } from '../support/lost-letters.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, good, nextNumber, paper } from '../support/parties.ts'
import { linkSentTo, readyToSign, signature } from '../support/signing.ts'

const { house, parties, net } = await marketplace()
const seller = (await parties.reseller('R1', [net])).ask
const { hear, lastTo, untoldOf: untoldBy } = lostLettersIn(house)
const untoldOf = (contractId: string, ask = parties.staff) => untoldBy(contractId, ask)

describe('a renewal whose announcement came back was not announced (C35)', () => {
  const renewing = async (mail: string) => {
    const renewal = { months: 12, noticeDays: 30 }
    const given = draft(net, { terms: { termMonths: 12, renewal } })
    const { signatory } = given.sme
    const sme = { ...given.sme, signatory: { ...signatory, mail } }
    const { contractId, signer, sha256 } = await readyToSign(house, seller, { ...given, sme })
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    const path = `/v1/contracts/${contractId}`
    const { endOn } = good(await seller.get(path)).terms
    const at = (days: number) => new Date(Date.parse(`${endOn}T09:00:00+09:00`) + days * 86_400_000).toISOString()
    house.clock.set(at(-60))
    await house.runContractSchedule()
    await house.settle()
    return { contractId, path, endOn, at }
  }
  const back = () => house.clock.set('2026-10-01T09:00:00+09:00')

  test('it is held until a person tells it; then the SME has its days to answer, and it is renewed', async () => {
    const mail = `renew${nextNumber()}@example.jp`
    const { contractId, path, endOn, at } = await renewing(mail)
    await hear(eventOf('C35a-transient-mailbox-full', lastTo(mail)))
    expect(good(await seller.get(path)).renewalAnnounced).toMatchObject({ held: true })
    house.clock.set(at(2))
    await house.runContractSchedule()
    expect(good(await seller.get(path)).terms.endOn).toBe(endOn)
    const [line] = await untoldOf(contractId)
    const told = { by: 'post', on: house.clock.today() }
    good(await parties.staff.post(`${path}/letters/${line?.deliveryId}/tell`, told))
    const { answerBy, held } = good(await seller.get(path)).renewalAnnounced
    expect([held, answerBy > house.clock.today()]).toEqual([false, true])
    await house.runContractSchedule()
    expect(good(await seller.get(path)).terms.endOn).toBe(endOn)
    house.clock.set(at(60))
    await house.runContractSchedule()
    expect(good(await seller.get(path)).terms.endOn > endOn).toBe(true)
    back()
  })

  test('so is one that was refused at once', async () => {
    const mail = `renew${nextNumber()}@example.jp`
    const { contractId, path } = await renewing(mail.replace('example.jp', 'example.invalid'))
    expect(good(await seller.get(path)).renewalAnnounced).toMatchObject({ held: true })
    expect(await untoldOf(contractId)).toContainEqual(expect.objectContaining({ letter: 'renewal-announced' }))
    back()
  })
})

describe('a paper contract to whose phone no code can be sent (C26)', () => {
  test.each([
    ['a toll-free number', '0120-000-000'],
    ['a number charged by the service behind it', '0570-000-000'],
    ['no number at all', null],
  ])('%s: it has its link at once, and its letter says that the code comes by post', async (_, phone) => {
    const mail = `paper${nextNumber()}@example.jp`
    const given = paper(net, { sme: { noticeContact: { mail, phone } } })
    const { contractId, link } = good(await seller.post('/v1/contracts/attest', given))
    await house.settle()
    expect(link).toMatchObject({ purpose: 'confirm' })
    expect(await untoldOf(contractId, seller)).toEqual([])
    expect(lastTo(mail).text).toContain('「コードを手紙で受け取る」からお申し込みください')
    expect(lastTo(mail).text).not.toMatch(/の電話へ|SMS/)
    for (const end of [null, 'ask-confirmation', 'send-own-link']) {
      if (end) good(await seller.post(`/v1/contracts/${contractId}/${end}`, {}))
      await house.settle()
      const asked = { link: linkSentTo(house, mail) }
      expect((await house.withToken(undefined).post('/v1/signing/open', asked)).body.what).toBe('phone')
      good(await house.withToken(undefined).post('/v1/signing/letter', asked))
    }
  })

  test('without a mail address there is no link: the task says so', async () => {
    const given = paper(net, { sme: { noticeContact: { mail: null, phone: '03-1234-5678' } } })
    const { contractId } = good(await seller.post('/v1/contracts/attest', given))
    await house.settle()
    expect(await untoldOf(contractId)).toEqual([expect.objectContaining({ cause: 'noAddress' })])
  })

  test.each([
    ['a mobile phone', '090-1234-5678'],
    ['a land line', '03-1234-5678'],
    ['an IP phone', '050-1234-5678'],
  ])('%s gets its link: a code comes there, written or spoken', async (_, phone) => {
    const mail = `paper${nextNumber()}@example.jp`
    const given = paper(net, { sme: { noticeContact: { mail, phone } } })
    const { contractId, link } = good(await seller.post('/v1/contracts/attest', given))
    expect(link).toMatchObject({ purpose: 'confirm' })
    await house.settle()
    expect(await untoldOf(contractId)).toEqual([])
  })
})
