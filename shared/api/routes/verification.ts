import * as z from 'zod'
import { Sha256 } from '../fields.ts'
import { route } from '../route.ts'

/** The SHA-256 of a public key (SubjectPublicKeyInfo) or of a certificate (X.509), in DER. */
const KeyFingerprint = z.strictObject({ sha256: Sha256 })
/** Query of a page that anyone may open: whatever else stands in its address says nothing to us. */
const whatever = z.object({})

/** Routes an outsider needs to check an evidence package: the verifier, and whose keys are whose. */
export const verificationRoutes = {
  readPublicKeys: route({
    method: 'GET',
    path: '/v1/public-keys',
    summary: {
      ja: '証拠一式と封印を確かめる人が見比べる、鍵と証明書の指紋（SHA-256）',
      en: 'Fingerprints (SHA-256) of the keys and certificates that evidence packages and seals are made with',
    },
    effect: 'reads',
    query: whatever,
    output: z.strictObject({
      packageKey: KeyFingerprint,
      /** Every certificate this platform ever sealed or stamped under; none before the first seal. */
      certificates: z.array(KeyFingerprint),
      timeAuthorityNote: z.strictObject({ ja: z.string(), en: z.string() }),
    }),
    status: 200,
    refusals: [],
  }),
  downloadVerifier: route({
    method: 'GET',
    path: '/v1/verifier/musubi-verify.mjs',
    summary: {
      ja: '証拠一式を確かめるプログラム（Node.js 20 以降、JavaScript のファイル一つ）',
      en: 'The verifier of evidence packages: one JavaScript file for Node.js 20 and later',
    },
    effect: 'reads',
    query: whatever,
    output: z.string(),
    status: 200,
    media: 'text/javascript; charset=utf-8',
    refusals: [],
  }),
} as const
