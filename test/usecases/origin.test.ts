import { expect, test } from 'vitest'
import { requestOf } from '../../functions/http/api-gateway.ts'
import { originOf } from '../../functions/http/origin.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, good } from '../support/parties.ts'
import { enter, readyToSign, signature } from '../support/signing.ts'

const secret = 'a'.repeat(40)
const { house, parties, net } = await marketplace()
const seller = (await parties.reseller('R1', [net])).ask

test('a signature keeps where it came from, shown to the SME on its page, and in no event', async () => {
  const given = draft(net)
  const { signer, sha256, contractId } = await readyToSign(house, seller, given)
  const headers = { 'user-agent': 'Mozilla/5.0 (架空) Browser/1' }
  good(await signer.post('/v1/signing/sign', signature(sha256), { headers }))
  const from = { ip: '127.0.0.1', userAgent: 'Mozilla/5.0 (?) Browser/1' }
  const events = await house.deps.ledger.eventsOf(contractId)
  expect(JSON.stringify(events)).not.toContain('Mozilla')
  const seq = events.find(({ event }) => event.type === 'contract-signed')?.seq ?? 0
  expect(await house.deps.ledger.paper(contractId, `signature-${String(seq).padStart(4, '0')}`)).toMatchObject({ from })
  good(await seller.post(`/v1/contracts/${contractId}/send-own-link`, {}))
  await house.settle()
  const letter = house.letters.findLast(({ to, text }) => to === given.sme.signatory.mail && text.includes('/sign/#'))
  const link = /\/sign\/#(\S+)/.exec(letter?.text ?? '')?.[1] ?? ''
  const own = await enter(house, link, given.sme.signatory.phone)
  expect(good(await own.get('/v1/signing/contract')).signedFrom).toEqual(from)
})

test.each([
  ['the peer', '203.0.113.9', {}, '203.0.113.9'],
  ['a peer in the form of the other protocol', '::ffff:203.0.113.9', {}, '203.0.113.9'],
  ['IPv6', '2001:db8::1', {}, '2001:db8::1'],
  [
    'what a caller claims by itself is not believed',
    '203.0.113.9',
    { 'x-forwarded-for': '198.51.100.1, 203.0.113.9' },
    '203.0.113.9',
  ],
  [
    'the caller behind CloudFront, whatever it wrote before',
    '198.51.100.7',
    { 'x-origin-secret': secret, 'x-forwarded-for': '192.0.2.1, 203.0.113.9, 198.51.100.7' },
    '203.0.113.9',
  ],
  [
    'whoever goes straight to the gateway and writes what CloudFront would',
    '198.51.100.7',
    { 'x-amz-cf-id': 'x', 'x-forwarded-for': '203.0.113.9, 198.51.100.7' },
    '198.51.100.7',
  ],
  [
    'whoever guesses at the secret',
    '198.51.100.7',
    { 'x-origin-secret': `${secret.slice(1)}x`, 'x-forwarded-for': '203.0.113.9, 198.51.100.7' },
    '198.51.100.7',
  ],
  [
    'whoever sends an empty secret',
    '198.51.100.7',
    { 'x-origin-secret': '', 'x-forwarded-for': '203.0.113.9, 198.51.100.7' },
    '198.51.100.7',
  ],
  ['no address', 'not-an-address', {}, null],
  ['nobody', undefined, {}, null],
])('where a request came from: %s', (_, peer, headers, ip) => {
  expect(originOf(peer, headers as never, secret).ip).toBe(ip)
})

test('a request is read with the secret its function was told of, however the gateway spells the header', () => {
  const event = {
    routeKey: '$default',
    rawPath: '/v1',
    headers: { 'X-Origin-Secret': secret, 'X-Forwarded-For': '203.0.113.9, 198.51.100.7' },
    requestContext: { requestId: '1', http: { method: 'GET', sourceIp: '198.51.100.7' } },
  } as never
  expect(requestOf(event, secret).origin.ip).toBe('203.0.113.9')
  expect(requestOf(event).origin.ip).toBe('198.51.100.7')
})

test('where no secret is known, nobody is believed to have come through CloudFront', () => {
  const headers = { 'x-origin-secret': 'undefined', 'x-forwarded-for': '203.0.113.9, 198.51.100.7' }
  expect(originOf('198.51.100.7', headers).ip).toBe('198.51.100.7')
})

test('a browser may call itself anything, of a bounded length and in printable signs', () => {
  const named = (name: string) => originOf('127.0.0.1', { 'user-agent': name }).userAgent
  expect(named('a'.repeat(301))?.length).toBe(300)
  expect(named('a\u0000\u202eb')).toBe('a?b')
  expect(named('  ')).toBe(null)
})
