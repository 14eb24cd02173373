import type { ArchiveId } from '../../../shared/domain/ids.ts'
import { dayInJapan } from '../../../shared/domain/plain-date.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { filesOf, inVault } from '../../application/archive/files.ts'

/**
 * Takes out of the vault what was let go. The vault has the last word: where it still keeps something the work stays
 * owed, and is tried again.
 */
export const emptyVault =
  (deps: Dependencies) =>
  async (archiveId: ArchiveId): Promise<boolean> => {
    const archive = await deps.directory.archive(archiveId)
    if (archive?.state.stage !== 'disposed') throw new Error(`${archiveId} was not let go`)
    const today = dayInJapan(deps.clock.now())
    for (const { name } of filesOf(archive.state)) {
      const outcome = await deps.vault.remove(inVault(archiveId, name), today)
      if (outcome === 'kept') throw new Error(`the vault keeps ${name} of ${archiveId} still`)
    }
    return true
  }
