import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import canonicalize from 'canonicalize'

/** JSON in its canonical form (RFC 8785): the same value gives the same bytes, whoever writes it. */
export const canonical = (value: unknown): string => {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('nothing to write down')
  return text
}

export const sha256 = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

/** SHA-256, in hex, of a value's canonical JSON. */
export const digest = (value: unknown): string => sha256(canonical(value))

/** Canonical JSON, deflated: Japanese text shrinks to about a third, and rows are paid by the kilobyte. */
export const packed = (value: unknown): Uint8Array => deflateRawSync(canonical(value))

export const unpacked = (bytes: Uint8Array): unknown => JSON.parse(inflateRawSync(bytes).toString('utf8'))
