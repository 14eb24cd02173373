import type * as z from 'zod'
import type { UntoldLetterView } from '../../../shared/api/views/untold.ts'
import { isStillOwed, untoldBecause } from '../../../shared/domain/contract/untold.ts'
import type { ContractId, EntityId } from '../../../shared/domain/ids.ts'
import type { ContractAsRead } from '../../ports/contracts.ts'
import type { Unreadable } from '../../ports/pages.ts'
import type { LedgerEvent } from '../../ports/ledger.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { causeInWords } from '../../views/untold-words.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'
import type { UntoldRef } from '../../ports/event-ref.ts'
import { nonceSentBy } from './nonce-sent.ts'

type Letter = z.input<typeof UntoldLetterView>

/** An untold letter as it is shown; null where it was told since, or what it said is over. */
export const letterView = (
  state: ExistingContract,
  { at, event, deliveries }: LedgerEvent,
  deliveryId: string,
): Letter | null => {
  const sent = deliveries.find(({ id }) => id === deliveryId)
  const cause = sent ? untoldBecause(sent) : null
  const about = { event: event as ContractEvent, nonce: nonceSentBy(event) }
  if (!sent || !cause || !isStillOwed(state, about)) return null
  const { template } = sent
  return { deliveryId, letter: template, sentAt: at, cause, causeInWords: causeInWords[cause], task: 'telephoneOrPost' }
}

/** The untold letters of one contract, by what its implementing entity's list says of it. */
export const untoldOf = async (
  deps: Pick<Dependencies, 'ledger'>,
  { kept: { state } }: ContractAsRead,
): Promise<Letter[]> => {
  const { contractId, entityId } = state.deal
  const refs = await deps.ledger.untoldAmong(entityId, [contractId])
  const letters = await Promise.all(
    refs.map(async (ref) => {
      const event = await deps.ledger.event(ref)
      return event ? letterView(state, event, ref.deliveryId) : null
    }),
  )
  return letters.filter((letter) => letter !== null)
}

/**
 * Contracts of a page that have an untold letter, and those that cannot be read to say so. Only those that are listed for
 * one are looked into.
 */
export const untoldAmong = async (
  deps: Pick<Dependencies, 'ledger' | 'contracts'>,
  entityId: EntityId,
  contractIds: readonly ContractId[],
): Promise<{ readonly untold: ReadonlySet<string>; readonly unreadable: readonly Unreadable[] }> => {
  const refs = await deps.ledger.untoldAmong(entityId, contractIds)
  const { states, unreadable } = await contractsOf(deps, refs)
  const untold = await Promise.all(
    refs.map(async (ref) => {
      const state = states.get(ref.stream)
      const event = state && (await deps.ledger.event(ref))
      return event && letterView(state, event, ref.deliveryId) ? [ref.stream] : []
    }),
  )
  return { untold: new Set(untold.flat()), unreadable }
}

/** The contracts that letters are of, as they are kept, and beside them those that cannot be read. */
export const contractsOf = async ({ contracts }: Pick<Dependencies, 'contracts'>, refs: readonly UntoldRef[]) => {
  const ids = [...new Set(refs.map(({ stream }) => stream as ContractId))]
  const { items, unreadable } = ids.length > 0 ? await contracts.states(ids) : { items: [], unreadable: [] }
  return { states: new Map<string, ExistingContract>(items.map((state) => [state.deal.contractId, state])), unreadable }
}
