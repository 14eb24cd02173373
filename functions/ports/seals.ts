import type { Instant } from '../../shared/domain/plain-date.ts'

/** An elliptic key (P-256) that never leaves its keeper, and its public half. */
export type SealKey = {
  readonly keyId: string
  /** An ECDSA signature over the SHA-256 of the data, in DER. */
  readonly sign: (data: Uint8Array) => Promise<Uint8Array>
  /** The public key as SubjectPublicKeyInfo, in DER. */
  readonly publicKey: () => Promise<Uint8Array>
}

/** A time stamp authority (RFC 3161). What it cannot stamp it throws for: a time stamp is owed, never made up. */
export type TimeAuthority = {
  /** A time stamp token, in DER, over a SHA-256. It holds the authority's certificate, and was checked before it is given. */
  readonly stamp: (sha256: Uint8Array) => Promise<Uint8Array>
}

export type NamedCertificate = { readonly name: string; readonly der: Uint8Array }

/** Seals that make a document evidence: the platform's signature on it, and a time stamp of when it had it. */
export type Seals = {
  /** The platform's certificate, in DER, and its name in the vault: made once for its key, and the same ever after. */
  readonly certificate: () => Promise<NamedCertificate>
  /** The PDF with the platform's signature and a time stamp (PAdES B-T) appended; its own bytes stay the first of the result. */
  readonly sealPdf: (pdf: Uint8Array, how: { readonly at: Instant; readonly reason: string }) => Promise<Uint8Array>
  /** A time stamp token (RFC 3161), in DER, over a SHA-256 in hex. */
  readonly stamp: (sha256: string) => Promise<Uint8Array>
}
