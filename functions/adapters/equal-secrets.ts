import { createHash, timingSafeEqual } from 'node:crypto'

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Equality of two secrets that takes as long whatever is given. */
export const equalSecrets = (given: string, secret: string): boolean => timingSafeEqual(sha256(given), sha256(secret))
