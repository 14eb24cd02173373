import type { Answer } from '../../../shared/domain/command.ts'
import type { DiscontinuanceId } from '../../../shared/domain/ids.ts'
import { done } from '../../../shared/domain/result.ts'
import type { LedgerEvent } from '../../ports/ledger.ts'
import type { CommitRefusal } from '../../ports/records.ts'
import type { World } from '../../ports/world.ts'
import { change } from '../../application/change.ts'
import { runCommand } from '../../application/run-command.ts'
import { systemStamp } from '../../application/system-stamp.ts'

/** Writes on an obligation that the letter about it did not reach the implementing entity. Done twice, it is done once. */
export const noteUnheard = async (
  world: World,
  discontinuanceId: DiscontinuanceId,
  event: LedgerEvent['event'],
  deliveryId: string,
): Promise<void> => {
  if (event.type !== 'obligation-escalated') return
  const { entityId, code } = event
  const stamp = systemStamp('note-unheard', deliveryId, world.clock.now())
  const noted = await runCommand(world.commits, stamp, async (): Promise<Answer<string, CommitRefusal>> => {
    const found = await world.directory.discontinuance(entityId, discontinuanceId)
    if (!found) return done('nothing to do')
    const events = [{ type: 'obligation-unheard', code, deliveryId } as const]
    const changed = change('discontinuance', discontinuanceId, found, events, stamp.at)
    return world.commits.commit({ stamp, answer: 'noted', changes: [changed] })
  })
  if (!noted.ok) throw new Error(`a lost letter of ${discontinuanceId} could not be noted: ${noted.refusal.kind}`)
}
