import type { CommandMetadata } from '../../../shared/domain/command.ts'
import { whyDead } from '../../../shared/domain/contract/dead-link.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'
import type { ContractId } from '../../../shared/domain/ids.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { refuse } from '../../../shared/domain/result.ts'
import type { ContractAsRead } from '../../ports/contracts.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { UniqueKey } from '../../ports/records.ts'
import { change } from '../change.ts'
import { governingGuardCheck } from './contract-access.ts'

/** A contract that a whole link names, whether or not the link is still open. */
export type Named = { readonly read: ContractAsRead; readonly nonce: string }

/** The answer to what is no link of ours: it says nothing of any contract. */
export const unknown = refuse<Refusal<'link-not-usable'>>({ kind: 'link-not-usable', cause: 'unknown' })

/** Refusal that tells a holder of a whole link why it does not open, read from what happened since it was sent. */
export const dead = async (deps: Dependencies, { read, nonce }: Named, at: Instant) => {
  const { state } = read.kept
  const events = await deps.ledger.eventsOf(state.deal.contractId)
  const cause = whyDead(
    state,
    events.map(({ event }) => event as ContractEvent),
    nonce,
    at,
  )
  return refuse<Refusal<'link-not-usable'>>({ kind: 'link-not-usable', cause })
}

/** The contract a link names, whether or not the link is still open. */
export const named = async (deps: Dependencies, text: string): Promise<Named | undefined> => {
  const link = await deps.links.read(text)
  const read = link && (await deps.contracts.find(link.contractId))
  return read && { read, nonce: link.nonce }
}

/**
 * Metadata of whoever came through the link: it acts as the SME of that contract, and its commands are that contract's
 * own. It names no version it read: a write that a caller can have refused is a guess that is not counted.
 */
const asSme = (metadata: CommandMetadata, contractId: ContractId): CommandMetadata => ({
  ...metadata,
  tenant: contractId,
  actor: { role: 'sme', sub: contractId, tenant: contractId },
  ifMatch: null,
})

/** Writes what the SME did through its link, with what must stand for it. */
export const written = <Body>(
  deps: Dependencies,
  { kept, name, ...rest }: ContractAsRead,
  events: readonly ContractEvent[],
  metadata: CommandMetadata,
  at: Instant,
  answer: Body,
  claims: readonly UniqueKey[] = [],
) => {
  const { contractId } = kept.state.deal
  return deps.commits.commit({
    metadata: asSme(metadata, contractId),
    answer,
    changes: [change('contract', contractId, kept, events, at, { name })],
    checks: [governingGuardCheck({ kept, name, ...rest })],
    claims,
  })
}

/**
 * The answer this very request had before. The last code or the last try that a link gives closes it; the same request
 * again, as when its answer was lost, still gets that answer.
 */
export const firstAnswer = async <Body>(
  deps: Dependencies,
  metadata: CommandMetadata,
  contractId: ContractId,
): Promise<Body | undefined> => {
  const first = await deps.commits.answerTo(asSme(metadata, contractId))
  return first?.ok ? (first.value as Body) : undefined
}
