import { describe, expect, test } from 'vitest'
import { marketplace } from '../support/marketplace.ts'
import { draft, good, nextNumber } from '../support/parties.ts'
import { offer, readyToSign, signature } from '../support/signing.ts'

const { house, parties, net } = await marketplace()
const seller = (await parties.reseller('R1', [net])).ask

describe('a signing link', () => {
  const anyone = () => house.withToken(undefined)
  const open = (link: string) => anyone().post('/v1/signing/open', { link })
  const codeTo = (phone: string) =>
    /コードは (\d{6})/.exec(house.letters.findLast(({ to }) => to === phone)?.text ?? '')?.[1] ?? ''
  const notUsable = { status: 410, body: { kind: 'link-not-usable' } }

  test('that is bent, cut, swapped or invented opens nothing, and all look alike', async () => {
    const [one, two] = [await offer(house, seller, draft(net)), await offer(house, seller, draft(net))]
    const [contract, nonce, seal] = one.link.split('.') as [string, string, string]
    const otherSeal = two.link.split('.')[2] as string
    const links = [
      `${contract}.${nonce}`,
      `${contract}.${nonce}.${otherSeal}`,
      `${two.contractId}.${nonce}.${seal}`,
      `${contract}.AAAA.${seal}`,
      `${contract}.${nonce}.${seal.slice(1)}`,
      `${one.link}.x`,
      'x.y.z',
      '...',
    ]
    const answers = await Promise.all(links.map(open))
    for (const answer of answers) expect(answer).toMatchObject(notUsable)
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  })

  test('opens until the moment it expires, and not in it', async () => {
    const { link } = await offer(house, seller, draft(net))
    const fortnight = 14 * 86_400_000
    house.clock.advance(fortnight - 1)
    good(await open(link))
    house.clock.advance(1)
    expect(await open(link)).toMatchObject(notUsable)
    house.clock.advance(-fortnight)
  })

  test('sends ten codes in a day and says how many are left; each comes back a day after it was sent', async () => {
    const { link } = await offer(house, seller, draft(net))
    for (let left = 9; left >= 0; left -= 1) {
      const { codesLeft, nextCodeAt } = good(await open(link))
      expect([codesLeft, nextCodeAt === null]).toEqual([left, left > 0])
    }
    const { status, body } = await open(link)
    expect([status, body.kind, body.of]).toEqual([429, 'too-many-sendings', 'link'])
    const day = 86_400_000
    house.clock.advance(day - 1)
    expect((await open(link)).status).toBe(429)
    house.clock.advance(1)
    good(await open(link))
    house.clock.advance(-day)
  })

  test('sends an SME ten in an hour and twenty in a day over all of its links, whoever sent them', async () => {
    const n = nextNumber()
    const links = [await offer(house, seller, draft(net, { n })), await offer(house, seller, draft(net, { n }))]
    const third = await offer(house, seller, draft(net, { n }))
    for (const { link } of links) {
      for (let sent = 0; sent < 10; sent += 1) good(await open(link))
      const { status, body } = await open(third.link)
      expect([status, body.kind, body.of]).toEqual([429, 'too-many-sendings', 'sme'])
      house.clock.advance(3_600_000)
    }
    expect((await open(third.link)).status).toBe(429)
    house.clock.advance(-2 * 3_600_000)
    good(await open((await offer(house, seller, draft(net))).link))
  })

  test('lets whoever is in stay in when another code is sent', async () => {
    const { link, signer } = await readyToSign(house, seller, draft(net))
    good(await open(link))
    good(await signer.get('/v1/signing/document'))
  })

  test('is dead after five wrong codes, also for the right one', async () => {
    const given = draft(net)
    const { link } = await offer(house, seller, given)
    good(await open(link))
    await house.settle()
    const right = codeTo(given.sme.signatory.phone)
    const wrong = right === '000000' ? '000001' : '000000'
    for (const left of [4, 3, 2, 1, 0]) {
      const { status, body } = await anyone().post('/v1/signing/enter', { link, code: wrong })
      expect([status, body.kind, body.attemptsLeft]).toEqual([422, 'code-not-right', left])
    }
    expect(await anyone().post('/v1/signing/enter', { link, code: right })).toMatchObject(notUsable)
  })

  test('cannot be guessed at by trying without being counted', async () => {
    const given = draft(net)
    const { link } = await offer(house, seller, given)
    good(await open(link))
    await house.settle()
    const code = codeTo(given.sme.signatory.phone)
    const { status, body } = await anyone().post('/v1/signing/enter?dryRun=true', { link, code })
    expect([status, body.kind, body.errors]).toMatchObject([400, 'malformed', [{ where: 'dryRun' }]])
    expect((await anyone().post('/v1/signing/open?dryRun=true', { link })).status).toBe(400)
  })

  test('answers its last code and its last try again, when those answers were lost', async () => {
    const given = draft(net)
    const { link } = await offer(house, seller, given)
    const keys = Array.from({ length: 10 }, (_, index) => `open-${index}`)
    for (const key of keys) good(await anyone().post('/v1/signing/open', { link }, { key }))
    const again = await anyone().post('/v1/signing/open', { link }, { key: 'open-9' })
    expect(good(again).codeSentTo).toBe(
      `${'*'.repeat(given.sme.signatory.phone.length - 4)}${given.sme.signatory.phone.slice(-4)}`,
    )
    await house.settle()
    const wrong = codeTo(given.sme.signatory.phone) === '000000' ? '000001' : '000000'
    for (const key of ['a', 'b', 'c', 'd', 'e'])
      expect((await anyone().post('/v1/signing/enter', { link, code: wrong }, { key })).status).toBe(422)
    const lost = await anyone().post('/v1/signing/enter', { link, code: wrong }, { key: 'b' })
    expect([lost.body.kind, lost.body.attemptsLeft]).toEqual(['code-not-right', 3])
    const last = await anyone().post('/v1/signing/enter', { link, code: wrong }, { key: 'e' })
    expect([last.body.kind, last.body.attemptsLeft]).toEqual(['code-not-right', 0])
    expect(await anyone().post('/v1/signing/enter', { link, code: wrong })).toMatchObject(notUsable)
  })

  test('each of its codes is good for ten minutes, the first still after a second was sent (C25)', async () => {
    const given = draft(net)
    const { link } = await offer(house, seller, given)
    good(await open(link))
    await house.settle()
    const first = codeTo(given.sme.signatory.phone)
    good(await open(link))
    await house.settle()
    const second = codeTo(given.sme.signatory.phone)
    good(await anyone().post('/v1/signing/enter', { link, code: first }))
    house.clock.advance(10 * 60_000)
    expect(await anyone().post('/v1/signing/enter', { link, code: second })).toMatchObject(notUsable)
    house.clock.advance(-1)
    good(await anyone().post('/v1/signing/enter', { link, code: second }))
    house.clock.advance(-10 * 60_000 + 1)
  })

  test('the code goes to the phone and the link to the mail, and neither holds the other', async () => {
    const given = draft(net)
    const { link } = await offer(house, seller, given)
    good(await open(link))
    await house.settle()
    const toPhone = house.letters.filter(({ to }) => to === given.sme.signatory.phone)
    const toMail = house.letters.filter(({ to }) => to === given.sme.signatory.mail)
    expect([toPhone.length, toMail.length]).toEqual([1, 1])
    expect(toPhone[0]?.text).not.toContain(link)
    expect(toMail[0]?.text).not.toContain(codeTo(given.sme.signatory.phone))
  })

  test('nothing secret of it lies in the table', async () => {
    const given = draft(net)
    const { link } = await offer(house, seller, given)
    good(await open(link))
    await house.settle()
    const code = codeTo(given.sme.signatory.phone)
    const seal = link.split('.')[2] as string
    const { rowsIn } = await import('../support/table-rows.ts')
    for (const { z: _, ...row } of await rowsIn(house.table)) {
      expect(JSON.stringify(row)).not.toContain(seal)
      expect(Object.values(row)).not.toContain(code)
    }
  })

  test('without its code signs nothing, and a token of one contract is good for no other', async () => {
    const [one, two] = [await readyToSign(house, seller, draft(net)), await readyToSign(house, seller, draft(net))]
    expect((await one.signer.post('/v1/signing/sign', signature(two.sha256))).body.kind).toBe('document-changed')
    good(await one.signer.post('/v1/signing/sign', signature(one.sha256)))
    expect((await one.signer.post('/v1/signing/sign', signature(one.sha256))).body.kind).toBe('wrong-stage')
    expect((await one.signer.get('/v1/signing/document')).body.kind).toBe('link-not-usable')
  })

  test('that was withdrawn or replaced leaves its token without power', async () => {
    const given = draft(net)
    const { signer, sha256, contractId } = await readyToSign(house, seller, given)
    good(await seller.post(`/v1/contracts/${contractId}/withdraw`))
    expect((await signer.post('/v1/signing/sign', signature(sha256))).body).toMatchObject({
      kind: 'wrong-stage',
      stage: 'void',
    })
  })

  test('an SME that declines makes the contract void', async () => {
    const { signer, contractId } = await readyToSign(house, seller, draft(net))
    expect(good(await signer.post('/v1/signing/decline')).stage).toBe('void')
    expect(good(await seller.get(`/v1/contracts/${contractId}`)).voided).toBe('declined')
  })

  test('its code is good once; the same request gets a token again, as when its answer was lost', async () => {
    const given = draft(net)
    const { link } = await offer(house, seller, given)
    good(await open(link))
    await house.settle()
    const code = codeTo(given.sme.signatory.phone)
    const first = good(await anyone().post('/v1/signing/enter', { link, code }, { key: 'once' }))
    const again = good(await anyone().post('/v1/signing/enter', { link, code }, { key: 'once' }))
    for (const { token } of [first, again]) good(await house.withToken(token).get('/v1/signing/document'))
    const { status, body } = await anyone().post('/v1/signing/enter', { link, code })
    expect([status, body.kind, body.attemptsLeft]).toEqual([422, 'code-not-right', 4])
  })
})
