import { createHash, randomBytes } from 'node:crypto'
import { Integer, ObjectIdentifier, OctetString, Sequence, Set as SetOf, UTCTime } from 'asn1js'
import {
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  MessageImprint,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TSTInfo,
} from 'pkijs'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { NamedCertificate, SealKey, TimeAuthority } from '../../ports/seals.ts'
import type { Clock } from '../../ports/dependencies.ts'
import { algorithm, bufferOf, ecdsaWithSha256, wholeSeconds } from './certificates.ts'

const sha256Id = '2.16.840.1.101.3.4.2.1'
const tstInfoId = '1.2.840.113549.1.9.16.1.4'
/** A policy of our own making: under the arc that RFC 5612 leaves for examples. */
const policy = '1.3.6.1.4.1.32473.1'

const attribute = (type: string, value: unknown): Attribute => new Attribute({ type, values: [value] })

/** Parts of a token: what is stamped, when, and for whom; the nonce is the asker's, where it sent one. */
export type Stamping = {
  readonly sha256: Uint8Array
  readonly at: Instant
  readonly nonce?: Integer | undefined
  readonly key: SealKey
  readonly certificate: Uint8Array
}

/** A time stamp token (RFC 3161), in DER, with the certificate in it. */
export const timeStampToken = async ({ sha256, at, nonce, key, certificate: der }: Stamping): Promise<Uint8Array> => {
  const certificate = Certificate.fromBER(bufferOf(der))
  const info = new TSTInfo({
    version: 1,
    policy,
    messageImprint: new MessageImprint({ hashAlgorithm: algorithm(sha256Id), hashedMessage: octets(sha256) }),
    serialNumber: new Integer({ valueHex: Uint8Array.from([1, ...randomBytes(15)]).buffer }),
    genTime: wholeSeconds(at),
    ...(nonce ? { nonce } : {}),
  })
  const content = new Uint8Array(info.toSchema().toBER())
  const signedAttrs = new SignedAndUnsignedAttributes({
    type: 0,
    attributes: [
      attribute('1.2.840.113549.1.9.3', new ObjectIdentifier({ value: tstInfoId })),
      attribute('1.2.840.113549.1.9.5', new UTCTime({ valueDate: wholeSeconds(at) })),
      attribute('1.2.840.113549.1.9.4', octets(hash(content))),
      // Identifier of the certificate (ESSCertIDv2, RFC 5816): SHA-256 is its default, and not written.
      attribute('1.2.840.113549.1.9.16.2.47', sequence(sequence(sequence(octets(hash(der)))))),
    ],
  })
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
    digestAlgorithm: algorithm(sha256Id),
    signatureAlgorithm: algorithm(ecdsaWithSha256),
    signedAttrs,
  })
  // The signature is over the attributes as a SET, and not under the tag they are sent with (RFC 5652, 5.4).
  const toBeSigned = new SetOf({ value: signedAttrs.attributes.map((one) => one.toSchema()) }).toBER()
  signer.signature = octets(await key.sign(new Uint8Array(toBeSigned)))
  const signed = new SignedData({
    version: 3,
    digestAlgorithms: [algorithm(sha256Id)],
    encapContentInfo: carrying(content),
    certificates: [certificate],
    signerInfos: [signer],
  })
  const contents = new ContentInfo({ contentType: '1.2.840.113549.1.7.2', content: signed.toSchema(true) })
  return new Uint8Array(contents.toSchema().toBER())
}

/**
 * A time stamp authority on this machine: real tokens (RFC 3161) by a key of its own, on this machine's clock. It is as
 * good as that clock and proves nothing to others; where it matters an accredited authority is named instead.
 */
export const localTimeAuthority = (
  key: SealKey,
  certificate: () => Promise<NamedCertificate>,
  clock: Clock,
): TimeAuthority => ({
  stamp: async (sha256) => timeStampToken({ sha256, at: clock.now(), key, certificate: (await certificate()).der }),
})

const hash = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()
const octets = (bytes: Uint8Array): OctetString => new OctetString({ valueHex: bufferOf(bytes) })
const sequence = (inside: Sequence | OctetString): Sequence => new Sequence({ value: [inside] })

/** Carried as one primitive string, which is DER; the library's own constructor would make it a constructed one. */
const carrying = (content: Uint8Array): EncapsulatedContentInfo => {
  const encapsulated = new EncapsulatedContentInfo({ eContentType: tstInfoId })
  encapsulated.eContent = octets(content)
  return encapsulated
}
