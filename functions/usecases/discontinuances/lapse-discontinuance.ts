import { lapseDiscontinuance as decideLapse } from '../../../shared/domain/discontinuance/window.ts'
import type { KeptDiscontinuance } from '../../../shared/domain/discontinuance/discontinuance.ts'
import type { Answer } from '../../../shared/domain/command.ts'
import type { DiscontinuanceId, EntityId } from '../../../shared/domain/ids.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { openCase } from '../../ports/claims.ts'
import type { Commit, CommitRefusal, Kept } from '../../ports/records.ts'
import type { World } from '../../ports/world.ts'
import { change } from '../change.ts'
import { runCommand } from '../run-command.ts'
import { systemStamp } from '../system-stamp.ts'

/** What writes a lapsed proposal down: the case, and the fences an interrupted approval may have left. */
export const lapsing = (
  found: Kept<KeptDiscontinuance>,
  at: Instant,
): Pick<Commit<unknown>, 'changes' | 'unfences'> | undefined => {
  const decision = decideLapse(found.state, at)
  if (!decision.ok) return undefined
  const { discontinuanceId, resellerId } = found.state
  return { changes: [change('discontinuance', discontinuanceId, found, decision.value, at)], unfences: [resellerId] }
}

type Refused = Refusal<'not-found'> | CommitRefusal

/** Writes down that a proposal was waited out, if it was. Done twice, it is done once. */
export const lapse = async (world: World, entityId: EntityId, discontinuanceId: DiscontinuanceId): Promise<boolean> => {
  const stamp = systemStamp('lapse-discontinuance', discontinuanceId, world.clock.now())
  const landed = await runCommand(world.commits, stamp, async (): Promise<Answer<null, Refused>> => {
    const found = await world.directory.discontinuance(entityId, discontinuanceId)
    const over = found && lapsing(found, stamp.at)
    if (!found || !over) return refuse({ kind: 'not-found', what: 'proposal' })
    return world.commits.commit({
      stamp,
      answer: null,
      ...over,
      releases: [openCase(found.state.resellerId, discontinuanceId)],
    })
  })
  return landed.ok
}
