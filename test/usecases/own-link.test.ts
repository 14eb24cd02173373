import { beforeEach, describe, expect, test } from 'vitest'
import type { ContractId } from '../../shared/domain/ids.ts'
import { leave } from '../support/cancelling.ts'
import { meterOn } from '../support/meter.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, explanation, good, nextNumber, paper, type Draft } from '../support/parties.ts'
import { amendment } from '../support/scene-course.ts'
import { enter, readyToSign, signature } from '../support/signing.ts'

const { house, parties, net, attested } = await marketplace()
const one = await parties.reseller('R1', [net])
const seller = one.ask
const anyone = () => house.withToken(undefined)
beforeEach(() => house.clock.set('2026-10-01T09:00:00+09:00'))

const serving = (contractId: string) => house.deps.links.servingFor(contractId as ContractId)
const signedContract = async (given: Draft = draft(net)) => {
  const { contractId, signer, sha256 } = await readyToSign(house, seller, given)
  good(await signer.post('/v1/signing/sign', signature(sha256)))
  await house.settle()
  return { contractId, ...given.sme.signatory, link: await serving(contractId) }
}
const lettersTo = (mail: string) => house.letters.filter(({ to, by }) => by === 'mail' && to === mail)
const linkTo = (mail: string): string =>
  /\/sign\/#(\S+)/.exec(lettersTo(mail).findLast(({ text }) => text.includes('/sign/#'))?.text ?? '')?.[1] ?? ''
const ask = async (link: string) => {
  const answer = await anyone().post('/v1/signing/own-link', { link })
  await house.settle()
  return answer
}

describe('an SME asks for the link to its own page from "who serves me now"', () => {
  test('the page leads there, and on to the link in its own mail, its code, and its contract', async () => {
    const { contractId, mail, phone, link } = await signedContract()
    const page = await anyone().get(`/v1/serving/${link}/page.html`)
    expect(page.text).toContain(`/sign/ask.html#${link}"`)
    expect((await ask(link)).body).toEqual({ asked: true })
    const own = await enter(house, linkTo(mail), phone)
    expect(good(await own.get('/v1/signing/contract')).contractId).toBe(contractId)
  })
  test('asked for again it is the same link, and whoever is in stays in', async () => {
    const { mail, phone, link } = await signedContract()
    await ask(link)
    const first = linkTo(mail)
    const own = await enter(house, first, phone)
    await ask(link)
    expect(lettersTo(mail).at(-1)?.subject).toContain('もう一度')
    expect(linkTo(mail)).toBe(first)
    good(await own.get('/v1/signing/contract'))
  })
  test('one that is about to run out is followed by a new one', async () => {
    const { mail, link } = await signedContract()
    await ask(link)
    const first = linkTo(mail)
    house.clock.advance(13.5 * 24 * 60 * 60 * 1000)
    await ask(link)
    expect(linkTo(mail)).not.toBe(first)
  })
  test('a change that waits to be signed keeps its link: that is the one that comes again', async () => {
    const n = nextNumber()
    const given = draft(net, { n })
    const { contractId, mail, phone, link } = await signedContract(given)
    const path = `/v1/contracts/${contractId}/amendments`
    good(await seller.post(path, amendment(net, n, given.terms.startOn)))
    good(await seller.post(`${path}/explain`, explanation(house.clock.today())))
    good(await seller.post(`${path}/offer`, {}))
    await house.settle()
    const toSign = linkTo(mail)
    const signer = await enter(house, toSign, phone)
    await ask(link)
    expect(linkTo(mail)).toBe(toSign)
    expect(lettersTo(mail).at(-1)?.text).toContain('ご契約の変更のご案内を、先にお送りしています')
    const { sha256 } = good(await signer.get('/v1/signing/document'))
    good(await signer.post('/v1/signing/sign-amendment', signature(sha256, { remoteSupportConsent: undefined })))
  })
})

describe('the answer never says whether there is one', () => {
  const same = { status: 200, body: { asked: true } }
  const seen = ({ status, body }: Awaited<ReturnType<typeof ask>>) => ({ status, body })

  test('of a contract that is live, one that is over and has papers, one without a mail, and no contract at all', async () => {
    const [over, known] = [await signedContract(), await signedContract()]
    await leave(seller, over.contractId, '2026-10-01')
    house.clock.advance(24 * 60 * 60 * 1000)
    const noMail = await attested(one)
    await house.settle()
    const before = lettersTo(over.mail).length
    for (const link of [over.link, await serving(noMail), `${known.link.slice(0, -2)}xx`, 'ctr_0.x'])
      expect(seen(await ask(link))).toEqual(same)
    expect(lettersTo(over.mail).length).toBe(before + 1)
    expect(seen(await ask(known.link))).toEqual(same)
  })
  test('three go out in an hour and five in a day, and the answer to the next is no other', async () => {
    const { mail, link } = await signedContract()
    const before = lettersTo(mail).length
    for (let n = 0; n < 5; n++) expect(seen(await ask(link))).toEqual(same)
    expect(lettersTo(mail).length - before).toBe(3)
    house.clock.advance(60 * 60 * 1000)
    for (let n = 0; n < 4; n++) expect(seen(await ask(link))).toEqual(same)
    expect(lettersTo(mail).length - before).toBe(5)
  })
  test('what strangers asked for takes nothing away from what the seller may send', async () => {
    const { contractId, link } = await signedContract()
    for (let n = 0; n < 5; n++) await ask(link)
    for (let n = 0; n < 9; n++) good(await seller.post(`/v1/contracts/${contractId}/send-own-link`, {}))
  })
  test('whatever comes of it, the same requests are made', async () => {
    const meter = meterOn(house.table)
    const requests = async (link: string) => {
      meter.reset()
      await anyone().post('/v1/signing/own-link', { link })
      return meter.read().requests
    }
    const n = nextNumber()
    const { contractId } = good(
      await seller.post(
        '/v1/contracts/attest',
        paper(net, { n, sme: { noticeContact: { mail: null, phone: '03-1234-5678' } } }),
      ),
    )
    await house.settle()
    const once = await requests((await signedContract()).link)
    expect(await requests(await serving(contractId))).toBe(once)
    const over = await signedContract()
    await leave(seller, over.contractId, '2026-10-01')
    await house.settle()
    for (const _ of ['first', 'again', 'and again', 'too often']) expect(await requests(over.link)).toBe(once)
    house.clock.set('2038-10-02T00:00:00+09:00')
    expect(await requests(over.link)).toBe(once)
  })
})
