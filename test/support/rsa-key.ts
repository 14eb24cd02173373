import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import type { Signer } from '../../functions/ports/secrets.ts'

/** An RSA key in memory that signs as KMS does. */
export const rsaKey = (): Signer => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const keyId = randomUUID()
  return {
    keyId,
    sign: async (data) => createSign('sha256').update(data).sign(privateKey),
    publicKey: async () => publicKey.export({ type: 'spki', format: 'der' }),
    publicJwk: async () => ({
      ...(publicKey.export({ format: 'jwk' }) as Record<string, string>),
      kid: keyId,
      alg: 'RS256',
      use: 'sig',
    }),
  }
}
