import { createHash, timingSafeEqual } from 'node:crypto'

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Equality of bytes of one known length, as a seal has, that takes as long wherever they differ. */
export const equalBytes = (given: Uint8Array, expected: Uint8Array): boolean =>
  given.length === expected.length && timingSafeEqual(given, expected)

/** Equality of two secrets that takes as long whatever is given, however long it is. */
export const equalSecrets = (given: string, secret: string): boolean => equalBytes(sha256(given), sha256(secret))
