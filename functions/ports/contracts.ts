import type { ListedTerm, TermsOf } from '../../shared/domain/contract/contract-terms.ts'
import type { Disclosure } from '../../shared/domain/contract/disclosure.ts'
import type { ExistingException } from '../../shared/domain/exception/exception.ts'
import type { ExistingSmeIdentity } from '../../shared/domain/sme/identity.ts'
import type { Checkpoint } from '../../shared/domain/discontinuance/fan-out.ts'
import type { CaseTally } from '../../shared/domain/discontinuance/tally.ts'
import type {
  ContractId,
  DiscontinuanceId,
  EntityId,
  ExceptionId,
  Holder,
  PortfolioOwner,
  ServiceId,
  SmeId,
} from '../../shared/domain/ids.ts'
import type { PlainDate } from '../../shared/domain/plain-date.ts'
import type { PortfolioGuard } from '../../shared/domain/reseller/guard.ts'
import type { ServiceGuard } from '../../shared/domain/service/guard.ts'
import type { ShortNumber } from '../../shared/domain/short-number.ts'
import type { Versioned } from './records.ts'
import type { Contract, ExistingContract, Takeover } from '../../shared/domain/contract/states.ts'
import type { Readable, PageOf } from './pages.ts'
import type {
  ConfirmationStage,
  Entry,
  Settlement,
  TakeoverStage,
} from '../../shared/domain/contract/contract-words.ts'
import type { MonitoringType } from '../../shared/domain/service/facts.ts'

/** A contract as read, with the guard that governs it: who answers, and whether it can be acted on. */
export type ContractAsRead = {
  readonly kept: Versioned<ExistingContract>
  readonly name: string
  readonly gate: PortfolioGuard
}

/** Eligibility of a contract to be made, as read in one request: what it must be judged against. */
export type EligibilityAsRead = {
  readonly gate: PortfolioGuard
  readonly serviceGuard: ServiceGuard
  /** The contract that holds the SME's place for the service now, if any. */
  readonly slotHeldBy: ContractId | null
  /** The exception it names, as it stands now; null where it names none, or one that does not exist. */
  readonly exception: Versioned<ExistingException> | null
  /** The identity of an SME without 法人番号, as it stands now; null for any other, or where there is none. */
  readonly identity: Versioned<ExistingSmeIdentity> | null
}

/** Keys of a contract, as far as its eligibility follows from them. A contract revision says them all. */
export type ContractKeys = {
  readonly serviceId: ServiceId
  readonly smeId: SmeId
  readonly entityId: EntityId
  readonly exceptionId?: ExceptionId
}

/** A contract as it stands in lists and reports. */
export type ContractSummary = TermsOf<ListedTerm> & {
  readonly contractId: ContractId
  readonly stage: ExistingContract['stage']
  readonly entry: Entry | null
  readonly seller: PortfolioOwner
  readonly holder: Holder
  readonly serviceId: ServiceId
  readonly monitoringType: MonitoringType
  readonly smeId: SmeId
  readonly name: string
  readonly prefecture: Extract<Contract, { deal: unknown }>['deal']['prefecture']
  readonly initialFeeExTaxYen: number
  readonly endOn: PlainDate
  readonly signedOn: PlainDate | null
  readonly endedOn: PlainDate | null
  /** True where it does not bind all functions together; then under which exception. */
  readonly separate: boolean
  readonly exceptionId: ExceptionId | null
  readonly confirmation: ConfirmationStage | null
  /** Contract that had its SME's place already, and the exception under which both stand; null where none had. */
  readonly conflict: { readonly with: ContractId; readonly exceptionId?: ExceptionId } | null
  /** Day on which a paper contract was put on record, while the SME's answer to it is awaited. */
  readonly awaitedSince: PlainDate | null
  readonly takeover: {
    readonly on: PlainDate
    readonly stage: TakeoverStage
    readonly late: boolean
    /** Earlier takeovers, all settled, oldest first. */
    readonly earlier: readonly Takeover[]
    readonly settlement: Settlement | null
  } | null
}

export type Contracts = {
  /**
   * Head and guard, strongly consistent. One request, 2 read units; one request more for a contract with its own
   * holder.
   */
  readonly find: (id: ContractId) => Promise<ContractAsRead | undefined>
  /**
   * Several at once, each in the place it was asked for, strongly consistent. A hundred heads and guards to a request,
   * and each guard read once however many contracts it governs.
   */
  readonly findAll: (ids: readonly ContractId[]) => Promise<readonly (ContractAsRead | undefined)[]>
  /**
   * Present holder of each of some contracts, strongly consistent: of those that are there, of one whose head cannot be
   * read too. A hundred to a request, a read unit each.
   */
  readonly holders: (ids: readonly ContractId[]) => Promise<ReadonlyMap<ContractId, Holder>>
  /** Ids of the contracts with some short numbers, strongly consistent. A hundred to a request, a read unit each. */
  readonly idsByNumber: (numbers: readonly ShortNumber[]) => Promise<ReadonlyMap<ShortNumber, ContractId>>
  /**
   * Some contracts as they are kept, without what their guards say, strongly consistent. A hundred to a request, a read
   * unit each.
   */
  readonly states: (ids: readonly ContractId[]) => Promise<Readable<ExistingContract>>
  /**
   * Some contracts as lists show them, with their states, strongly consistent. A hundred to a request, a read unit each.
   */
  readonly lines: (
    ids: readonly ContractId[],
  ) => Promise<Readable<{ readonly line: ContractSummary; readonly kept: Versioned<ExistingContract> }>>
  /**
   * Contract, with the eligibility that signing is judged against. One request, 4 read units; one more where it names
   * an exception.
   */
  readonly findWithEligibility: (
    id: ContractId,
    about: Pick<ContractKeys, 'serviceId' | 'smeId'>,
  ) => Promise<{ readonly read: ContractAsRead; readonly ground: EligibilityAsRead } | undefined>
  /**
   * Eligibility that a contract under this id would be judged by; undefined where portfolio or service do not exist.
   */
  readonly ground: (id: ContractId, about: ContractKeys) => Promise<EligibilityAsRead | undefined>
  /** The text of a revision. Never changes. */
  readonly document: (id: ContractId, revision: number) => Promise<Disclosure>
  /** Contracts of an implementing entity, by holder if named. Follows writes with a short delay. */
  readonly list: (
    of: { readonly entityId: EntityId; readonly holder?: Holder },
    page: { readonly limit: number; readonly after: string | null },
  ) => Promise<PageOf<ContractSummary> & Readable<ContractSummary>>
  /** Contracts of one SME with one implementing entity. Follows writes with a short delay. */
  readonly listOfSme: (entityId: EntityId, smeId: SmeId) => Promise<Readable<ContractSummary>>
  /**
   * One shard of an owner's book, strongly consistent: every contract it made, and every one it ever held. Whoever
   * holds them now stands on each. Where it is read only to be shown, a head that cannot be read stands beside the
   * others; anyone else must not go on without it, and it is thrown.
   */
  readonly portfolioShard: (
    owner: PortfolioOwner,
    shard: number,
    page: { readonly after: string | null; readonly limit?: number; readonly toShow?: true },
  ) => Promise<PageOf<{ readonly kept: Versioned<ExistingContract>; readonly name: string }>>
  /**
   * Those of some contracts from whose SME a letter ever came back. One request for each shard they were made in.
   * Follows writes with a short delay.
   */
  readonly lettersReturned: (ids: readonly ContractId[]) => Promise<ReadonlySet<ContractId>>
  /** Checkpoints of the fan-out of a case, one for each shard that was begun. One request. */
  readonly checkpoints: (discontinuanceId: DiscontinuanceId) => Promise<readonly Checkpoint[]>
  /** Tallies of a case, one for each shard that was counted. One request. */
  readonly tallies: (discontinuanceId: DiscontinuanceId) => Promise<readonly CaseTally[]>
  /**
   * Contracts of a shard whose calendar turn has come by a day, the earliest first. Follows writes with a short delay.
   */
  readonly due: (shard: number, today: PlainDate, limit: number) => Promise<readonly ContractId[]>
  readonly gate: (owner: PortfolioOwner, shard: number) => Promise<PortfolioGuard | undefined>
  /** An owner's guards by shard, all sixteen in one request; none where the owner has no portfolio. */
  readonly gatesOf: (owner: PortfolioOwner) => Promise<readonly PortfolioGuard[]>
}
