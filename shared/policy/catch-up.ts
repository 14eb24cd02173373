import { reachContract } from '../domain/contract/takeover.ts'
import type { Instant } from '../domain/plain-date.ts'
import type { KeptContract, LiveContract } from '../domain/contract/states.ts'
import type { ContractEvent } from '../domain/contract/events.ts'
import { after } from '../domain/aggregates/after.ts'
import type { PortfolioGate } from '../domain/reseller/gate.ts'

/** A contract and the gate that governs it, as they were read. */
type AsRead = { readonly kept: { readonly state: KeptContract }; readonly gate: PortfolioGate }
type CaughtUp = { readonly state: KeptContract; readonly events: readonly ContractEvent[] }

/**
 * The contract as its gate already says it is. Under a discontinued holder a live contract has its takeover from the
 * instant on; whoever acts on it before the worker reaches it writes that down first, in the same transaction.
 */
export const caughtUp = ({ kept: { state }, gate }: AsRead, at: Instant): CaughtUp => {
  const { discontinued } = gate
  if (!discontinued || state.stage !== 'live' || state.holder !== gate.owner) return { state, events: [] }
  const events = reachContract(state, discontinued)
  return { state: after('contract', state, events, at) as LiveContract, events }
}
