import { createHash } from 'node:crypto'
import { GetPublicKeyCommand, SignCommand, type KMSClient } from '@aws-sdk/client-kms'
import type { SealKey } from '../../ports/seals.ts'
import { memoizeAsync } from './memoize-async.ts'

/** The platform's seal: a P-256 key that never leaves KMS. Only the digest of what is signed goes there. */
export const sealKeyByKms = (kms: KMSClient, keyId: string): SealKey => {
  const publicKey = memoizeAsync(async (id) => {
    const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: id }))
    if (!PublicKey) throw new Error('KMS gave no public key')
    return PublicKey
  })
  return {
    keyId,
    publicKey: () => publicKey(keyId),
    sign: async (data) => {
      const { Signature } = await kms.send(
        new SignCommand({
          KeyId: keyId,
          Message: createHash('sha256').update(data).digest(),
          MessageType: 'DIGEST',
          SigningAlgorithm: 'ECDSA_SHA_256',
        }),
      )
      if (!Signature) throw new Error('KMS gave no signature')
      return Signature
    },
  }
}
