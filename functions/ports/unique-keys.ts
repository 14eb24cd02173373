import { plainNumber, shortNumberOf, type ShortNumber } from '../../shared/domain/short-number.ts'
import { isWatched, type ExistingConcern, type WatchedCause } from '../../shared/domain/discontinuance/concern.ts'
import type { FileObjectId } from '../../shared/domain/file/file.ts'
import type { FilePurpose } from '../../shared/domain/file/purposes.ts'
import type { Sending } from '../../shared/domain/contract/sendings.ts'
import type {
  ConcernId,
  ContractId,
  DiscontinuanceId,
  EntityId,
  FileId,
  RedisclosureId,
  ResellerId,
  ServiceId,
  SmeId,
} from '../../shared/domain/ids.ts'
import type { UniqueKey } from './records.ts'

/** An SME's place for a service: whoever holds it has the one live contract (第2章1.(6)). */
export const smeSlot = (serviceId: ServiceId, smeId: SmeId, holder: ContractId): UniqueKey => ({
  scope: `place/${serviceId}`,
  value: smeId,
  holder,
})

/** An implementing entity is entered once, by its 法人番号. */
export const entityNumber = (corporateNumber: string, holder: EntityId): UniqueKey => ({
  scope: 'entity',
  value: corporateNumber,
  holder,
})

/** A service's code is its own among one implementing entity's. */
export const serviceCode = (entityId: EntityId, code: string, holder: ServiceId): UniqueKey => ({
  scope: `service/${entityId}`,
  value: code,
  holder,
})

/** A reseller's code is its own among one implementing entity's. */
export const resellerCode = (entityId: EntityId, code: string, holder: ResellerId): UniqueKey => ({
  scope: `reseller-code/${entityId}`,
  value: code,
  holder,
})

/** A company is an implementing entity's reseller once. */
export const resellerNumber = (entityId: EntityId, corporateNumber: string, holder: ResellerId): UniqueKey => ({
  scope: `reseller/${entityId}`,
  value: corporateNumber,
  holder,
})

/** A reseller has one case at a time. */
export const openCase = (resellerId: ResellerId, holder: DiscontinuanceId): UniqueKey => ({
  scope: 'case',
  value: resellerId,
  holder,
})

/** The platform has one open concern about a reseller for one cause at most. */
export const concernOf = (cause: WatchedCause, resellerId: ResellerId, holder: ConcernId): UniqueKey => ({
  scope: `concern/${cause}`,
  value: resellerId,
  holder,
})

/** Unique keys that a concern holds while it is open. */
export const concernClaims = ({ stage, cause, resellerId, concernId }: ExistingConcern): readonly UniqueKey[] =>
  stage === 'open' && isWatched(cause) ? [concernOf(cause, resellerId, concernId)] : []

/**
 * Unique key of sendings to an SME by one implementing entity: its holder is when they were, within the last day,
 * passed on from sending to sending.
 */
export const sendingsTo = (what: Sending, entityId: EntityId, smeId: SmeId): Pick<UniqueKey, 'scope' | 'value'> => ({
  scope: `sendings/${what}/${entityId}`,
  value: smeId,
})

/** A document with versions has each number once. */
export const fileVersion = (purpose: FilePurpose, of: FileObjectId, number: number, holder: FileId): UniqueKey => ({
  scope: `file-version/${purpose}`,
  value: `${of}/${number}`,
  holder,
})

/** A version of a service is disclosed anew once. */
export const redisclosureOf = (serviceId: ServiceId, number: number, holder: RedisclosureId): UniqueKey => ({
  scope: `redisclosure/${serviceId}`,
  value: String(number),
  holder,
})

/** A contract's short number is its own; its holder is the contract. */
export const contractNumber = (number: ShortNumber): Pick<UniqueKey, 'scope' | 'value'> => ({
  scope: 'contract-number',
  value: plainNumber(number),
})

/** The unique key that a new contract takes with its number. */
export const numberTakenBy = (holder: ContractId): UniqueKey => ({ ...contractNumber(shortNumberOf(holder)), holder })
