import { anyone } from './patterns.ts'

export const verificationPolicy = {
  readPublicKeys: anyone,
  downloadVerifier: anyone,
} as const
