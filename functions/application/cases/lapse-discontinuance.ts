import { lapseDiscontinuance as decideLapse } from '../../../shared/domain/discontinuance/window.ts'
import type { Answer } from '../../../shared/domain/command.ts'
import type { DiscontinuanceId, EntityId } from '../../../shared/domain/ids.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { openCase } from '../../ports/claims.ts'
import type { Change, CommitRefusal, Kept } from '../../ports/records.ts'
import type { World } from '../../ports/world.ts'
import { change } from '../change.ts'
import { runCommand } from '../run-command.ts'
import { systemStamp } from '../system-stamp.ts'
import type { KeptDiscontinuance } from '../../../shared/domain/discontinuance/states.ts'
import { lettingGo } from './restriction.ts'

/** That a proposal was waited out, as an event of its case; undefined where it was not. */
export const lapsed = (
  found: Kept<KeptDiscontinuance>,
  at: Instant,
): Extract<Change, { kind: 'discontinuance' }> | undefined => {
  const decision = decideLapse(found.state, at)
  return decision.ok ? change('discontinuance', found.state.discontinuanceId, found, decision.value, at) : undefined
}

type Refused = Refusal<'not-found'> | CommitRefusal

/** Writes down that a proposal was waited out, if it was: its restriction falls, and fences are taken away. Done twice, it is done once. */
export const lapse = async (world: World, entityId: EntityId, discontinuanceId: DiscontinuanceId): Promise<boolean> => {
  const stamp = systemStamp('lapse-discontinuance', discontinuanceId, world.clock.now())
  const landed = await runCommand(world.commits, stamp, async (): Promise<Answer<null, Refused>> => {
    const found = await world.directory.discontinuance(entityId, discontinuanceId)
    const over = found && lapsed(found, stamp.at)
    if (!found || !over) return refuse({ kind: 'not-found', what: 'proposal' })
    const { changes, ...gates } = await lettingGo(world, found.state, 'lapsed', stamp.at)
    return world.commits.commit({
      stamp,
      answer: null,
      changes: [over, ...changes],
      ...gates,
      releases: [openCase(found.state.resellerId, discontinuanceId)],
    })
  })
  return landed.ok
}
