import type { SigningLockAttempt } from './signing-locks.ts'
import type { Answer, CommandMetadata } from '../../shared/domain/command.ts'
import type { AggregateKind, EventOf, StateOf } from '../../shared/domain/aggregates/aggregates.ts'
import type { Checkpoint } from '../../shared/domain/discontinuance/fan-out.ts'
import type { CaseTally } from '../../shared/domain/discontinuance/tally.ts'
import type { ContractId, EntityId, Holder, PortfolioOwner, ServiceId } from '../../shared/domain/ids.ts'
import type { NoticeChoices } from '../../shared/domain/notices/choice.ts'
import type { Instant } from '../../shared/domain/plain-date.ts'
import type { Refusal, UsualRefusal } from '../../shared/domain/refusal.ts'
import type { PortfolioGuard } from '../../shared/domain/reseller/guard.ts'
import type { ServiceGuard } from '../../shared/domain/service/guard.ts'
import type { PaperContent } from './paper-content.ts'
import type { UntoldRef } from './event-ref.ts'
import type { PersonalData } from './people.ts'

/** Position of a ledger: the number of its events, the hash of its chain, and the moment of its last event. */
export type LedgerPosition = { readonly version: number; readonly chain: string; readonly at: Instant | null }

/** A state as it was read, and where its ledger stood. */
export type Versioned<State> = LedgerPosition & { readonly state: State }

/** Position of a ledger before its first event. */
export const fresh: LedgerPosition = { version: 0, chain: '', at: null }

/** A page of evidence beside an event: personal data and whole texts live here, never in the ledger. */
export type EvidenceDocument = { readonly name: string; readonly content: PaperContent; readonly sha256: string }

/** Change of one aggregate, from the version it was decided on to the next, with what happened. */
export type Change<Kind extends AggregateKind = AggregateKind> = {
  [K in Kind]: {
    readonly kind: K
    readonly id: string
    readonly from: LedgerPosition
    /** Instant of the change: never before the ledger's last event, whatever a server's clock says. */
    readonly at: Instant
    readonly state: StateOf<K>
    readonly events: readonly EventOf<K>[]
    readonly papers: readonly EvidenceDocument[]
    /** The SME's name, for lists. Contracts have one; it stays out of state and ledger. */
    readonly name?: string
  }
}[Kind]

/** A value only one may hold: an SME's place for a service, a code, a number. */
export type UniqueKey = {
  readonly scope: string
  readonly value: string
  readonly holder: string
  /** Holder that must have it until now, where it passes from one to the next. */
  readonly insteadOf?: string
}

/**
 * Optimistic lock on a guard, or on the state of something not changed itself: it must stand as it was read when the
 * commit lands.
 */
export type Check =
  | {
      readonly state: 'discontinuance' | 'reseller' | 'separateContractException' | 'smeIdentity'
      readonly id: string
      readonly entityId: EntityId
      readonly version: number
    }
  | { readonly state: 'member'; readonly id: string; readonly entityId: null; readonly version: number }
  | {
      readonly gate: 'portfolio'
      readonly owner: PortfolioOwner
      readonly shard: number
      readonly epoch: number
      /** True where a contract is concluded by this command: then no signing lock may stand either. */
      readonly signs?: true
    }
  | { readonly gate: 'service'; readonly serviceId: ServiceId; readonly shard: number; readonly epoch: number }

/** All that one command writes, in one transaction. */
export type Commit<Body> = {
  readonly metadata: CommandMetadata
  /** Answer to the caller; kept with the command, and given again to a replay. */
  readonly answer: Body
  /** The first is what the command acts on: its version is the one an If-Match speaks of. */
  readonly changes: readonly Change[]
  readonly claims?: readonly UniqueKey[]
  readonly releases?: readonly UniqueKey[]
  readonly checks?: readonly Check[]
  /** Guards to set, on every shard at once, each beside the change of what it is a guard of. */
  readonly gates?: readonly (PortfolioGuard | ServiceGuard)[]
  /** Leaves a contract's name in the portfolio of a new holder, for good: who ever held it can be listed. */
  readonly pointers?: readonly { readonly holder: Holder; readonly contractId: ContractId }[]
  /** The attempt whose signing locks must still stand on every shard where guards are set. */
  readonly behind?: string
  /** Portfolios whose signing lock is taken away, on every shard; what else their guards say stays. */
  readonly unlocksSigning?: readonly PortfolioOwner[]
  /** Checkpoint of a fan-out, noted with this transaction; refused where another worker was quicker. */
  readonly checkpoint?: Checkpoint
  /** Letters that a person has told by another way: they are not listed as untold any more. */
  readonly told?: readonly UntoldRef[]
  /** Personal data to write down, of people whose membership is changed beside them. */
  readonly people?: readonly (PersonalData & { readonly account: string })[]
  /** What a person chose to hear of, and how: it stands with its personal data, and goes with them. */
  readonly noticeChoices?: { readonly sub: string; readonly choices: NoticeChoices }
  /** People whose personal data are blanked: nothing but the organization is left of them. */
  readonly erases?: readonly Pick<PersonalData, 'sub' | 'membership'>[]
  /** The member that an account chose to act as from its next token on. */
  readonly chooses?: { readonly account: string; readonly member: string }
  /** True for imported rows: the same row finds its first answer at any later time. */
  readonly rememberForEver?: true
}

export type CommitRefusal = Refusal<UsualRefusal>

export type Commits = {
  /**
   * Writes everything or nothing. A command already on record is answered with its first answer. A dry run writes
   * nothing and answers the same. What could not be answered is not written: it is thrown before. Never says it failed
   * while it does not know. A person's command lands only while that person is a member in the role of the token, whatever
   * the token says: for this each costs two write units, and a dry run one read.
   */
  readonly commit: <Body>(commit: Commit<Body>) => Promise<Answer<Body, CommitRefusal>>
  /**
   * True while the person who sent a command is a member in the role of its token; always where no person sent it. Asked
   * ahead of what cannot be undone with the commit; the commit itself asks again. One request, a read unit.
   */
  readonly isStillMember: (metadata: CommandMetadata) => Promise<boolean>
  /** The first answer to a command, if it is on record. */
  readonly answerTo: (metadata: CommandMetadata) => Promise<Answer<unknown, CommitRefusal> | undefined>
  /** Notes a checkpoint where there was nothing else to write. False where another worker was quicker. */
  readonly note: (checkpoint: Checkpoint) => Promise<boolean>
  /**
   * Notes what was counted in a shard, instead of what was counted there before; nothing where a later count is known.
   */
  readonly noteTally: (tally: CaseTally) => Promise<void>
  /**
   * Puts evidence documents of a ledger down ahead of the event that will name them by their hashes. One that lies
   * there already must say the same; anything else is a defect.
   */
  readonly putDocuments: (stream: string, papers: readonly EvidenceDocument[]) => Promise<void>
  /** Present holder of a value; null where nobody holds it. */
  readonly holderOf: (claim: Pick<UniqueKey, 'scope' | 'value'>) => Promise<string | null>
  /**
   * Closes every shard of a portfolio to signings, one after another, ahead of a flip: a flip of all shards at once
   * would lose against a stream of signings. Idempotent. Each shard only while the case stands as it was read. The next
   * flip takes the signing locks away.
   */
  readonly lockSigning: (
    owner: PortfolioOwner,
    by: Extract<Check, { state: unknown }>,
    attempt: SigningLockAttempt,
  ) => Promise<Answer<null, CommitRefusal>>
  /** Takes the signing locks of a portfolio away that outlived their attempt. True where there were any; idempotent. */
  readonly releaseExpiredSigningLocks: (owner: PortfolioOwner, now: Instant) => Promise<boolean>
}
