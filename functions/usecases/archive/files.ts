import type { Filed, KeptArchive } from '../../../shared/domain/archive/archive.ts'
import type { ArchiveId } from '../../../shared/domain/ids.ts'

/** Where a file of an archive lies in the vault. */
export const inVault = (archiveId: ArchiveId, name: string): string => `${archiveId}/${name}`

/** Everything that lies in the vault for one archive, the oldest sealing first. */
export const filesOf = ({ sealings }: KeptArchive): readonly Filed[] =>
  sealings.flatMap(({ documents, stamp }) => [...documents, stamp])
