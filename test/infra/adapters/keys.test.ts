import { createHash, createPublicKey, createVerify } from 'node:crypto'
import { KMSClient } from '@aws-sdk/client-kms'
import { describe, expect, test } from 'vitest'
import { secretsByKms } from '../../../functions/adapters/aws/secrets-by-kms.ts'
import { signerByKms } from '../../../functions/adapters/aws/signer-by-kms.ts'
import { tokensOnAws } from '../../../functions/adapters/aws/tokens.ts'
import { without, worldOnAws } from '../../../functions/adapters/aws/dependencies.ts'
import type { Scan } from '../../../functions/ports/uploads.ts'
import { accessClaims, signedToken } from '../../../functions/adapters/jwt.ts'
import { linksSealedBy } from '../../../functions/adapters/links.ts'
import { linkClient, linkIssuer, sessionsSignedBy } from '../../../functions/adapters/sessions.ts'
import { kmsKeeping } from '../support/kms.ts'
import { at, fault, saying, stubSaying } from '../support/stub.ts'

const ids = { secretId: 'secret-key', signId: 'sign-key' }
const kmsStub = async () => {
  const stub = await stubSaying(kmsKeeping(ids))
  return { ...stub, kms: new KMSClient(at(stub.url)) }
}

describe('secrets by KMS', () => {
  test('a key is derived once for each name, always the same, by an HMAC KMS alone can make', async () => {
    const { kms, seen } = await kmsStub()
    const secrets = secretsByKms(kms, ids.secretId)
    const [cursor, again, link] = await Promise.all(['cursor', 'cursor', 'signing-link'].map(secrets.derive))
    expect(cursor).toHaveLength(32)
    expect(again).toEqual(cursor)
    expect(link).not.toEqual(cursor)
    expect(seen.map(({ target, body }) => [target, body.KeyId, atob(body.Message)])).toEqual([
      ['GenerateMac', ids.secretId, 'cursor'],
      ['GenerateMac', ids.secretId, 'signing-link'],
    ])
    expect(Buffer.from((await secretsByKms(kms, ids.secretId).derive('cursor')) ?? [])).toEqual(
      Buffer.from(cursor ?? []),
    )
  })

  test('a failure is not remembered', async () => {
    const stub = await saying(fault('KMSInternalException', '', 500), {
      body: { Mac: Buffer.alloc(32).toString('base64') },
    })
    const { derive } = secretsByKms(new KMSClient(at(stub.url)), ids.secretId)
    await expect(derive('cursor')).rejects.toThrow('UnknownError')
    expect(await derive('cursor')).toHaveLength(32)
  })

  test('links are sealed and read with it', async () => {
    const { kms } = await kmsStub()
    const links = linksSealedBy(secretsByKms(kms, ids.secretId))
    const named = { contractId: 'ctr_x' as const, nonce: 'n' }
    expect(await links.read(await links.linkFor(named as never))).toEqual(named)
    expect(await links.read(`${await links.linkFor(named as never)}x`)).toBeUndefined()
  })
})

describe('tokens signed by KMS', () => {
  const sme = {
    role: 'sme',
    sub: 'ctr_1',
    contractId: `ctr_${'0'.repeat(38)}`,
    nonce: 'n',
    serviceId: `svc_${'0'.repeat(26)}`,
    smeId: '1'.repeat(13),
  } as const
  const pool = { issuer: 'https://pool.musubi.invalid', clientId: 'people' }

  test('a session minted with the key is believed by whoever has its public half', async () => {
    const { kms, seen } = await kmsStub()
    const signer = signerByKms(kms, ids.signId)
    const { token } = await sessionsSignedBy(signer).mint(sme)
    const tokens = tokensOnAws(pool, signer)
    expect(await tokens.verify(token)).toEqual(sme)
    expect(await tokens.verify(token)).toEqual(sme)
    expect(seen.map(({ target }) => target)).toEqual(['Sign', 'GetPublicKey'])
  })

  test('only the digest goes to KMS, and what comes back is an RS256 signature', async () => {
    const { kms, seen } = await kmsStub()
    const signer = signerByKms(kms, ids.signId)
    const long = Buffer.alloc(10_000, 'long')
    const signature = await signer.sign(long)
    expect(seen[0]?.body).toEqual({
      KeyId: ids.signId,
      Message: createHash('sha256').update(long).digest('base64'),
      MessageType: 'DIGEST',
      SigningAlgorithm: 'RSASSA_PKCS1_V1_5_SHA_256',
    })
    const jwk = await signer.publicJwk()
    expect(jwk).toMatchObject({ kty: 'RSA', kid: ids.signId, alg: 'RS256', use: 'sig' })
    const key = createPublicKey({ key: jwk, format: 'jwk' })
    expect(createVerify('sha256').update(long).verify(key, signature)).toBe(true)
  })

  test.each([
    ['of another client', accessClaims(linkIssuer, 'x', 'other', 900, 'j'), sme],
    ['for a role that links do not give', accessClaims(linkIssuer, 'x', linkClient, 900, 'j'), { role: 'operator' }],
    ['of an issuer nobody named', accessClaims('https://other.invalid', 'x', linkClient, 900, 'j'), sme],
    ['that lives for a day', accessClaims(linkIssuer, 'x', linkClient, 86_400, 'j'), sme],
  ])('a token %s is not believed, though the signature is right', async (_, claims, about) => {
    const { kms } = await kmsStub()
    const signer = signerByKms(kms, ids.signId)
    expect(await tokensOnAws(pool, signer).verify(await signedToken(signer, { ...claims, ...about }))).toBeUndefined()
  })

  test('a token that looks right and was signed with another key is not believed', async () => {
    const ours = signerByKms((await kmsStub()).kms, ids.signId)
    const theirs = signerByKms((await kmsStub()).kms, ids.signId)
    const { token } = await sessionsSignedBy(theirs).mint(sme)
    expect(await tokensOnAws(pool, ours).verify(token)).toBeUndefined()
  })

  test('no key to be had is our trouble and not the caller’s', async () => {
    const stub = await saying(fault('KMSInternalException', '', 500))
    const signer = signerByKms(new KMSClient(at(stub.url)), ids.signId)
    await expect(tokensOnAws(pool, signer).verify('a.b.c')).rejects.toThrow('UnknownError')
  })
})

describe('a world on AWS', () => {
  test('has what the function brings, and says what it is without', async () => {
    const { kms } = await kmsStub()
    const deps = worldOnAws({ TABLE_NAME: 't' }, { secrets: secretsByKms(kms, ids.secretId) })
    expect(await deps.links.codeFor('n', 1)).toMatch(/^\d{6}$/)
    expect(() => deps.post.mail).toThrow('this function has no post')
    expect(() => deps.accounts.open).toThrow('this function has no accounts')
    const scan: Scan = without('scan')
    await expect(async () => scan('', new Uint8Array())).rejects.toThrow('this function has no scan')
    await expect(deps.sessions.mint({ role: 'sme', sub: 'x' } as never)).rejects.toThrow('this function has no signer')
  })
})
