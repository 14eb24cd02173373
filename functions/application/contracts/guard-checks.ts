import type { InputOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { shardOf, type EntityId, type ContractId } from '../../../shared/domain/ids.ts'
import type { Check } from '../../ports/records.ts'
import type { ContractKeys, EligibilityAsRead } from '../../ports/contracts.ts'
import { exceptionCheck } from './exception-check.ts'
import type { PortfolioGuard } from '../../../shared/domain/reseller/guard.ts'

/**
 * Checks that the two guards a contract is made on stand as they were read, and so does the exception it names. Where
 * it is concluded, no signing lock may stand before its seller's portfolio either.
 */
export const guardChecks = (
  contractId: Parameters<typeof shardOf>[0],
  { gate, serviceGuard, exception, identity }: EligibilityAsRead,
  how: { readonly signs?: true } = {},
): readonly Check[] => {
  const shard = shardOf(contractId)
  return [
    { gate: 'portfolio', owner: gate.owner, shard, epoch: gate.epoch, ...how },
    { gate: 'service', serviceId: serviceGuard.serviceId, shard, epoch: serviceGuard.epoch },
    ...exceptionCheck({ exception }),
    ...identityCheck({ identity }),
  ]
}

/** The identity of an SME without 法人番号 must still stand as it was read when the command lands. */
const identityCheck = ({ identity }: Pick<EligibilityAsRead, 'identity'>): readonly Check[] =>
  identity
    ? [{ state: 'smeIdentity', id: identity.state.smeId, entityId: identity.state.entityId, version: identity.version }]
    : []

/** Keys of a contract that is given: its service, SME, implementing entity and exception. */
export const aboutGiven = (
  {
    sme,
    terms,
    exceptionId,
  }: Pick<InputOf<Routes['attestContract']>['body'], 'terms' | 'exceptionId'> & {
    readonly sme: { readonly corporateNumber: string }
  },
  entityId: EntityId,
): ContractKeys => ({
  serviceId: terms.serviceId,
  smeId: sme.corporateNumber,
  entityId,
  ...(exceptionId ? { exceptionId } : {}),
})

/** Check that whoever is to serve is open, and as it was judged, when the contract moves. */
export const targetCheck = ({ owner, epoch }: PortfolioGuard, contractId: ContractId): Check => ({
  gate: 'portfolio',
  owner,
  shard: shardOf(contractId),
  epoch,
})
