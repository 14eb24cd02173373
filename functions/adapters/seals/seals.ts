import { X509Certificate } from 'node:crypto'
import { PDF, type Signer } from '@libpdf/core'
import type { NamedCertificate, SealKey, Seals, TimeAuthority } from '../../ports/seals.ts'
import { madeOnce, type Vault } from '../../ports/vault.ts'
import type { Clock } from '../../ports/dependencies.ts'
import { sha256 } from '../canonical.ts'
import { selfMadeCertificate, type Saying } from './certificates.ts'

/** The name on the platform's certificate, as a PDF reader shows it. */
export const sealName = 'Musubi Seal'

/** A key's own certificate, made when it is first asked for and kept in the vault from then on. */
export const certificateInVault = (
  vault: Vault,
  clock: Clock,
  key: SealKey,
  saying: Saying,
): (() => Promise<NamedCertificate>) => {
  let known: Promise<NamedCertificate> | undefined
  const find = async () => {
    const under = async (name: string) => {
      const how = { contentType: 'application/pkix-cert', keepUntil: null }
      return { name, der: await madeOnce(vault, name, how, () => selfMadeCertificate(key, saying)) }
    }
    const hash = sha256(await key.publicKey())
    const kept = await under(`keys/${hash}.der`)
    // Earlier versions let one begin when it was made; under a clock set back, what it stamps would count for nothing.
    const isEarly = saying.for === 'time' && new X509Certificate(kept.der).validFromDate > new Date(clock.now())
    return isEarly ? under(`keys/${hash}.early.der`) : kept
  }
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
export const sealsBy = (key: SealKey, certificate: () => Promise<NamedCertificate>, time: TimeAuthority): Seals => ({
  certificate,
  stamp: (digest) => time.stamp(Buffer.from(digest, 'hex')),
  sealPdf: async (pdf, { at, reason }) => {
    const signer: Signer = {
      certificate: (await certificate()).der,
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
