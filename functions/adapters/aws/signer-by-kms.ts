import { createHash, createPublicKey } from 'node:crypto'
import { GetPublicKeyCommand, SignCommand, type KMSClient } from '@aws-sdk/client-kms'
import type { Signer } from '../../ports/secrets.ts'
import { memoizeAsync } from './memoize-async.ts'

/** An RSA key that never leaves KMS. What is signed goes there as its digest, so its length does not matter. */
export const signerByKms = (kms: KMSClient, keyId: string): Signer => {
  const publicKey = memoizeAsync(async (id) => {
    const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: id }))
    if (!PublicKey) throw new Error('KMS gave no public key')
    return PublicKey
  })
  return {
    keyId,
    publicKey: () => publicKey(keyId),
    publicJwk: async () => {
      const key = createPublicKey({ key: Buffer.from(await publicKey(keyId)), format: 'der', type: 'spki' })
      return { ...(key.export({ format: 'jwk' }) as Record<string, string>), kid: keyId, alg: 'RS256', use: 'sig' }
    },
    sign: async (data) => {
      const { Signature } = await kms.send(
        new SignCommand({
          KeyId: keyId,
          Message: createHash('sha256').update(data).digest(),
          MessageType: 'DIGEST',
          SigningAlgorithm: 'RSASSA_PKCS1_V1_5_SHA_256',
        }),
      )
      if (!Signature) throw new Error('KMS gave no signature')
      return Signature
    },
  }
}
