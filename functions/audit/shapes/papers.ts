import type {
  ArchiveId,
  ContractId,
  EntityId,
  ExceptionId,
  Instant,
  PlainDate,
  PortfolioOwner,
  RedisclosureId,
  ServiceId,
  SmeId,
} from './ids.ts'
import type { ServiceFunction } from './service.ts'
import type { DisclosureItemCode } from './contract-words.ts'

export type ExceptionStage = 'asked' | 'approved' | 'declined' | 'withdrawn'

export type ExceptionGround = 'law' | 'necessity'

/**
 * 個別契約の例外: why some contracts of a service do not bind all its functions. For the contracts of one seller, with
 * SMEs that are each named by number, and until a last day. `asked` by one person and `approved` or `declined` at the
 * implementing entity; `withdrawn` by whoever no longer wants it. That it has expired follows from the day alone.
 */
export type KeptException = {
  readonly stage: ExceptionStage
  readonly exceptionId: ExceptionId
  readonly entityId: EntityId
  /** Seller whose contracts it is for. */
  readonly seller: PortfolioOwner
  readonly serviceId: ServiceId
  readonly smeIds: readonly SmeId[]
  /** The functions that a contract under it leaves out: these, all of them, and no others. */
  readonly leavesOut: readonly ServiceFunction[]
  readonly ground: ExceptionGround
  /** SHA-256 of the evidence documents with the ground, the evidence, and how the burden on the user is kept low. */
  readonly groundSha256: string
  readonly evidenceSha256: string
  readonly burdenSha256: string
  /** Its last day: a contract of that day may still be made under it. */
  readonly expiresOn: PlainDate
  readonly askedBy: string
  /** Person who approved it; stays when it is withdrawn later, as the contracts made under it do. */
  readonly approvedBy: string | null
  readonly approvedOn: PlainDate | null
}

export type SeparateContractException = { readonly stage: 'none' } | KeptException

type Asked = Omit<KeptException, 'stage' | 'approvedBy' | 'approvedOn'>

export type ExceptionEvent =
  | ({ readonly type: 'exception-asked' } & Asked)
  | { readonly type: 'exception-approved'; readonly approvedBy: string; readonly on: PlainDate }
  | {
      readonly type: 'exception-declined' | 'exception-withdrawn'
      /** SHA-256 of the evidence document with the reason, and who gave it. */
      readonly reasonSha256: string
    }

export type RedisclosureStage = 'open' | 'closed'

/**
 * 再開示: a service reads differently from some version on, and everyone with a contract under an older one is to see
 * it anew by a day. `open` until nothing is left, or each contract that is has a reason on record; then `closed`.
 */
type KeptRedisclosure = {
  readonly stage: RedisclosureStage
  readonly redisclosureId: RedisclosureId
  readonly entityId: EntityId
  readonly serviceId: ServiceId
  readonly toVersion: number
  /** Every item that reads differently from some older version. */
  readonly items: readonly DisclosureItemCode[]
  /** Its last day in time. */
  readonly dueOn: PlainDate
  /** Number of contracts that were live under an older text when it was opened. */
  readonly contracts: number
  readonly openedBy: string
  readonly openedAt: Instant
}

export type Redisclosure = { readonly stage: 'none' } | KeptRedisclosure

type Opened = Omit<KeptRedisclosure, 'stage' | 'openedAt'>

/** `told`: the SME was told without its signature. `left`: it stays under the old text, and a person says why. */
export type NoteOutcome = 'told' | 'left'

export type RedisclosureEvent =
  | ({ readonly type: 'redisclosure-opened' } & Opened)
  | {
      readonly type: 'redisclosure-noted'
      readonly contractId: ContractId
      readonly outcome: NoteOutcome
      /** SHA-256 of the evidence document that says who told whom, or why it is left. */
      readonly noteSha256: string
    }
  | { readonly type: 'redisclosure-closed' }

export type ArchiveStage = 'kept' | 'disposed'

export type SealedKind = 'contract' | 'certificate'

/** A file in the vault, under its name in the archive. */
export type Filed = { readonly name: string; readonly sha256: string }

/**
 * One sealing: what a revision came to on paper, sealed and stamped. It answers an event of the contract, known by its
 * number there; the list that was stamped is its evidence document.
 */
export type Sealing = {
  readonly contractSeq: number
  readonly revision: number
  readonly documents: readonly ({ readonly what: SealedKind } & Filed)[]
  /** SHA-256 of the list of all that was sealed, which bears the contract's chain: what the time stamp is over. */
  readonly listSha256: string
  readonly stamp: Filed
  /** The certificate the documents were sealed under, as the vault has it. */
  readonly certificate: Filed
}

/** A hold: someone may need it as evidence, so nothing goes, whatever day it is. */
export type Hold = { readonly number: number; readonly placedAt: Instant }

/**
 * 保管: what is kept of one contract as evidence, how long, and what holds it. It has a ledger of its own, so that
 * sealing and keeping never stand in the way of what is done with the contract.
 */
export type KeptArchive = {
  readonly stage: ArchiveStage
  readonly archiveId: ArchiveId
  readonly contractId: ContractId
  readonly entityId: EntityId
  readonly sealings: readonly (Sealing & { readonly sealedAt: Instant })[]
  /** Events of the contract whose papers could not be printed, since no font has a character of theirs. */
  readonly unprintable: readonly number[]
  /** The last day it must be kept; null while the contract has no end. */
  readonly keepUntil: PlainDate | null
  readonly holds: readonly Hold[]
  readonly holdsPlaced: number
  readonly disposedOn: PlainDate | null
}

export type Archive = { readonly stage: 'none' } | KeptArchive

/** Owner and contract of an archive; on every event that can be its first. */
export type ArchiveOf = Pick<KeptArchive, 'archiveId' | 'contractId' | 'entityId'>

export type ArchiveEvent =
  | { readonly type: 'papers-sealed'; readonly of: ArchiveOf; readonly sealing: Sealing }
  | {
      readonly type: 'papers-not-printable'
      readonly of: ArchiveOf
      readonly contractSeq: number
      readonly revision: number
      /** SHA-256 of the evidence document that names the characters. */
      readonly charactersSha256: string
    }
  | {
      readonly type: 'retention-set'
      readonly until: PlainDate
      readonly endedOn: PlainDate
      /** The tenant's years at the time. */
      readonly years: number
    }
  | {
      readonly type: 'hold-placed'
      readonly of: ArchiveOf
      readonly number: number
      /** SHA-256 of the evidence document with the reason. */
      readonly reasonSha256: string
    }
  | { readonly type: 'hold-lifted'; readonly number: number; readonly reasonSha256: string }
  | { readonly type: 'archive-disposed'; readonly on: PlainDate; readonly reasonSha256: string }
