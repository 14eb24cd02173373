import { randomUUID } from 'node:crypto'
import type { Principal } from '../../../shared/domain/people.ts'
import type { Ask, House, More, Reply } from '../../support/house.ts'
import type * as parties from '../../support/parties.ts'
import type * as signing from '../../support/signing.ts'
import type { AnyHouse } from './deployed-house.ts'

/** A request and its answer, ids and keys aside. */
export type Line = { readonly asked: string; readonly status: number; readonly headers: unknown; readonly text: string }

export type WrittenDown = {
  readonly house: AnyHouse
  readonly lines: readonly Line[]
  /** What went out by mail and text message, in an order that does not depend on who was served first. */
  readonly letters: () => readonly string[]
}

/**
 * Writes down every answer. What is made anew each time (ids, hashes, tokens) is replaced by its kind and the place it
 * first came up in, so that two tellings of one story are equal exactly if they mean the same.
 */
export const writtenDown = (house: AnyHouse): WrittenDown => {
  const lines: Line[] = []
  const plain = plainly()
  const note = async (asked: string, answer: Promise<Reply>): Promise<Reply> => {
    const reply = await answer
    const { 'musubi-request-id': _, ...headers } = reply.headers
    lines.push({
      asked: plain(asked),
      status: reply.status,
      headers: JSON.parse(plain(JSON.stringify(headers))),
      // A printed document has its ids and hashes inside, packed; that it is one is what can be compared.
      text: isPrinted(reply) ? reply.text.slice(0, 8) : plain(reply.text),
    })
    return reply
  }
  const noting = (ask: Ask): Ask => ({
    get: (path, headers) => note(`GET ${path}`, ask.get(path, headers)),
    post: (path, body, more) => note(`POST ${path}`, ask.post(path, body, more)),
  })
  return {
    lines,
    letters: () => house.letters.map(({ by, to, subject, text }) => [by, to, subject, unkeyed(text)].join('\n')).sort(),
    house: { ...house, as: (who) => noting(house.as(who)), withToken: (token) => noting(house.withToken(token)) },
  }
}

const isPrinted = ({ headers }: Reply): boolean => headers['content-type'] === 'application/pdf'

/** A letter without what is made for it alone: its link, its code, the number of the contract. */
const unkeyed = (text: string): string =>
  text
    .replaceAll(/#\S+/g, '#<link>')
    .replaceAll(/(?<=\/v1\/serving\/)[\w.-]+/g, '<link>')
    .replaceAll(/\d{6}(?= ?です)/g, '<code>')
    .replaceAll(/\bctr_[0-9a-z]+/g, '<contract>')
    .replaceAll(shortNumber, '<number>')

const shortNumber = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/g

const kinds: readonly (readonly [string, RegExp])[] = [
  ['token', /\beyJ[\w-]+\.[\w-]+\.[\w-]+/g],
  ['id', /\b(?:ent|rbd|svc|rsl|ctr|dsc|sbm|opr|usr)_[0-9a-z]{20,64}/g],
  ['number', shortNumber],
  ['hash', /\b[0-9a-f]{24,64}\b/g],
  ['cursor', /(?<=cursor(?:":"|=))[\w-]{60,}/gi],
  ['nonce', /(?<="nonce":")[\w-]{22}/g],
  ['uuid', /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g],
]

const plainly = () => {
  const seen = new Map<string, string>()
  const counts = new Map<string, number>()
  const standIn = (kind: string, text: string): string => {
    const known = seen.get(text)
    if (known) return known
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    seen.set(text, `<${kind} ${count}>`)
    return `<${kind} ${count}>`
  }
  return (text: string): string =>
    kinds.reduce((so, [kind, pattern]) => so.replaceAll(pattern, (found) => standIn(kind, found)), text)
}

/** A house to whose pool nobody comes: invitations stay open in it, as they do in the one deployed here. */
const withOpenInvitations = (house: AnyHouse): House =>
  ({ ...house, signedIn: async () => undefined }) as unknown as House

type Parties = typeof parties & typeof signing

/** The usual way of a contract, and those who knock at the wrong door. */
export const tell = async (
  house: AnyHouse,
  { draft, good, partiesIn, readyToSign, signature }: Parties,
): Promise<void> => {
  const us = await partiesIn(withOpenInvitations(house))
  const net = await us.service('NET')
  const { ask: reseller, resellerId } = await us.reseller('R1', [net])
  const given = draft(net)
  // The network wants numbers as they are dialled abroad; the story reads the code where it went.
  const abroad = { ...given, sme: { ...given.sme, signatory: { ...given.sme.signatory, phone: '+819012345678' } } }
  const { signer, contractId, sha256 } = await readyToSign(house as House, reseller, abroad)
  good(await signer.get('/v1/signing/document.html'))
  good(await signer.get('/v1/signing/document.pdf'))
  await reseller.get(`/v1/contracts/${contractId}/signing-certificate.pdf`)
  good(await signer.post('/v1/signing/sign', signature(sha256), { key: 'sign' }))
  good(await signer.post('/v1/signing/sign', signature(sha256), { key: 'sign' }))
  await house.settle()

  for (const path of [
    '/v1',
    '/v1/me',
    '/v1/services',
    `/v1/services/${net}`,
    '/v1/resellers',
    '/v1/contracts',
    '/v1/registration-bodies',
  ])
    good(await us.admin.get(path))
  const { nextCursor } = good(await us.admin.get('/v1/contracts?limit=1'))
  good(await us.admin.get(`/v1/contracts?limit=1&cursor=${nextCursor}`))
  await reseller.get(`/v1/contracts?limit=1&cursor=${nextCursor}`)
  good(await reseller.get(`/v1/contracts/${contractId}`))
  good(await us.admin.get(`/v1/contracts/${contractId}/ledger`))
  for (const name of ['document', 'insurance-cover', 'signing-certificate'])
    good(await us.admin.get(`/v1/contracts/${contractId}/${name}.pdf`))
  await us.admin.get(`/v1/contracts/${contractId}/takeover-notice.pdf`)
  good(await us.admin.get('/v1/reports/contracts?from=2026-01-01&until=2026-12-31'))
  good(await us.admin.get('/v1/reports/contracts.csv?from=2026-01-01&until=2026-12-31'))
  good(await us.admin.post('/v1/reports/recounts', { from: '2026-01-01', until: '2026-12-31' }))
  await house.settle()

  const they = await partiesIn(withOpenInvitations(house))
  const another = await they.service('NET')
  const nobody = house.withToken(undefined)
  const again = {
    code: 'AGAIN',
    name: '架空',
    prefecture: '東京都',
    admin: { mail: 'again@reseller.example.jp', name: '坂田 学' },
  }
  for (const path of [`/v1/resellers/${resellerId}`, `/v1/contracts/${contractId}`, `/v1/services/${net}`])
    await they.admin.get(path)
  await us.admin.get(`/v1/services/${another}`)
  await nobody.get('/v1/standards/1.2?clause=%E7%AC%AC2%E7%AB%A01.(6)')
  await nobody.get('/v1/standards/2.0/contents.html')
  await us.admin.get(`/v1/services/${net}/versions/1/conformity`)
  await us.admin.get(`/v1/contracts/${contractId}/conformity.html`)
  await us.admin.get(`/v1/services/${net}/gap?from=1.1`)
  await nobody.get('/v1/contracts')
  await nobody.get('/v1/no/such/door')
  await nobody.post('/v1/signing/open', { link: 'a.b.c' })
  await signer.get('/v1/contracts')
  await signer.post('/v1/signing/sign', signature(sha256))
  await reseller.post(`/v1/resellers/${resellerId}/approve`)
  await us.admin.post('/v1/resellers', again, { key: 'again' })
  await us.admin.post('/v1/resellers', { ...again, name: '別の会社' }, { key: 'again' })
  await hostile(house, us.admin)
}

/** Requests that must be refused, and in the same words wherever the house stands. */
const hostile = async (house: AnyHouse, admin: Ask): Promise<void> => {
  const send = (path: string, body: unknown, given: More = {}) => admin.post(path, body, given)
  await send('/v1/contracts', undefined, { raw: '{"not": json' })
  await send('/v1/contracts', undefined, { raw: '['.repeat(100) })
  await send('/v1/contracts', {}, { headers: { 'content-type': 'text/plain' } })
  await send('/v1/contracts', { sme: {}, terms: {}, role: 'operator', __proto__: {} })
  await send('/v1/services', { code: 'x', unknown: true })
  await send('/v1/services', undefined, { raw: JSON.stringify({ code: 'x'.repeat(300_000) }) })
  await send('/v1/services', {}, { key: '' })
  await send('/v1/contracts', {}, { ifMatch: 'x' })
  await admin.get('/v1/contracts?cursor=forged')
  await admin.get('/v1/contracts?limit=0&limit=1')
  await admin.get('/v1/contracts/ctr_x')
  await admin.post('/v1/me', {})
  const expired: Principal = { role: 'operator', sub: 'operator' }
  const past = Math.floor(Date.now() / 1_000) - 3_600
  const old = await house.tokenFor(expired, { exp: past, iat: past - 60 })
  await house.withToken(old).get('/v1/me')
  await house.withToken(`${old}x`).get('/v1/me')
  await house.withToken(await house.tokenFor(expired, { token_use: 'id' })).get('/v1/me')
  await house.withToken(await house.tokenFor(expired, { client_id: randomUUID() })).get('/v1/me')
  await house.withToken('not.a.token').get('/v1/me')
}
