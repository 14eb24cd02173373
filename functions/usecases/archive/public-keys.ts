import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { done } from '../../../shared/domain/result.ts'
import type { World } from '../../ports/world.ts'
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
  ({ packageKey, vault, bytesDigest }: World): HandlerOf<Routes['readPublicKeys']> =>
  async () => {
    const certificates = (await vault.names('keys')).map(async (name) => {
      const der = await vault.get(name)
      if (!der) throw new Error(`${name} is listed in the vault and is not there`)
      return { sha256: bytesDigest(der) }
    })
    return done({
      packageKey: { sha256: bytesDigest(await packageKey.publicKey()) },
      certificates: await Promise.all(certificates),
      timeAuthorityNote,
    })
  }

/** The verifier as it lies in every evidence package: from here, nobody who gave out a package had a hand on it. */
export const downloadVerifier =
  ({ verifier }: World): HandlerOf<Routes['downloadVerifier']> =>
  async () =>
    done(verifier)

/** Neither touches the table. */
export const costs: Costs = {
  readPublicKeys: { requests: 0, readUnits: 0, writeUnits: 0 },
  downloadVerifier: { requests: 0, readUnits: 0, writeUnits: 0 },
}
