import type { ContractAsRead, Contracts } from '../../ports/contracts.ts'
import type { Check } from '../../ports/records.ts'
import { shardOf, type ContractId, type PortfolioOwner } from '../../../shared/domain/ids.ts'
import type { PrincipalOf } from '../../../shared/domain/people.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { servesOn } from '../../../shared/domain/reseller/guard.ts'
import type { sellers } from '../../../shared/api/policy/roles.ts'

export type Seller = PrincipalOf<(typeof sellers)[number]>

/** Whose portfolio a seller makes contracts in: a reseller's own, or the implementing entity's for direct ones. */
export const ownPortfolio = (who: Seller): PortfolioOwner => ('resellerId' in who ? who.resellerId : who.entityId)

/** A contract is findVisibleContract by its implementing entity and by whoever holds it. For anyone else it does not exist. */
const maySee = (who: Seller, { kept: { state } }: ContractAsRead): boolean => {
  if (state.deal.entityId !== who.entityId) return false
  if (!('resellerId' in who)) return true
  const holder = state.stage === 'live' || state.stage === 'ended' ? state.holder : state.deal.seller
  return holder === who.resellerId
}

const notFound = refuse<Refusal<'not-found'>>({ kind: 'not-found', what: 'contract' })

export const findVisibleContract = async (
  contracts: Contracts,
  who: Seller,
  id: ContractId,
): Promise<Result<ContractAsRead, Refusal<'not-found'>>> => {
  const read = await contracts.find(id)
  return read && maySee(who, read) ? ok(read) : notFound
}

type Actionable = Result<ContractAsRead, Refusal<'not-found' | 'wrong-stage'>>

/**
 * The contract, if this seller may put on record what it did for its SME: the implementing entity, which answers for all
 * of them, while another prepares it too. A reseller that has been discontinued does nothing any more, whatever its token
 * still says.
 */
export const findAnsweredContract = async (contracts: Contracts, who: Seller, id: ContractId): Promise<Actionable> => {
  const found = await findVisibleContract(contracts, who, id)
  if (!found.ok) return found
  const { gate } = found.value
  if ('resellerId' in who && !servesOn(gate)) {
    return refuse({ kind: 'wrong-stage', what: 'reseller', stage: gate.stage, needs: ['open', 'restricted'] })
  }
  return found
}

/** The contract, if this seller may act on it. While it is prepared only its own seller may. */
export const findActionableContract = async (
  contracts: Contracts,
  who: Seller,
  id: ContractId,
): Promise<Actionable> => {
  const found = await findAnsweredContract(contracts, who, id)
  if (!found.ok) return found
  const { state } = found.value.kept
  const prepared = state.stage === 'drafted' || state.stage === 'offered'
  return prepared && state.deal.seller !== ownPortfolio(who) ? notFound : found
}

/** Check that the portfolio guard that governs a contract stands as it was read when the command lands. */
export const governingGuardCheck = ({ gate, kept }: ContractAsRead): Check => ({
  gate: 'portfolio',
  owner: gate.owner,
  shard: shardOf(kept.state.deal.contractId),
  epoch: gate.epoch,
})
