import { constants, createHmac, generateKeyPairSync, privateEncrypt } from 'node:crypto'
import { fault, type Reply, type Seen } from './stub.ts'

/** DigestInfo for SHA-256 (RFC 8017, 9.2): what stands before a digest in a PKCS#1 v1.5 signature. */
const digestInfo = Buffer.from('3031300d060960864801650304020105000420', 'hex')

/** KMS with two real keys, as far as this house asks it: an HMAC key, and an RSA key that signs digests. */
export const kmsKeeping = ({ secretId, signId }: { readonly secretId: string; readonly signId: string }) => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const signed = (digest: string) =>
    privateEncrypt(
      { key: privateKey, padding: constants.RSA_PKCS1_PADDING },
      Buffer.concat([digestInfo, Buffer.from(digest, 'base64')]),
    )
  return ({ target, body }: Seen): Reply => {
    if (target === 'GenerateMac' && body.KeyId === secretId && body.MacAlgorithm === 'HMAC_SHA_256') {
      const mac = createHmac('sha256', 'a secret of the tests').update(Buffer.from(body.Message, 'base64')).digest()
      return { body: { KeyId: secretId, Mac: mac.toString('base64') } }
    }
    if (target === 'GetPublicKey' && body.KeyId === signId) {
      const key = publicKey.export({ type: 'spki', format: 'der' })
      return { body: { KeyId: signId, PublicKey: key.toString('base64'), KeySpec: 'RSA_2048' } }
    }
    const signs = body.SigningAlgorithm === 'RSASSA_PKCS1_V1_5_SHA_256' && body.MessageType === 'DIGEST'
    if (target === 'Sign' && body.KeyId === signId && signs) {
      return { body: { KeyId: signId, Signature: signed(body.Message).toString('base64') } }
    }
    return fault('AccessDeniedException', `${target} with ${body.KeyId}`)
  }
}
