import { createHash, type X509Certificate } from 'node:crypto'
import { derOf, moment, nth, oid, tags } from './der.ts'
import { signedDataOver } from './signed-data.ts'
import { must, reading } from './wrong.ts'

/** A time stamp that holds: when, and whose. */
export type Stamped = { readonly at: string; readonly certificate: X509Certificate }

const tstInfo = '1.2.840.113549.1.9.16.1.4'
const sha256Id = '2.16.840.1.101.3.4.2.1'
const timeStamping = '1.3.6.1.5.5.7.3.8'

/** Checks a time stamp token (RFC 3161) over some bytes, by their SHA-256. */
export const timeStampOver = (where: string, token: Buffer, stamped: Buffer): Stamped =>
  timeStampOverHash(where, token, createHash('sha256').update(stamped).digest())

export const timeStampOverHash = (where: string, token: Buffer, sha256: Buffer): Stamped => {
  const { certificate, content, contentType } = signedDataOver(where, token, null)
  must(contentType === tstInfo && content, where, 'タイムスタンプではありません', 'is no time stamp')
  const { algorithm, imprint, at } = reading(where, () => {
    const info = derOf(content)
    const message = nth(info, 2, tags.sequence)
    return {
      algorithm: oid(nth(nth(message, 0), 0)),
      imprint: nth(message, 1, tags.octets).inside,
      at: moment(nth(info, 4)),
    }
  })
  const isOver = algorithm === sha256Id && imprint.equals(sha256)
  must(isOver, where, 'タイムスタンプの対象が違います', 'stamps something else')
  const forTime = certificate.keyUsage?.includes(timeStamping)
  must(forTime, where, 'タイムスタンプ用の証明書ではありません', 'is of a certificate that is not for time stamps')
  const when = new Date(at)
  const isValid = new Date(certificate.validFrom) <= when && when <= new Date(certificate.validTo)
  must(isValid, where, '証明書の有効期間の外です', 'is of a time its certificate does not cover')
  return { at, certificate }
}
