import { JwtVerifier } from 'aws-jwt-verify'
import { FetchError } from 'aws-jwt-verify/error'
import type { Jwks } from 'aws-jwt-verify/jwk'
import * as z from 'zod'
import { entityRoles, resellerRoles, rolesApart, type Principal } from '../../shared/domain/people.ts'
import type { Tokens } from '../ports/tokens.ts'
import { duplicateKeyIn } from './duplicate-keys.ts'

export type Issuer = {
  readonly issuer: string
  /** Tokens of other clients of the same issuer are not for us. */
  readonly clientId: string
  /** The roles this issuer's tokens may bear. */
  readonly roles: readonly Principal['role'][]
  /** Its keys, where they are known beforehand; otherwise they are fetched from the issuer. */
  readonly jwks?: Jwks
}

const maxLifeSeconds = 3_600
const maxSkewSeconds = 60
const segments = /^[\w-]+\.[\w-]+\.[\w-]+$/

const whole = z.int().min(0)
/**
 * Schema of claims, against what aws-jwt-verify lets pass and we do not: no end, a far end, a birth in the future, no
 * name of its own.
 */
const Claims = z.looseObject({
  sub: z.string().min(1).max(200),
  token_use: z.literal('access'),
  client_id: z.string(),
  jti: z.string().min(1),
  iat: whole,
  exp: whole,
  auth_time: whole,
})
const Header = z.strictObject({ alg: z.literal('RS256'), kid: z.string().min(1), typ: z.literal('JWT').optional() })

const id = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[0-9a-z]{26,38}$`))
// The membership that the person chose, where its subject is another than the account's.
const person = { sub: z.string(), member: z.string().min(1).max(200).optional() }
const Role = z.discriminatedUnion('role', [
  z.object({ role: z.enum(rolesApart), ...person }),
  z.object({ role: z.enum(entityRoles), ...person, entityId: id('ent') }),
  z.object({
    role: z.enum(resellerRoles),
    ...person,
    entityId: id('ent'),
    resellerId: id('rsl'),
  }),
  z.object({ role: z.literal('registrationBody'), ...person, registrationBodyId: id('rbd') }),
  z.object({
    role: z.literal('sme'),
    sub: z.string(),
    contractId: id('ctr'),
    nonce: z.string(),
    serviceId: id('svc'),
    smeId: z.string(),
  }),
])

/** Principal that claims speak for: a member of the account, where they name one. */
const principalIn = (claims: z.output<typeof Role>): Principal => {
  if (!('member' in claims) || claims.member === undefined) {
    const { member: _, ...plain } = claims as typeof claims & { member?: undefined }
    return plain as Principal
  }
  const { member, sub, ...rest } = claims
  return { ...rest, sub: member, account: sub } as Principal
}

/**
 * Access tokens of known issuers, RS256 only. Signature, issuer and times are aws-jwt-verify's; what it is lenient
 * about is checked beside it. Nothing of why a token failed is told.
 */
export const tokensVerifiedFor = (issuers: readonly Issuer[]): Tokens => {
  const verifier = JwtVerifier.create(issuers.map(({ issuer }) => ({ issuer, audience: null })))
  for (const { issuer, jwks } of issuers) if (jwks) verifier.cacheJwks(jwks, issuer)

  return {
    verify: async (token) => {
      if (token.length > 8_000 || !segments.test(token)) return undefined
      const parts = partsOf(token)
      if (!parts || !couldBeFrom(issuers, parts)) return undefined
      const verified = await payloadOf(verifier, token)
      if (!verified) return undefined
      const header = Header.safeParse(parts.header)
      const claims = Claims.safeParse(verified)
      const role = Role.safeParse(verified)
      if (!header.success || !claims.success || !role.success) return undefined
      const { iat, exp, client_id } = claims.data
      const issuer = issuers.find((known) => known.issuer === verified['iss'])
      const now = Math.floor(Date.now() / 1000)
      const good =
        exp - iat <= maxLifeSeconds &&
        iat <= now + maxSkewSeconds &&
        client_id === issuer?.clientId &&
        issuer.roles.includes(role.data.role)
      return good ? principalIn(role.data) : undefined
    },
  }
}

/**
 * True where a known issuer could have made it. Where an issuer's keys are known beforehand, a token with another key's
 * name is refused at once: nobody is asked over the network because of what a stranger wrote into a header.
 */
const couldBeFrom = (issuers: readonly Issuer[], { header, payload }: Parts): boolean => {
  const issuer = issuers.find((known) => known.issuer === payload['iss'])
  return (
    issuer !== undefined && (issuer.jwks === undefined || issuer.jwks.keys.some(({ kid }) => kid === header['kid']))
  )
}

type Verifier = {
  readonly verify: (token: string, properties: Record<string, never>) => Promise<Readonly<Record<string, unknown>>>
}

const payloadOf = async (verifier: Verifier, token: string): Promise<Readonly<Record<string, unknown>> | undefined> => {
  try {
    return await verifier.verify(token, {})
  } catch (error) {
    // Keys that could not be fetched are our trouble, not the caller's; every other failure is a token not good.
    if (error instanceof FetchError) throw error
    return undefined
  }
}

type Json = Readonly<Record<string, unknown>>
type Parts = { readonly header: Json; readonly payload: Json }

/** Header and payload as JSON, not verified; undefined where they are not two objects, each key in them but once. */
const partsOf = (token: string): Parts | undefined => {
  const [header, payload] = token
    .split('.')
    .slice(0, 2)
    .map((segment) => objectIn(Buffer.from(segment, 'base64url').toString('utf8')))
  return header && payload ? { header, payload } : undefined
}

const objectIn = (text: string): Json | undefined => {
  try {
    const parsed: unknown = JSON.parse(text)
    const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
    return isObject && duplicateKeyIn(text) === null ? (parsed as Json) : undefined
  } catch {
    // Not JSON at all: no token either.
    return undefined
  }
}
