import type { Answer } from '../../../shared/domain/command.ts'
import { renewalUnheard, untoldBecause } from '../../../shared/domain/contract/untold.ts'
import type { ContractId, EntityId } from '../../../shared/domain/ids.ts'
import { done } from '../../../shared/domain/result.ts'
import type { LedgerEvent, Outcome, OwedDelivery } from '../../ports/ledger.ts'
import type { CommitRefusal } from '../../ports/records.ts'
import type { World } from '../../ports/world.ts'
import { change } from '../../application/change.ts'
import { governingCheck } from '../../application/contracts/contract-access.ts'
import { runCommand } from '../../application/run-command.ts'
import { systemStamp } from '../../application/system-stamp.ts'
import { isLetterToSme } from '../../application/contracts/stated-address.ts'

/**
 * What follows of a letter to an SME before its receipt is written: where it has to be told by another way, whose list
 * that stands on. A renewal that was announced so is held first.
 */
export const untoldAfter = async (
  world: World,
  { stream, event }: Pick<LedgerEvent, 'stream' | 'event'>,
  { id, to, by, template }: Pick<OwedDelivery, 'id' | 'to' | 'by' | 'template'>,
  outcome: Outcome,
): Promise<EntityId | undefined> => {
  if (!isLetterToSme({ to, by }) || untoldBecause({ template, outcome }) === null) return undefined
  const contractId = stream as ContractId
  const read = await world.contracts.find(contractId)
  if (!read) throw new Error(`no ${contractId}`)
  if (template === 'renewal-announced') await holdRenewal(world, contractId, event, id)
  return read.kept.state.deal.entityId
}

/** Holds a renewal whose announcement did not reach its SME. Done twice, it is done once. */
export const holdRenewal = async (
  world: World,
  contractId: ContractId,
  event: LedgerEvent['event'],
  deliveryId: string,
): Promise<void> => {
  const stamp = systemStamp('hold-renewal', deliveryId, world.clock.now())
  const held = await runCommand(world.commits, stamp, async (): Promise<Answer<string, CommitRefusal>> => {
    const read = await world.contracts.find(contractId)
    const events = read ? renewalUnheard(read.kept.state, event, deliveryId) : []
    if (!read || events.length === 0) return done('nothing to do')
    const changed = change('contract', contractId, read.kept, events, stamp.at, { name: read.name })
    return world.commits.commit({ stamp, answer: 'held', changes: [changed], checks: [governingCheck(read)] })
  })
  if (!held.ok) throw new Error(`the renewal of ${contractId} could not be held: ${held.refusal.kind}`)
}
