import type { Filed, ExistingArchive } from '../../../shared/domain/archive/archive.ts'
import type { ArchiveId } from '../../../shared/domain/ids.ts'
import type { Dependencies } from '../../ports/dependencies.ts'

/** Name under which a file of an archive lies in the vault. */
export const inVault = (archiveId: ArchiveId, name: string): string => `${archiveId}/${name}`

/** Files that lie in the vault for one archive, the oldest sealing first. */
export const filesOf = ({ sealings }: ExistingArchive): readonly Filed[] =>
  sealings.flatMap(({ documents, stamp }) => [...documents, stamp])

/** Bytes under a name of the vault, checked against the ledger's hash. Throws where they are not those. */
export const trueBytes = async (
  { vault, bytesDigest }: Dependencies,
  name: string,
  sha256: string,
): Promise<Uint8Array> => {
  const bytes = await vault.get(name)
  if (!bytes || bytesDigest(bytes) !== sha256) throw new Error(`${name} is not in the vault as the ledger has it`)
  return bytes
}
