import { createHash, randomBytes, verify, X509Certificate } from 'node:crypto'
import { Integer, OctetString } from 'asn1js'
import {
  Certificate,
  ContentInfo,
  type IssuerAndSerialNumber,
  MessageImprint,
  PKIStatus,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs'
import type { TimeAuthority } from '../../ports/seals.ts'
import { postByHttp } from '../post-by-http.ts'
import { algorithm, bufferOf } from './certificates.ts'

const sha256Id = '2.16.840.1.101.3.4.2.1'

/**
 * A time stamp authority behind an address (RFC 3161 over HTTP). What it answers is believed only if it is granted, over
 * our hash, for our nonce, and signed by the certificate it brings.
 */
export const timeByHttp = (url: string): TimeAuthority => ({
  stamp: async (sha256) => {
    const nonce = Uint8Array.from([1, ...randomBytes(15)])
    const request = new TimeStampReq({
      version: 1,
      messageImprint: new MessageImprint({
        hashAlgorithm: algorithm(sha256Id),
        hashedMessage: new OctetString({ valueHex: bufferOf(sha256) }),
      }),
      nonce: new Integer({ valueHex: nonce.buffer }),
      certReq: true,
    })
    const reply = await postByHttp(url, 'application/timestamp-query', request.toSchema().toBER())
    if (!reply.ok) throw new Error(`the time stamp authority answered ${reply.status}`)
    const { status, timeStampToken } = TimeStampResp.fromBER(await reply.arrayBuffer())
    const granted = [PKIStatus.granted, PKIStatus.grantedWithMods].includes(status.status)
    if (!granted || !timeStampToken) throw new Error(`the time stamp authority refused (${status.status})`)
    const token = new Uint8Array(timeStampToken.toSchema().toBER())
    believe(token, sha256, nonce)
    return token
  },
})

/** Throws for a token that is not over this hash, not for this nonce, or not signed by the certificate in it. */
const believe = (token: Uint8Array, sha256: Uint8Array, nonce: Uint8Array): void => {
  const signed = new SignedData({ schema: ContentInfo.fromBER(bufferOf(token)).content })
  const content = signed.encapContentInfo.eContent?.getValue()
  if (!content) throw new Error('the time stamp holds nothing')
  const info = TSTInfo.fromBER(content)
  const imprint = new Uint8Array(info.messageImprint.hashedMessage.getValue())
  const isOurs =
    info.messageImprint.hashAlgorithm.algorithmId === sha256Id &&
    Buffer.compare(imprint, sha256) === 0 &&
    info.nonce !== undefined &&
    Buffer.compare(new Uint8Array(info.nonce.valueBlock.valueHexView), nonce) === 0
  if (!isOurs) throw new Error('the time stamp is for something else')
  if (!isSigned(signed, Buffer.from(content))) throw new Error('the time stamp is not signed by its certificate')
}

const hashes: Readonly<Record<string, string>> = {
  [sha256Id]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
const messageDigest = '1.2.840.113549.1.9.4'

/** True where the one signer's attributes are over the content, and signed by the certificate that it names. */
const isSigned = ({ signerInfos, certificates = [] }: SignedData, content: Buffer): boolean => {
  const [signer, ...more] = signerInfos
  const hash = hashes[signer?.digestAlgorithm.algorithmId ?? '']
  if (!signer?.signedAttrs || !hash || more.length > 0) return false
  const digest = signer.signedAttrs.attributes.find(({ type }) => type === messageDigest)?.values[0] as OctetString
  const sid = signer.sid as IssuerAndSerialNumber
  const certificate = certificates
    .filter((one) => one instanceof Certificate)
    .find((one) => one.serialNumber.isEqual(sid.serialNumber) && one.issuer.isEqual(sid.issuer))
  if (!certificate || !createHash(hash).update(content).digest().equals(bytesOf(digest))) return false
  const { publicKey } = new X509Certificate(Buffer.from(certificate.toSchema().toBER()))
  return verify(hash, Buffer.from(signer.signedAttrs.encodedValue), publicKey, bytesOf(signer.signature))
}

const bytesOf = (octets: OctetString): Buffer => Buffer.from(octets.getValue())
