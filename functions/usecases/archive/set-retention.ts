import type { KeptArchive } from '../../../shared/domain/archive/archive.ts'
import { setRetention, usualRetentionYears } from '../../../shared/domain/archive/keeping.ts'
import type { KeptContract } from '../../../shared/domain/contract/contract.ts'
import { archiveOf, type ContractId } from '../../../shared/domain/ids.ts'
import { daysAfter, type PlainDate } from '../../../shared/domain/plain-date.ts'
import type { KeptEntity } from '../../../shared/domain/platform/entity.ts'
import type { Calendar, World } from '../../ports/world.ts'
import { change } from '../change.ts'
import { systemStamp } from '../system-stamp.ts'
import { filesOf, inVault } from './files.ts'

export type Retention = { readonly until: PlainDate; readonly endedOn: PlainDate; readonly years: number }

/** The years a tenant keeps what is left of a contract. */
export const yearsOf = ({ retentionYears }: Pick<KeptEntity, 'retentionYears'>): number =>
  retentionYears ?? usualRetentionYears

/** Until when an ended contract is kept: so many years from the day after its end, the last day included. */
export const retentionOf = (calendar: Calendar, contract: KeptContract, years: number): Retention | null => {
  if (contract.stage !== 'ended') return null
  const { endedOn } = contract
  return { endedOn, years, until: calendar.lastDayOfTerm(daysAfter(endedOn, 1), years * 12) }
}

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
