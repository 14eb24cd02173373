import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

/** One value in DER: a tag, its length, what it holds. */
const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const held = Buffer.concat(parts)
  const length = held.length < 128 ? [held.length] : [0x82, held.length >> 8, held.length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), held])
}
const hex = (tag: number, digits: string): Buffer => der(tag, Buffer.from(digits, 'hex'))
const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts)
const bits = (bytes: Uint8Array): Buffer => der(0x03, Uint8Array.of(0), bytes)
const time = (at: number): Buffer => der(0x18, Buffer.from(new Date(at).toISOString().replaceAll(/[-:T]|\.\d+/g, '')))

const sha256WithRsa = sequence(hex(0x06, '2a864886f70d01010b'), hex(0x05, ''))
const commonName = sequence(der(0x31, sequence(hex(0x06, '550403'), der(0x0c, Buffer.from('loopback')))))
/** subjectAltName: the address 127.0.0.1, and no name. */
const alternative = sequence(hex(0x06, '551d11'), der(0x04, sequence(hex(0x87, '7f000001'))))
const day = 86_400_000

/** A key and a certificate for 127.0.0.1, good for a day, made here: no file to keep and no tool to ask. */
export const selfSigned = (): { readonly key: string; readonly cert: string } => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const body = sequence(
    der(0xa0, hex(0x02, '02')),
    der(0x02, Uint8Array.of(1), randomBytes(8)),
    sha256WithRsa,
    commonName,
    sequence(time(Date.now() - day), time(Date.now() + day)),
    commonName,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(alternative)),
  )
  const signature = createSign('sha256').update(body).sign(privateKey)
  const cert = sequence(body, sha256WithRsa, bits(signature)).toString('base64')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${cert.replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
  }
}
