import { constants, createHmac, generateKeyPairSync, privateEncrypt } from 'node:crypto'
import { digestSigner } from './ecdsa.ts'
import { fault, type Reply, type Seen } from './stub.ts'

/** DigestInfo for SHA-256 (RFC 8017, 9.2): what stands before a digest in a PKCS#1 v1.5 signature. */
const digestInfo = Buffer.from('3031300d060960864801650304020105000420', 'hex')

type SigningKey = { readonly spki: Buffer; readonly algorithm: string; readonly sign: (digest: Buffer) => Buffer }

const rsaKey = (): SigningKey => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    spki: publicKey.export({ type: 'spki', format: 'der' }),
    algorithm: 'RSASSA_PKCS1_V1_5_SHA_256',
    sign: (digest) =>
      privateEncrypt({ key: privateKey, padding: constants.RSA_PKCS1_PADDING }, Buffer.concat([digestInfo, digest])),
  }
}

type Ids = {
  readonly secretId: string
  readonly signId: string
  readonly sealId?: string
  readonly packageId?: string
}

/** KMS with real keys, as far as this house asks it: an HMAC key, RSA keys and a P-256 key that sign digests. */
export const kmsKeeping = ({ secretId, signId, sealId, packageId }: Ids) => {
  const keys = new Map<string, SigningKey>([[signId, rsaKey()]])
  if (packageId) keys.set(packageId, rsaKey())
  if (sealId) keys.set(sealId, { ...digestSigner(), algorithm: 'ECDSA_SHA_256' })
  return ({ target, body }: Seen): Reply => {
    if (target === 'GenerateMac' && body.KeyId === secretId && body.MacAlgorithm === 'HMAC_SHA_256') {
      const mac = createHmac('sha256', 'a secret of the tests').update(Buffer.from(body.Message, 'base64')).digest()
      return { body: { KeyId: secretId, Mac: mac.toString('base64') } }
    }
    const key = keys.get(body.KeyId)
    if (target === 'GetPublicKey' && key) {
      return { body: { KeyId: body.KeyId, PublicKey: key.spki.toString('base64') } }
    }
    if (target === 'Sign' && key && body.SigningAlgorithm === key.algorithm && body.MessageType === 'DIGEST') {
      const signature = key.sign(Buffer.from(body.Message, 'base64'))
      return { body: { KeyId: body.KeyId, Signature: signature.toString('base64') } }
    }
    return fault('AccessDeniedException', `${target} with ${body.KeyId}`)
  }
}
