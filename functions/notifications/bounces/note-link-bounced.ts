import type { Answer } from '../../../shared/domain/command.ts'
import type { BounceCause } from '../../../shared/domain/contract/contract-words.ts'
import { linkBounced } from '../../../shared/domain/contract/reminder.ts'
import type { ContractId } from '../../../shared/domain/ids.ts'
import { ok } from '../../../shared/domain/result.ts'
import type { LedgerEvent, OwedDelivery } from '../../ports/ledger.ts'
import type { CommitRefusal } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change } from '../../application/change.ts'
import { governingGuardCheck } from '../../application/contracts/contract-access.ts'
import { nonceSentBy } from '../../application/contracts/nonce-sent.ts'
import { runCommand } from '../../application/run-command.ts'
import { systemMetadata } from '../../application/system-metadata.ts'

/** The nonce of the link that a letter of an event brings, or reminds of; undefined where it is no letter with a link. */
const linkIn = (event: LedgerEvent['event'], { to, by }: Pick<OwedDelivery, 'to' | 'by'>): string | undefined => {
  if (to !== 'sme' || by !== 'mail') return undefined
  return event.type === 'link-reminded' ? event.link : nonceSentBy(event)
}

/**
 * Notes that the letter with a link came back, for whoever sells to hear of it; nobody is reminded of that link. Nothing
 * for a letter without a link, or whose link was replaced or used. Idempotent.
 */
export const noteLinkBounced = async (
  deps: Dependencies,
  { stream, event }: Pick<LedgerEvent, 'stream' | 'event'>,
  letter: Pick<OwedDelivery, 'id' | 'to' | 'by'>,
  cause: BounceCause,
): Promise<void> => {
  const nonce = linkIn(event, letter)
  if (nonce === undefined) return
  const contractId = stream as ContractId
  const metadata = systemMetadata('note-link-bounced', letter.id, deps.clock.now())
  const noted = await runCommand(deps.commits, metadata, async (): Promise<Answer<string, CommitRefusal>> => {
    const read = await deps.contracts.find(contractId)
    const events = read ? linkBounced(read.kept.state, { nonce, deliveryId: letter.id, cause }) : []
    if (!read || events.length === 0) return ok('nothing to do')
    const changed = change('contract', contractId, read.kept, events, metadata.at, { name: read.name })
    return deps.commits.commit({ metadata, answer: 'noted', changes: [changed], checks: [governingGuardCheck(read)] })
  })
  if (!noted.ok) throw new Error(`a lost link of ${contractId} could not be noted: ${noted.refusal.kind}`)
  await deps.notices.noLongerRemind(contractId, nonce)
}
