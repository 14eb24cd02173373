import { createHash } from 'node:crypto'
import { BitString, Integer, OctetString, Utf8String } from 'asn1js'
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  ExtKeyUsage,
  PublicKeyInfo,
  RelativeDistinguishedNames,
  Time,
} from 'pkijs'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { SealKey } from '../../ports/seals.ts'

const commonName = '2.5.4.3'
export const ecdsaWithSha256 = '1.2.840.10045.4.3.2'
const timeStamping = '1.3.6.1.5.5.7.3.8'

const named = (value: string): RelativeDistinguishedNames =>
  new RelativeDistinguishedNames({
    typesAndValues: [new AttributeTypeAndValue({ type: commonName, value: new Utf8String({ value }) })],
  })

/** An AlgorithmIdentifier without parameters, as ECDSA's is written. */
export const algorithm = (algorithmId: string): AlgorithmIdentifier => new AlgorithmIdentifier({ algorithmId })

const extension = (extnID: string, critical: boolean, value: { toBER: () => ArrayBuffer }): Extension =>
  new Extension({ extnID, critical, extnValue: value.toBER() })

/** Subject and use of a self-made certificate's key: whose it is, and that it seals or stamps time. */
export type Saying = { readonly name: string; readonly for: 'seals' | 'time' }

/**
 * A certificate that vouches for nobody says nothing by its days, and must stand in the way of nothing by them: it begins
 * before any seal can be made, on whatever clock, and has no end (99991231235959Z, RFC 5280, 4.1.2.5).
 */
const since = new Date('1970-01-01T00:00:00Z')
const until = new Date('9999-12-31T23:59:59Z')

/**
 * An X.509 certificate that a key makes for itself. It names its holder and vouches for nobody: whoever relies on it
 * compares its fingerprint with the one the platform publishes.
 */
export const selfMadeCertificate = async (key: SealKey, saying: Saying): Promise<Uint8Array> => {
  const spki = await key.publicKey()
  const keyHash = createHash('sha256').update(spki).digest()
  const subject = named(saying.name)

  const certificate = new Certificate({
    version: 2,
    // Positive, and as unlike another's as its key is.
    serialNumber: new Integer({ valueHex: Uint8Array.from([1, ...keyHash.subarray(0, 15)]).buffer }),
    signature: algorithm(ecdsaWithSha256),
    signatureAlgorithm: algorithm(ecdsaWithSha256),
    issuer: subject,
    subject,
    notBefore: new Time({ type: timeType(since), value: since }),
    notAfter: new Time({ type: timeType(until), value: until }),
    subjectPublicKeyInfo: PublicKeyInfo.fromBER(bufferOf(spki)),
    extensions: [
      extension('2.5.29.19', true, new BasicConstraints({ cA: false }).toSchema()),
      // digitalSignature and nonRepudiation.
      extension('2.5.29.15', true, new BitString({ valueHex: Uint8Array.from([0xc0]).buffer, unusedBits: 6 })),
      extension('2.5.29.14', false, new OctetString({ valueHex: bufferOf(keyHash.subarray(0, 20)) })),
      ...(saying.for === 'time'
        ? [extension('2.5.29.37', true, new ExtKeyUsage({ keyPurposes: [timeStamping] }).toSchema())]
        : []),
    ],
  })
  const toBeSigned = certificate.encodeTBS().toBER()
  certificate.signatureValue = new BitString({ valueHex: bufferOf(await key.sign(new Uint8Array(toBeSigned))) })
  return new Uint8Array(certificate.toSchema(true).toBER())
}

/** Certificates know no fractions of a second (RFC 5280, 4.1.2.5), and stamps are as good without. */
export const wholeSeconds = (at: Instant): Date => new Date(Math.floor(Date.parse(at) / 1_000) * 1_000)

/** UTCTime ends with 2049 (RFC 5280, 4.1.2.5). */
const timeType = (date: Date): 0 | 1 => (date.getUTCFullYear() < 2050 ? 0 : 1)

/** Bytes of their own, as the ASN.1 library wants them. */
export const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer
