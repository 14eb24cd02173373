import { GenerateMacCommand, type KMSClient } from '@aws-sdk/client-kms'
import type { Secrets } from '../../ports/secrets.ts'
import { memoizeAsync } from './memoize-async.ts'

/** Keys derived by an HMAC key that never leaves KMS. A derived key stays in memory, so each name costs one request. */
export const secretsByKms = (kms: KMSClient, keyId: string): Secrets => ({
  derive: memoizeAsync(async (name) => {
    const { Mac } = await kms.send(
      new GenerateMacCommand({ KeyId: keyId, MacAlgorithm: 'HMAC_SHA_256', Message: Buffer.from(name) }),
    )
    if (!Mac) throw new Error('KMS gave no MAC')
    return Mac
  }),
})
