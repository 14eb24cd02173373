import type { Seals } from '../../ports/seals.ts'
import type { Vault } from '../../ports/vault.ts'
import type { Clock } from '../../ports/dependencies.ts'
import { sealKeyInFile } from '../key-files.ts'
import { localTimeAuthority } from './local-time-authority.ts'
import { certificateInVault, sealName, sealsBy } from './seals.ts'

/** Seals with keys in a folder, and an authority of its own for the time: what KMS and a named authority are on AWS. */
export const sealsInFiles = (folder: string, vault: Vault, clock: Clock): Seals => {
  const key = sealKeyInFile(folder, 'seal')
  const timeKey = sealKeyInFile(folder, 'time')
  const authority = localTimeAuthority(
    timeKey,
    certificateInVault(vault, clock, timeKey, { name: 'Musubi Local Time', for: 'time' }),
    clock,
  )
  return sealsBy(key, certificateInVault(vault, clock, key, { name: sealName, for: 'seals' }), authority)
}
