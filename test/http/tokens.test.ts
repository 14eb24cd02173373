import { createHmac, createPublicKey, generateKeyPairSync, sign as signWith } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Principal } from '../../shared/domain/people.ts'
import { figure } from '../support/figures.ts'
import { newHouse } from '../support/house.ts'
import { partiesIn } from '../support/parties.ts'

const encoded = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')
const decoded = (segment: string | undefined) =>
  JSON.parse(Buffer.from(segment ?? '', 'base64url').toString()) as Record<string, unknown>

const house = await newHouse()
const { entityId } = await partiesIn(house)
const who: Principal = { role: 'entityAdmin', sub: 'admin', entityId }
const right = await house.tokenFor(who)

describe('tokens that are not good', () => {
  const tried = async (token: string) => (await house.withToken(token).get('/v1/me')).status
  const now = () => Math.floor(Date.now() / 1000)
  const mallory = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const forged = (header: unknown, claims: unknown) => {
    const text = `${encoded(header)}.${encoded(claims)}`
    return `${text}.${signWith('sha256', Buffer.from(text), mallory).toString('base64url')}`
  }

  test('the right one is let in', async () => expect(await tried(right)).toBe(200))

  const claims: Readonly<Record<string, () => object>> = {
    'that has ended': () => ({ exp: now() - 10, iat: now() - 100 }),
    'without an end': () => ({ exp: undefined }),
    'with an end too far away': () => ({ exp: now() + 3_602 }),
    'with an end in ten years': () => ({ exp: now() + 315_360_000 }),
    'born in the future': () => ({ iat: now() + 300, exp: now() + 600 }),
    'without a birth': () => ({ iat: undefined }),
    'not valid yet': () => ({ nbf: now() + 300 }),
    'of another issuer': () => ({ iss: 'https://elsewhere.invalid' }),
    'of another client': () => ({ client_id: 'someone-else' }),
    'that is an ID token': () => ({ token_use: 'id' }),
    'without a use': () => ({ token_use: undefined }),
    'without a name of its own': () => ({ jti: undefined }),
    'without a time of sign-in': () => ({ auth_time: undefined }),
    'without a subject': () => ({ sub: undefined }),
    'with an unknown role': () => ({ role: 'superuser' }),
    'without a role': () => ({ role: undefined }),
    'with a role its issuer does not give': () => ({
      role: 'sme',
      contractId: `ctr_${'0'.repeat(38)}`,
      nonce: 'n',
      serviceId: `svc_${'0'.repeat(26)}`,
      smeId: '1',
    }),
    'whose tenant is missing': () => ({ entityId: undefined }),
    'whose tenant is not an id': () => ({ entityId: 'ent_../../x' }),
    'with a fractional end': () => ({ exp: now() + 100.5 }),
    'whose end is a text': () => ({ exp: String(now() + 100) }),
  }
  test.each(Object.keys(claims))('a token %s is not good', async (name) => {
    expect(await tried(await house.tokenFor(who, claims[name]?.()))).toBe(401)
  })

  const forgeries: Readonly<Record<string, () => string>> = {
    'signed with no algorithm': () => `${encoded({ alg: 'none', typ: 'JWT' })}.${right.split('.')[1]}.`,
    'signed with no algorithm, with a signature': () =>
      `${encoded({ alg: 'none', typ: 'JWT' })}.${right.split('.')[1]}.AAAA`,
    'signed with the public key as a secret': () => {
      const { kid } = decoded(right.split('.')[0])
      const text = `${encoded({ alg: 'HS256', typ: 'JWT', kid })}.${right.split('.')[1]}`
      const pem = createPublicKey(mallory).export({ type: 'spki', format: 'pem' }).toString()
      return `${text}.${createHmac('sha256', pem).update(text).digest('base64url')}`
    },
    'signed by someone else': () => forged(decoded(right.split('.')[0]), decoded(right.split('.')[1])),
    'that brings its own key': () =>
      forged(
        { ...decoded(right.split('.')[0]), jwk: createPublicKey(mallory).export({ format: 'jwk' }) },
        decoded(right.split('.')[1]),
      ),
    'that names a place for its key': () =>
      forged(
        { ...decoded(right.split('.')[0]), jku: 'https://elsewhere.invalid/jwks.json' },
        decoded(right.split('.')[1]),
      ),
    'whose key id walks the disk': () =>
      forged({ alg: 'RS256', kid: '../../../dev/null' }, decoded(right.split('.')[1])),
    'with an unknown critical header': () =>
      forged({ ...decoded(right.split('.')[0]), crit: ['x'] }, decoded(right.split('.')[1])),
    'with another payload': () =>
      [right.split('.')[0], encoded({ ...decoded(right.split('.')[1]), role: 'operator' }), right.split('.')[2]].join(
        '.',
      ),
    'with a flipped signature': () => right.slice(0, -2) + (right.endsWith('AA') ? 'BB' : 'AA'),
    'with padding': () => `${right}==`,
    'with two segments': () => right.split('.').slice(0, 2).join('.'),
    'with four segments': () => `${right}.AAAA`,
    'that is nothing': () => '-',
    'that is not JSON': () => `${encoded('x')}.${encoded('y')}.AAAA`,
    'that is a list': () => `${encoded([])}.${encoded([])}.AAAA`,
    'that is huge': () => `${right}${'A'.repeat(20_000)}`,
  }
  test.each(Object.keys(forgeries))('a token %s is not good', async (name) => {
    expect(await tried(forgeries[name]?.() ?? '')).toBe(401)
  })

  test('a key that stands twice in the payload is not good', async () => {
    const twice = `{"role":"entityStaff",${JSON.stringify(decoded(right.split('.')[1])).slice(1)}`
    expect(await tried([right.split('.')[0], encoded(twice), right.split('.')[2]].join('.'))).toBe(401)
  })

  test('a claim that stands twice, once with an escape in its name, is not good though the issuer signed it', async () => {
    const [header = '', payload = ''] = right.split('.')
    const twice = `{"r\\u006fle":"entityStaff",${JSON.stringify(decoded(payload)).slice(1)}`
    const signed = async (claims: string) =>
      `${header}.${claims}.${Buffer.from(await house.issuerKey.sign(Buffer.from(`${header}.${claims}`))).toString('base64url')}`
    expect(await tried(await signed(payload))).toBe(200)
    expect(await tried(await signed(encoded(twice)))).toBe(401)
  })

  test('a refusal says nothing of why', async () => {
    const bodies = await Promise.all([
      house.withToken(await house.tokenFor(who, { exp: now() - 10 })).get('/v1/me'),
      house.withToken('nonsense').get('/v1/me'),
      house.withToken(undefined).get('/v1/me'),
    ])
    expect(new Set(bodies.map(({ text }) => text)).size).toBe(1)
    figure('token variants refused', Object.keys(claims).length + Object.keys(forgeries).length + 1)
  })
})
