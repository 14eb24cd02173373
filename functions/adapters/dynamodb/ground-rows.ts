import type { ExistingException } from '../../../shared/domain/exception/exception.ts'
import { shardOf, type ContractId } from '../../../shared/domain/ids.ts'
import { isOwnSmeId } from '../../../shared/domain/sme-id.ts'
import type { ExistingSmeIdentity } from '../../../shared/domain/sme/identity.ts'
import type { ContractKeys, EligibilityAsRead } from '../../ports/contracts.ts'
import { smeSlot } from '../../ports/unique-keys.ts'
import { portfolioGateOf, serviceGateOf } from './guard-rows.ts'
import { claimKey, ownGateKey, serviceGateKey, stateKey } from './keys.ts'
import type { Row } from './read.ts'
import { keptOf } from './state-rows.ts'

/** Keys of what a contract is judged on: both guards and its SME's place. */
export const groundKeys = (id: ContractId, { serviceId, smeId }: Pick<ContractKeys, 'serviceId' | 'smeId'>) => [
  ownGateKey(id),
  serviceGateKey(serviceId, shardOf(id)),
  claimKey(smeSlot(serviceId, smeId, id)),
]
/** Key of the exception it names; none where it names none. */
export const exceptionKey = ({ exceptionId, entityId }: Pick<ContractKeys, 'exceptionId' | 'entityId'>) =>
  exceptionId === undefined ? [] : [stateKey('separateContractException', exceptionId, entityId)]
/** Key of the identity of an SME without 法人番号, which is read beside the exception; none for any other. */
export const identityKey = ({ smeId, entityId }: Pick<ContractKeys, 'smeId' | 'entityId'>) =>
  isOwnSmeId(smeId) ? [stateKey('smeIdentity', smeId, entityId)] : []
/** The same as read; undefined where portfolio or service do not exist. */
export const groundOf = (
  gate: Row | undefined,
  serviceGuard: Row | undefined,
  place: Row | undefined,
  exception: Row | undefined,
  identity: Row | undefined,
): EligibilityAsRead | undefined =>
  gate && serviceGuard
    ? {
        gate: portfolioGateOf(gate),
        serviceGuard: serviceGateOf(serviceGuard),
        slotHeldBy: (place?.['holder'] as ContractId | undefined) ?? null,
        exception: exception ? keptOf<ExistingException>(exception) : null,
        identity: identity ? keptOf<ExistingSmeIdentity>(identity) : null,
      }
    : undefined
