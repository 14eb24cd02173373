import { constants, createHash, verify, X509Certificate } from 'node:crypto'
import { derOf, inside, nth, oid, tags, type Der } from './der.ts'
import { must, reading } from './wrong.ts'

/** A signature in CMS (RFC 5652) that holds: who made it, and what it carries. */
export type Signed = {
  readonly certificate: X509Certificate
  readonly signature: Buffer
  readonly contentType: string
  /** Content that was signed, where the signature brings it along. */
  readonly content: Buffer | null
  readonly unsigned: ReadonlyMap<string, Der>
}

const ids = {
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.47',
} as const
const hashes: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
const rsaPss = '1.2.840.113549.1.1.10'

const hashOf = (name: string, bytes: Buffer): Buffer => createHash(name).update(bytes).digest()
const attributesIn = (set: Der): ReadonlyMap<string, Der> =>
  new Map(inside(set).map((one) => [oid(nth(one, 0)), nth(nth(one, 1, tags.set), 0)]))

/** Checks a signature over some content, or over what it brings along itself. Throws what is wrong with it. */
export const signedDataOver = (where: string, der: Buffer, detached: Buffer | null): Signed => {
  const parts = reading(where, () => partsOf(der))
  const { signer, content: own, contentType, certificates } = parts
  const content = own ?? detached
  must(content, where, '署名の対象がありません', 'signs nothing')
  const hash = hashes[signer.digest]
  must(hash, where, '使えない種類のハッシュです', 'uses a hash that does not count')

  const digest = signer.signed.get(ids.messageDigest)?.inside
  must(digest?.equals(hashOf(hash, content)), where, '内容が署名と一致しません', 'does not match what it signs')
  const type = signer.signed.get(ids.contentType)
  must(type && oid(type) === contentType, where, '署名の種類が一致しません', 'signs another kind of content')
  const certificate = certificates.find((one) => isNamedBy(one, signer.issuer, signer.serial))
  must(certificate, where, '署名者の証明書がありません', 'lacks the certificate of its signer')
  const essential = signer.signed.get(ids.signingCertificate)
  if (essential) {
    const named = reading(where, () => certificateHash(essential))
    must(
      named.equals(hashOf('sha256', certificate.raw)),
      where,
      '署名者の証明書が違います',
      'was made under another certificate',
    )
  }
  // The attributes are signed as a SET, whatever tag they are sent under (RFC 5652, 5.4).
  const attributes = Buffer.concat([Buffer.of(tags.set), signer.signedWhole.subarray(1)])
  const padding = signer.algorithm === rsaPss ? { padding: constants.RSA_PKCS1_PSS_PADDING } : {}
  const holds = reading(where, () =>
    verify(hash, attributes, { key: certificate.publicKey, ...padding }, signer.signature),
  )
  must(holds, where, '署名が正しくありません', 'is not signed by its certificate')
  return { certificate, signature: signer.signature, contentType, content: own, unsigned: signer.unsigned }
}

const partsOf = (der: Buffer) => {
  const info = derOf(der)
  if (oid(nth(info, 0)) !== ids.signedData) throw new Error('no SignedData')
  const signed = nth(nth(info, 1, 0xa0), 0, tags.sequence)
  const [, , encapsulated, ...rest] = inside(signed)
  if (!encapsulated) throw new Error('nothing encapsulated')
  const [contentType, carried] = inside(encapsulated)
  const certificates = rest.find(({ tag }) => tag === 0xa0)
  const signers = rest.at(-1)
  if (!contentType || !certificates || signers?.tag !== tags.set || inside(signers).length !== 1)
    throw new Error('not one signer')
  return {
    contentType: oid(contentType),
    content: carried ? nth(carried, 0, tags.octets).inside : null,
    certificates: inside(certificates).map(({ whole }) => new X509Certificate(whole)),
    signer: signerOf(nth(signers, 0, tags.sequence)),
  }
}

const signerOf = (signer: Der) => {
  const [, named, digest, signed, algorithm, signature, unsigned] = inside(signer)
  if (!named || !digest || signed?.tag !== 0xa0 || !algorithm || signature?.tag !== tags.octets)
    throw new Error('no signer')
  return {
    issuer: nth(named, 0).whole,
    serial: nth(named, 1, tags.integer).whole,
    digest: oid(nth(digest, 0)),
    signed: attributesIn(signed),
    signedWhole: signed.whole,
    algorithm: oid(nth(algorithm, 0)),
    signature: signature.inside,
    unsigned: unsigned ? attributesIn(unsigned) : new Map<string, Der>(),
  }
}

const isNamedBy = ({ raw }: X509Certificate, issuer: Buffer, serial: Buffer): boolean => {
  const body = inside(nth(derOf(raw), 0)).filter(({ tag }) => tag !== 0xa0)
  return (body[0]?.whole.equals(serial) ?? false) && (body[2]?.whole.equals(issuer) ?? false)
}

/** The hash of the first certificate an ESSCertIDv2 names; SHA-256 where it names no other. */
const certificateHash = (essential: Der): Buffer => {
  const first = nth(nth(essential, 0), 0)
  const values = inside(first)
  const algorithm = values.find(({ tag }) => tag === tags.sequence)
  if (algorithm && values[0] === algorithm && oid(nth(algorithm, 0)) !== '2.16.840.1.101.3.4.2.1')
    throw new Error('another hash')
  const hash = values.find(({ tag }) => tag === tags.octets)
  if (!hash) throw new Error('no hash')
  return hash.inside
}
