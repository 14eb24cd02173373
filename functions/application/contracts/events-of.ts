import type { World } from '../../ports/world.ts'
import type { KeptContract } from '../../../shared/domain/contract/states.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'

/** Everything that happened to a contract so far. */
export const eventsOf = async ({ ledger }: Pick<World, 'ledger'>, { deal }: KeptContract): Promise<ContractEvent[]> =>
  (await ledger.eventsOf(deal.contractId)).map(({ event }) => event as ContractEvent)
