import { createECDH, generateKeyPairSync } from 'node:crypto'

/** The order of P-256's group (FIPS 186-5). */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

const numberIn = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
const modulo = (n: bigint): bigint => ((n % order) + order) % order

const inverse = (n: bigint): bigint => {
  let [a, b, x, y] = [modulo(n), order, 1n, 0n]
  while (a > 1n) {
    const quotient = a / b
    ;[a, b] = [b, a % b]
    ;[x, y] = [y, x - quotient * y]
  }
  return modulo(x)
}

const integer = (n: bigint): Buffer => {
  const hex = n.toString(16)
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  const unsigned = (bytes[0] ?? 0) > 127 ? Buffer.concat([Buffer.of(0), bytes]) : bytes
  return Buffer.concat([Buffer.of(0x02, unsigned.length), unsigned])
}

/**
 * A P-256 key that signs digests, as KMS does and Node does not: it always hashes first. The point of each signature's
 * own secret comes from Node; the rest is ECDSA's arithmetic.
 */
export const digestSigner = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const secret = numberIn(Buffer.from(privateKey.export({ format: 'jwk' }).d ?? '', 'base64url'))
  const sign = (digest: Uint8Array): Buffer => {
    const once = createECDH('prime256v1')
    const point = once.generateKeys()
    const r = modulo(numberIn(point.subarray(1, 33)))
    const s = modulo(inverse(numberIn(once.getPrivateKey())) * (numberIn(digest) + r * secret))
    const both = Buffer.concat([integer(r), integer(s)])
    return Buffer.concat([Buffer.of(0x30, both.length), both])
  }
  return { sign, spki: publicKey.export({ type: 'spki', format: 'der' }) }
}
