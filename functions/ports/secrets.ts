/** A key that never leaves its keeper: it derives other keys by name, always the same for the same name. */
export type Secrets = { readonly derive: (name: string) => Promise<Uint8Array> }

/** An RSA key that signs (RS256), and its public half. */
export type Signer = {
  readonly keyId: string
  readonly sign: (data: Uint8Array) => Promise<Uint8Array>
  /** The public key as SubjectPublicKeyInfo, in DER. */
  readonly publicKey: () => Promise<Uint8Array>
  /** The public key as a JWK with `kid`, `alg` and `use`. */
  readonly publicJwk: () => Promise<Readonly<Record<string, string>>>
}
