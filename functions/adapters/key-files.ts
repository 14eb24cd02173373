import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSign,
  generateKeyPairSync,
  randomBytes,
} from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { SealKey } from '../ports/seals.ts'
import type { Secrets, Signer } from '../ports/secrets.ts'
import { sha256 } from './canonical.ts'

/** Reads a file, or makes it once; `wx` sees to it that two processes never make two. */
const readOrMake = (path: string, make: () => string): string => {
  mkdirSync(dirname(path), { recursive: true })
  try {
    writeFileSync(path, make(), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(path, 'utf8')
}

/** Keys derived from a secret kept in a file: what KMS is on AWS. */
export const secretsInFile = (folder: string): Secrets => {
  const root = Buffer.from(
    readOrMake(join(folder, 'secret'), () => randomBytes(32).toString('hex')),
    'hex',
  )
  return { derive: async (name) => createHmac('sha256', root).update(name).digest() }
}

/** A P-256 key kept in a file: what the platform's seal in KMS is on AWS. */
export const sealKeyInFile = (folder: string, name: string): SealKey => {
  const pem = readOrMake(join(folder, `${name}.pem`), () =>
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  )
  const key = createPrivateKey(pem)
  const publicKey = createPublicKey(pem).export({ type: 'spki', format: 'der' })
  return {
    keyId: sha256(publicKey).slice(0, 16),
    sign: async (data) => createSign('sha256').update(data).sign(key),
    publicKey: async () => publicKey,
  }
}

/** An RSA key kept in a file: what an asymmetric KMS key is on AWS. */
export const signerInFile = (folder: string, name: string): Signer => {
  const pem = readOrMake(join(folder, `${name}.pem`), () =>
    generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  )
  const key = createPrivateKey(pem)
  const jwk = createPublicKey(pem).export({ format: 'jwk' }) as Record<string, string>
  const keyId = sha256(JSON.stringify(jwk)).slice(0, 16)
  return {
    keyId,
    sign: async (data) => createSign('sha256').update(data).sign(key),
    publicKey: async () => createPublicKey(pem).export({ type: 'spki', format: 'der' }),
    publicJwk: async () => ({ ...jwk, kid: keyId, alg: 'RS256', use: 'sig' }),
  }
}
