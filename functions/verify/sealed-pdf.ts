import type { X509Certificate } from 'node:crypto'
import { derAt } from './der.ts'
import { signedDataOver } from './signed-data.ts'
import { timeStampOver, type Stamped } from './time-stamp.ts'
import { must, reading } from './wrong.ts'

const signatureTimeStamp = '1.2.840.113549.1.9.16.2.14'
const byteRange = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g

/** A seal that holds: under which certificate, when, and how many bytes of the file follow what it covers. */
export type Seal = Stamped & { readonly seal: X509Certificate; readonly bytesBehind: number }

type Range = readonly [number, number, number, number]

/** Ranges that the signatures of a file say they cover, the smallest first: each later one covers those before. */
const rangesIn = (pdf: Buffer): readonly Range[] =>
  [...pdf.toString('latin1').matchAll(byteRange)]
    .map((match) => match.slice(1, 5).map(Number) as [number, number, number, number])
    .filter(([from, length, next, rest]) => from === 0 && next > length && next + rest <= pdf.length)
    .toSorted((a, b) => a[2] + a[3] - (b[2] + b[3]))

/** The first seal in a PDF (PAdES) with its time stamp, whatever was written behind it since. Throws where none holds. */
export const sealIn = (where: string, pdf: Buffer): Seal => {
  const [range] = rangesIn(pdf)
  must(range, where, '封印（電子署名）がありません', 'bears no seal')
  const [, length, next, rest] = range
  const isGap = pdf[length] === 0x3c && pdf[next - 1] === 0x3e
  must(isGap, where, '署名の場所が正しくありません', 'has its seal in the wrong place')
  const hex = pdf.subarray(length + 1, next - 1).toString('latin1')
  must(/^(?:[0-9a-fA-F]{2})+$/.test(hex), where, '署名を読み取れません', 'has a seal that cannot be read')
  const padded = Buffer.from(hex, 'hex')
  const der = reading(where, () => derAt(padded).whole)
  const padding = padded.subarray(der.length)
  must(!padding.some((byte) => byte !== 0), where, '署名の後に余分なものがあります', 'has something behind its seal')

  const over = Buffer.concat([pdf.subarray(0, length), pdf.subarray(next, next + rest)])
  const signed = signedDataOver(where, der, over)
  const token = signed.unsigned.get(signatureTimeStamp)
  must(token, where, '署名にタイムスタンプがありません', 'has a seal without a time stamp')
  return {
    ...timeStampOver(`${where} (タイムスタンプ / time stamp)`, token.whole, signed.signature),
    seal: signed.certificate,
    bytesBehind: pdf.length - next - rest,
  }
}

/** Checks a document's seal: one signature over all of the file, under the certificate named. */
export const sealOf = (where: string, pdf: Buffer, certificate: Buffer): Seal => {
  const isWhole = rangesIn(pdf).filter(([, , next, rest]) => next + rest === pdf.length).length === 1
  must(isWhole, where, '署名が文書の全体に及んでいません', 'has no seal over all of it')
  const found = sealIn(where, pdf)
  must(found.bytesBehind === 0, where, '署名が文書の全体に及んでいません', 'has no seal over all of it')
  const isOurs = found.seal.raw.equals(certificate)
  must(isOurs, where, '別の証明書で署名されています', 'is sealed under another certificate')
  return found
}
