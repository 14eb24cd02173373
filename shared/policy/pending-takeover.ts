import { applyDiscontinuance } from '../domain/contract/takeover.ts'
import type { Instant } from '../domain/plain-date.ts'
import type { ExistingContract, LiveContract } from '../domain/contract/states.ts'
import type { ContractEvent } from '../domain/contract/events.ts'
import { after } from '../domain/aggregates/after.ts'
import type { PortfolioGuard } from '../domain/reseller/guard.ts'

/** A contract and the guard that governs it, as they were read. */
type AsRead = { readonly kept: { readonly state: ExistingContract }; readonly gate: PortfolioGuard }
type CaughtUp = { readonly state: ExistingContract; readonly events: readonly ContractEvent[] }

/**
 * The contract as its guard already says it is. Under a discontinued holder a live contract has its takeover from the
 * instant on; whoever acts on it before the worker reaches it writes that down first, in the same transaction.
 */
export const withPendingTakeover = ({ kept: { state }, gate }: AsRead, at: Instant): CaughtUp => {
  const { discontinued } = gate
  if (!discontinued || state.stage !== 'live' || state.holder !== gate.owner) return { state, events: [] }
  const events = applyDiscontinuance(state, discontinued)
  return { state: after('contract', state, events, at) as LiveContract, events }
}
