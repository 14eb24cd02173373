import type { NoticeTopic } from '../../shared/domain/notices/topics.ts'
import type { ContractId } from '../../shared/domain/ids.ts'
import type { Instant, PlainDate } from '../../shared/domain/plain-date.ts'

/** A notice that waits in somebody's digest: what its letter says of it. */
export type DigestEntry = {
  readonly noticeId: string
  readonly sub: string
  readonly topic: NoticeTopic
  /** Ledger of what it is about. */
  readonly about: string
  readonly subject: string
  readonly text: string
  readonly url: string
}

/** Somebody a notice is told: as a person of which organization, and the ledger of what it is about. */
export type ToldPerson = {
  readonly noticeId: string
  readonly sub: string
  readonly topic: NoticeTopic
  readonly tenant: string
  readonly about: string
}

/** A link to sign by, of which its SME is to be reminded. */
export type LinkToRemindOf = { readonly contractId: ContractId; readonly nonce: string }

/**
 * Who was told of what: a row for each person of a notice, for as long as a notice may come again. It is what keeps a
 * notice that comes a second time from telling the same person twice.
 */
export type Notices = {
  /** People who were told of a notice, or in whose digest it stands. One request. */
  readonly told: (noticeId: string) => Promise<ReadonlySet<string>>
  /** Notes that somebody was told. Idempotent. */
  readonly noteTold: (told: ToldPerson, at: Instant) => Promise<void>
  /** Puts a notice into somebody's digest that goes out at a moment. Idempotent. */
  readonly putOff: (entry: DigestEntry & ToldPerson, until: Instant, at: Instant) => Promise<void>
  /** Entries of digests whose moment has come, those of one person together. Follows writes with a short delay. */
  readonly digestsDue: (now: Instant, limit: number) => Promise<readonly DigestEntry[]>
  /** Notes that entries went out, or that nobody is left to read them: their words go. Idempotent. */
  readonly clearDigest: (entries: readonly Pick<DigestEntry, 'noticeId' | 'sub'>[]) => Promise<void>
  /**
   * Puts a link down to be reminded of at a moment, instead of any other of its contract. One request, two write units
   * with its mark. Idempotent.
   */
  readonly remindLater: (link: LinkToRemindOf, on: Instant) => Promise<void>
  /** Links whose moment to be reminded of has come, the earliest first. Follows writes with a short delay. */
  readonly remindersDue: (now: Instant, limit: number) => Promise<readonly LinkToRemindOf[]>
  /** Takes a link off that needs no reminder any more; nothing where another has its place. Idempotent. */
  readonly noLongerRemind: (contractId: ContractId, nonce: string) => Promise<void>
  /** The last day for which people were told of what is to come; null before the first. */
  readonly lookedAheadOn: () => Promise<PlainDate | null>
  /** Notes that everybody was told of what came near by a day. */
  readonly noteLookedAhead: (day: PlainDate) => Promise<void>
}
