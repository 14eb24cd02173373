import type { Dependencies } from '../../ports/dependencies.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'

/** Events of a contract so far. */
export const eventsOf = async (
  { ledger }: Pick<Dependencies, 'ledger'>,
  { deal }: ExistingContract,
): Promise<ContractEvent[]> => (await ledger.eventsOf(deal.contractId)).map(({ event }) => event as ContractEvent)
