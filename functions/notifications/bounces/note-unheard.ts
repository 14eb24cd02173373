import type { Answer } from '../../../shared/domain/command.ts'
import type { DiscontinuanceId } from '../../../shared/domain/ids.ts'
import { ok } from '../../../shared/domain/result.ts'
import type { LedgerEvent } from '../../ports/ledger.ts'
import type { CommitRefusal } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change } from '../../application/change.ts'
import { runCommand } from '../../application/run-command.ts'
import { systemMetadata } from '../../application/system-metadata.ts'

/** Writes on an obligation that the letter about it did not reach the implementing entity. Idempotent. */
export const noteUnheard = async (
  deps: Dependencies,
  discontinuanceId: DiscontinuanceId,
  event: LedgerEvent['event'],
  deliveryId: string,
): Promise<void> => {
  if (event.type !== 'obligation-escalated') return
  const { entityId, code } = event
  const metadata = systemMetadata('note-unheard', deliveryId, deps.clock.now())
  const noted = await runCommand(deps.commits, metadata, async (): Promise<Answer<string, CommitRefusal>> => {
    const found = await deps.directory.discontinuance(entityId, discontinuanceId)
    if (!found) return ok('nothing to do')
    const events = [{ type: 'obligation-unheard', code, deliveryId } as const]
    const changed = change('discontinuance', discontinuanceId, found, events, metadata.at)
    return deps.commits.commit({ metadata, answer: 'noted', changes: [changed] })
  })
  if (!noted.ok) throw new Error(`a lost letter of ${discontinuanceId} could not be noted: ${noted.refusal.kind}`)
}
