import { PDF, type Signer } from '@libpdf/core'
import type { SealKey, Seals, TimeAuthority } from '../../ports/seals.ts'
import { madeOnce, type Vault } from '../../ports/vault.ts'
import type { Clock } from '../../ports/world.ts'
import { sha256 } from '../canonical.ts'
import { selfMadeCertificate, type Saying } from './certificates.ts'

/** A key's own certificate, made when it is first asked for and kept in the vault from then on. */
export const certificateInVault = (
  vault: Vault,
  clock: Clock,
  key: SealKey,
  saying: Omit<Saying, 'since'>,
): (() => Promise<Uint8Array>) => {
  let known: Promise<Uint8Array> | undefined
  const find = async () =>
    madeOnce(
      vault,
      `keys/${sha256(await key.publicKey())}.der`,
      { contentType: 'application/pkix-cert', keepUntil: null },
      () => selfMadeCertificate(key, { ...saying, since: clock.now() }),
    )
  return () =>
    (known ??= find().catch((error: unknown) => {
      known = undefined
      throw error
    }))
}

/**
 * Seals by the platform's key and an authority's time. The PDF is written on, never over: the signature is an
 * incremental update (PAdES B-T), so what was printed stays byte for byte under it.
 */
export const sealsBy = (key: SealKey, certificate: () => Promise<Uint8Array>, time: TimeAuthority): Seals => ({
  certificate,
  stamp: (digest) => time.stamp(Buffer.from(digest, 'hex')),
  sealPdf: async (pdf, { at, reason }) => {
    const signer: Signer = {
      certificate: await certificate(),
      keyType: 'EC',
      signatureAlgorithm: 'ECDSA',
      sign: (data) => key.sign(data),
    }
    const document = await PDF.load(pdf)
    const { bytes, warnings } = await document.sign({
      signer,
      reason,
      signingTime: new Date(at),
      level: 'B-T',
      digestAlgorithm: 'SHA-256',
      timestampAuthority: { timestamp: (digest) => time.stamp(digest) },
    })
    const [warning] = warnings
    if (warning) throw new Error(`sealed with a warning: ${warning.code}`)
    if (Buffer.compare(bytes.subarray(0, pdf.length), pdf) !== 0) throw new Error('sealing changed what was printed')
    return bytes
  },
})
