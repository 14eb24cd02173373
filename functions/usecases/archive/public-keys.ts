import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { ok } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Costs } from '../../application/cost.ts'

const timeAuthorityNote = {
  ja: '時刻認証局の証明書は、その局が公表しているものと見比べてください。ここにあるのは、この基盤が自らつくったものだけです。',
  en: 'Compare the certificate of a time stamp authority with what that authority publishes. Only those this platform made itself stand here.',
}

/**
 * The fingerprints whoever verifies a package compares with: of the key that signs the lists of packages, and of every
 * certificate this platform made for its seals, earlier ones included.
 */
export const readPublicKeys =
  ({ packageKey, vault, bytesDigest }: Dependencies): HandlerOf<Routes['readPublicKeys']> =>
  async () => {
    const certificates = (await vault.names('keys')).map(async (name) => {
      const der = await vault.get(name)
      if (!der) throw new Error(`${name} is listed in the vault and is not there`)
      return { sha256: bytesDigest(der) }
    })
    return ok({
      packageKey: { sha256: bytesDigest(await packageKey.publicKey()) },
      certificates: await Promise.all(certificates),
      timeAuthorityNote,
    })
  }

/** The verifier as it lies in every evidence package: from here, nobody who gave out a package had a hand on it. */
export const downloadVerifier =
  ({ verifier }: Dependencies): HandlerOf<Routes['downloadVerifier']> =>
  async () =>
    ok(verifier)

/** Costs nothing: neither touches the table. */
export const costs: Costs = {
  readPublicKeys: { requests: 0, readUnits: 0, writeUnits: 0 },
  downloadVerifier: { requests: 0, readUnits: 0, writeUnits: 0 },
}
