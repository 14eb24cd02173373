import { lapseDiscontinuance as decideLapse } from '../../../shared/domain/discontinuance/window.ts'
import type { Answer } from '../../../shared/domain/command.ts'
import type { DiscontinuanceId, EntityId } from '../../../shared/domain/ids.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { openCase } from '../../ports/unique-keys.ts'
import type { Change, CommitRefusal, Versioned } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change } from '../change.ts'
import { runCommand } from '../run-command.ts'
import { systemMetadata } from '../system-metadata.ts'
import type { ExistingDiscontinuance } from '../../../shared/domain/discontinuance/states.ts'
import { lettingGo } from './restriction.ts'

/** Event of a proposal that was waited out, as a change of its case; undefined where it was not. */
export const lapsed = (
  found: Versioned<ExistingDiscontinuance>,
  at: Instant,
): Extract<Change, { kind: 'discontinuance' }> | undefined => {
  const decision = decideLapse(found.state, at)
  return decision.ok ? change('discontinuance', found.state.discontinuanceId, found, decision.value, at) : undefined
}

type Refused = Refusal<'not-found'> | CommitRefusal

/** Writes down that a proposal was waited out, if it was: its restriction falls, signing locks fall too. Idempotent. */
export const lapse = async (
  deps: Dependencies,
  entityId: EntityId,
  discontinuanceId: DiscontinuanceId,
): Promise<boolean> => {
  const metadata = systemMetadata('lapse-discontinuance', discontinuanceId, deps.clock.now())
  const landed = await runCommand(deps.commits, metadata, async (): Promise<Answer<null, Refused>> => {
    const found = await deps.directory.discontinuance(entityId, discontinuanceId)
    const over = found && lapsed(found, metadata.at)
    if (!found || !over) return refuse({ kind: 'not-found', what: 'proposal' })
    const { changes, ...gates } = await lettingGo(deps, found.state, 'lapsed', metadata.at)
    return deps.commits.commit({
      metadata,
      answer: null,
      changes: [over, ...changes],
      ...gates,
      releases: [openCase(found.state.resellerId, discontinuanceId)],
    })
  })
  return landed.ok
}
