import { describe, expect, test } from 'vitest'
import { marketplace } from '../support/marketplace.ts'
import { draft, explanation, good } from '../support/parties.ts'
import { offer, readyToSign, signature } from '../support/signing.ts'
import { extent } from '../support/extent.ts'

const { house, parties, net } = await marketplace()
const seller = (await parties.reseller('R1', [net])).ask

describe('a link that does not open says why, to whoever holds it whole (C25)', () => {
  const open = (link: string) => house.withToken(undefined).post('/v1/signing/open', { link })
  const why = async (link: string) => {
    const { status, body } = await open(link)
    return [status, body.kind, body.cause]
  }
  const dead = (cause: string) => [410, 'link-not-usable', cause]

  test('expired', async () => {
    const { link } = await offer(house, seller, draft(net))
    house.clock.advance(14 * 86_400_000)
    expect(await why(link)).toEqual(dead('expired'))
    house.clock.advance(-14 * 86_400_000)
  })
  test('replaced by one that was sent later', async () => {
    const { link, contractId } = await offer(house, seller, draft(net))
    good(await seller.post(`/v1/contracts/${contractId}/offer`, {}))
    expect(await why(link)).toEqual(dead('replaced'))
  })
  test('answered, by signing or declining', async () => {
    const signed = await readyToSign(house, seller, draft(net))
    good(await signed.signer.post('/v1/signing/sign', signature(signed.sha256)))
    const declined = await readyToSign(house, seller, draft(net))
    good(await declined.signer.post('/v1/signing/decline'))
    expect([await why(signed.link), await why(declined.link)]).toEqual([dead('answered'), dead('answered')])
  })
  test('withdrawn', async () => {
    const { link, contractId } = await offer(house, seller, draft(net))
    good(await seller.post(`/v1/contracts/${contractId}/withdraw`))
    expect(await why(link)).toEqual(dead('withdrawn'))
  })
  test('withdrawn, while its text is revised', async () => {
    const given = draft(net)
    const { link, contractId } = await offer(house, seller, given)
    const { headers } = await seller.get(`/v1/contracts/${contractId}`)
    good(await seller.post(`/v1/contracts/${contractId}/revise`, given, { ifMatch: headers['etag'] ?? '' }))
    expect(await why(link)).toEqual(dead('withdrawn'))
    good(await seller.post(`/v1/contracts/${contractId}/explain`, explanation(house.clock.today())))
    good(await seller.post(`/v1/contracts/${contractId}/offer`, {}))
    expect(await why(link)).toEqual(dead('withdrawn'))
  })
  test('five wrong codes', async () => {
    const given = draft(net)
    const { link } = await offer(house, seller, given)
    good(await open(link))
    await house.settle()
    const right = /コードは (\d{6})/.exec(house.letters.at(-1)?.text ?? '')?.[1]
    const code = right === '000000' ? '000001' : '000000'
    for (let n = 0; n < 5; n += 1) await house.withToken(undefined).post('/v1/signing/enter', { link, code })
    expect(await why(link)).toEqual(dead('wrongCodes'))
  })
  test('no code that is still good, which another one mends', async () => {
    const { link } = await offer(house, seller, draft(net))
    const enter = () => house.withToken(undefined).post('/v1/signing/enter', { link, code: '123456' })
    expect((await enter()).body.cause).toBe('noCode')
    good(await open(link))
  })
  test('a stranger is told nothing', async () => {
    const { link } = await offer(house, seller, draft(net))
    const [contract, nonce, seal = ''] = link.split('.')
    const bent = `${contract}.${nonce}.${seal.startsWith('A') ? 'B' : 'A'}${seal.slice(1)}`
    expect(await why(bent)).toEqual(dead('unknown'))
  })
})

describe('links to one SME have a number in an hour and in a day', () => {
  test('ten letters with links are sent in an hour, twenty in a day; the next is refused and says when (attack 22)', async () => {
    const one = await readyToSign(house, seller, draft(net))
    good(await one.signer.post('/v1/signing/sign', signature(one.sha256)))
    const first = house.clock.now()
    const send = () => seller.post(`/v1/contracts/${one.contractId}/send-own-link`, {})
    const sendMany = async () => {
      const answers: number[] = []
      for (let n = 0; n < 12; n += 1) answers.push((await send()).status)
      return answers.filter((status) => status === 200).length
    }
    expect(await sendMany()).toBe(9)
    const hour = await send()
    expect([hour.status, hour.body.kind, hour.body.of]).toEqual([429, 'too-many-sendings', 'sme'])
    expect(Date.parse(hour.body.nextAt) - Date.parse(first)).toBe(3_600_000)
    house.clock.advance(3_600_000 - 1)
    expect((await send()).status).toBe(429)
    house.clock.advance(1)
    expect(await sendMany()).toBe(10)
    house.clock.advance(3_600_000)
    const { status, body } = await send()
    expect([status, body.kind, body.of]).toEqual([429, 'too-many-sendings', 'sme'])
    expect(Date.parse(body.nextAt) - Date.parse(first)).toBe(86_400_000)
    house.clock.set(body.nextAt)
    good(await send())
    house.clock.set('2026-10-01T09:00:00+09:00')
  })
})

/** Past the five that count every wrong code is answered alike. */
const wrongCodes = extent(40, 1_000)

describe(`${wrongCodes} wrong codes are five that count, whatever comes with them, and the link is dead`, () => {
  const anyone = () => house.withToken(undefined)
  const passed = async (key: string) => {
    const given = draft(net)
    const { contractId, link } = await offer(house, seller, given)
    good(await anyone().post('/v1/signing/open', { link }))
    await house.settle()
    const text = house.letters.findLast(({ to }) => to === given.sme.signatory.phone)?.text ?? ''
    const code = /コードは (\d{6})/.exec(text)?.[1] ?? ''
    good(await anyone().post('/v1/signing/enter', { link, code }, { key }))
    return { contractId, link, code }
  }
  const wrongOnes = (right: string) =>
    Array.from({ length: wrongCodes }, (_, n) => String(n).padStart(6, '0')).filter((one) => one !== right)
  const refusedIn = async (contractId: string) =>
    (await house.deps.ledger.eventsOf(contractId)).filter(({ event }) => event.type === 'signing-code-refused').length

  test.each([
    ['a version that does not fit', { ifMatch: '"999"' }],
    ['a version that is none', { ifMatch: '*' }],
    ['a key that was used with the right code', { key: 'of-the-sme' }],
    ['nothing', {}],
  ])('with %s, once the SME has entered its own code', async (_, more) => {
    const { contractId, link, code } = await passed('of-the-sme')
    const answers: string[] = []
    for (const wrong of wrongOnes(code)) {
      const { status, body } = await anyone().post('/v1/signing/enter', { link, code: wrong }, more)
      answers.push(`${status} ${body.kind}`)
    }
    expect(answers.slice(0, 5).every((one) => one.startsWith('422'))).toBe(true)
    expect(new Set(answers.slice(5))).toEqual(new Set(['410 link-not-usable']))
    expect(await refusedIn(contractId)).toBe(5)
    expect((await anyone().post('/v1/signing/enter', { link, code })).body.kind).toBe('link-not-usable')
  })

  test('many at once are counted one by one', async () => {
    const { contractId, link, code } = await passed('of-the-sme')
    const answers = await Promise.all(
      wrongOnes(code)
        .slice(0, 30)
        .map((wrong) => anyone().post('/v1/signing/enter', { link, code: wrong })),
    )
    expect(answers.filter(({ body }) => body.kind === 'code-not-right').length).toBeLessThanOrEqual(5)
    expect(answers.filter(({ status }) => status === 200)).toEqual([])
    expect(await refusedIn(contractId)).toBeLessThanOrEqual(5)
  })
})
