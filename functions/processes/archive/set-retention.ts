import type { KeptArchive } from '../../../shared/domain/archive/archive.ts'
import { setRetention } from '../../../shared/domain/archive/keeping.ts'
import { archiveOf, type ContractId } from '../../../shared/domain/ids.ts'
import type { PlainDate } from '../../../shared/domain/plain-date.ts'
import type { World } from '../../ports/world.ts'
import { change } from '../../application/change.ts'
import { systemStamp } from '../../application/system-stamp.ts'
import { filesOf, inVault } from '../../application/archive/files.ts'
import { yearsOf, retentionOf } from '../../application/archive/retention.ts'

/** Locks what is kept of an ended contract until its day, first in the vault and then on record. True when it is done. */
export const retain = async (world: World, contractId: ContractId): Promise<boolean> => {
  const archiveId = archiveOf(contractId)
  const [read, archive] = await Promise.all([world.contracts.find(contractId), world.directory.archive(archiveId)])
  if (!read) throw new Error(`no ${contractId}`)
  if (archive?.state.stage !== 'kept') return true
  const entity = await world.directory.entity(read.kept.state.deal.entityId)
  if (!entity) throw new Error(`${contractId} is of nobody`)
  const retention = retentionOf(world.calendar, read.kept.state, yearsOf(entity.state))
  if (!retention) return true
  await lock(world, archive.state, retention.until)
  const events = setRetention(archive.state, retention)
  if (events.length === 0) return true
  const now = world.clock.now()
  const noted = await world.commits.commit({
    stamp: systemStamp('set-retention', `${archiveId}/${archive.version}`, now),
    answer: retention.until,
    changes: [change('archive', archiveId, archive, events, now)],
  })
  return noted.ok
}

const lock = async ({ vault }: World, state: KeptArchive, until: PlainDate): Promise<void> => {
  const day = state.keepUntil !== null && state.keepUntil > until ? state.keepUntil : until
  for (const { name } of filesOf(state)) await vault.extend(inVault(state.archiveId, name), day)
}
