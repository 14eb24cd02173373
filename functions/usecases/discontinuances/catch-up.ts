import type { ContractEvent, KeptContract, LiveContract } from '../../../shared/domain/contract/contract.ts'
import { reachContract } from '../../../shared/domain/contract/takeover.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { ContractAsRead } from '../../ports/contracts.ts'
import { after } from '../change.ts'

type CaughtUp = { readonly state: KeptContract; readonly events: readonly ContractEvent[] }

/**
 * The contract as its gate already says it is. Under a discontinued holder a live contract has its takeover from the
 * instant on; whoever acts on it before the worker reaches it writes that down first, in the same transaction.
 */
export const caughtUp = ({ kept: { state }, gate }: ContractAsRead, at: Instant): CaughtUp => {
  const { discontinued } = gate
  if (!discontinued || state.stage !== 'live' || state.holder !== gate.owner) return { state, events: [] }
  const events = reachContract(state, discontinued)
  return { state: after('contract', state, events, at) as LiveContract, events }
}
