import type { ExistingArchive } from '../../../shared/domain/archive/archive.ts'
import { setRetention } from '../../../shared/domain/archive/keeping.ts'
import { archiveOf, type ContractId } from '../../../shared/domain/ids.ts'
import type { PlainDate } from '../../../shared/domain/plain-date.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change } from '../../application/change.ts'
import { systemMetadata } from '../../application/system-metadata.ts'
import { filesOf, inVault } from '../../application/archive/files.ts'
import { yearsOf, retentionOf } from '../../application/archive/retention.ts'

/** Locks what is kept of an ended contract until its day, first in the vault and then on record. True when it is done. */
export const retain = async (deps: Dependencies, contractId: ContractId): Promise<boolean> => {
  const archiveId = archiveOf(contractId)
  const [read, archive] = await Promise.all([deps.contracts.find(contractId), deps.directory.archive(archiveId)])
  if (!read) throw new Error(`no ${contractId}`)
  if (archive?.state.stage !== 'kept') return true
  const entity = await deps.directory.entity(read.kept.state.deal.entityId)
  if (!entity) throw new Error(`${contractId} is of nobody`)
  const retention = retentionOf(deps.calendar, read.kept.state, yearsOf(entity.state))
  if (!retention) return true
  await lock(deps, archive.state, retention.until)
  const events = setRetention(archive.state, retention)
  if (events.length === 0) return true
  const now = deps.clock.now()
  const noted = await deps.commits.commit({
    metadata: systemMetadata('set-retention', `${archiveId}/${archive.version}`, now),
    answer: retention.until,
    changes: [change('archive', archiveId, archive, events, now)],
  })
  return noted.ok
}

const lock = async ({ vault }: Dependencies, state: ExistingArchive, until: PlainDate): Promise<void> => {
  const day = state.keepUntil !== null && state.keepUntil > until ? state.keepUntil : until
  for (const { name } of filesOf(state)) await vault.extend(inVault(state.archiveId, name), day)
}
