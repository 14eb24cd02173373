import type { Answer } from '../../../shared/domain/command.ts'
import { renewalUnheard, untoldBecause } from '../../../shared/domain/contract/untold.ts'
import type { ContractId, EntityId } from '../../../shared/domain/ids.ts'
import { ok } from '../../../shared/domain/result.ts'
import type { LedgerEvent, Outcome, OwedDelivery } from '../../ports/ledger.ts'
import type { CommitRefusal } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change } from '../../application/change.ts'
import { governingGuardCheck } from '../../application/contracts/contract-access.ts'
import { runCommand } from '../../application/run-command.ts'
import { systemMetadata } from '../../application/system-metadata.ts'
import { noteLinkBounced } from './note-link-bounced.ts'
import { isLetterToSme } from '../../application/contracts/stated-address.ts'

/**
 * Implementing entity on whose list a letter to an SME stands that has to be told by another way, found before the
 * letter's receipt is written; undefined where it has not. A renewal that was announced so is held first, and of a link
 * whoever sells is told.
 */
export const untoldAfter = async (
  deps: Dependencies,
  { stream, event }: Pick<LedgerEvent, 'stream' | 'event'>,
  { id, to, by, template }: Pick<OwedDelivery, 'id' | 'to' | 'by' | 'template'>,
  outcome: Outcome,
): Promise<EntityId | undefined> => {
  if (outcome === 'bounced') await noteLinkBounced(deps, { stream, event }, { id, to, by }, 'bounce')
  if (!isLetterToSme({ to, by }) || untoldBecause({ template, outcome }) === null) return undefined
  const contractId = stream as ContractId
  const read = await deps.contracts.find(contractId)
  if (!read) throw new Error(`no ${contractId}`)
  if (template === 'renewal-announced') await holdRenewal(deps, contractId, event, id)
  return read.kept.state.deal.entityId
}

/** Holds a renewal whose announcement did not reach its SME. Idempotent. */
export const holdRenewal = async (
  deps: Dependencies,
  contractId: ContractId,
  event: LedgerEvent['event'],
  deliveryId: string,
): Promise<void> => {
  const metadata = systemMetadata('hold-renewal', deliveryId, deps.clock.now())
  const held = await runCommand(deps.commits, metadata, async (): Promise<Answer<string, CommitRefusal>> => {
    const read = await deps.contracts.find(contractId)
    const events = read ? renewalUnheard(read.kept.state, event, deliveryId) : []
    if (!read || events.length === 0) return ok('nothing to do')
    const changed = change('contract', contractId, read.kept, events, metadata.at, { name: read.name })
    return deps.commits.commit({ metadata, answer: 'held', changes: [changed], checks: [governingGuardCheck(read)] })
  })
  if (!held.ok) throw new Error(`the renewal of ${contractId} could not be held: ${held.refusal.kind}`)
}
