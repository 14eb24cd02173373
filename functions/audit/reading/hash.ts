import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { inflateRawSync } from 'node:zlib'
import canonicalize from 'canonicalize'

/** A value's canonical JSON (RFC 8785); of nothing, the empty text. */
export const canonical = (value: unknown): string => canonicalize(value) ?? ''

/** SHA-256 in hex over some parts, one after another. */
export const sha256 = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

/** SHA-256 in hex of a value's canonical JSON. */
export const digest = (value: unknown): string => sha256(canonical(value))

/** True where two values are the same in canonical JSON. */
export const same = (a: unknown, b: unknown): boolean => isDeepStrictEqual(a, b) || canonical(a) === canonical(b)

/** True for a text that is JSON in its canonical form, to the byte. */
export const isCanonical = (text: string): boolean => {
  try {
    return canonical(JSON.parse(text)) === text
  } catch {
    return false
  }
}

/** The text inside a deflated attribute. Throws where there is none. */
export const inflated = (bytes: unknown): string => inflateRawSync(bytes as Uint8Array).toString('utf8')
