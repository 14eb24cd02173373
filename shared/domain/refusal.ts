import type { ContractId } from './ids.ts'
import type { Instant, PlainDate } from './plain-date.ts'
import type { NameDifference } from './search-name.ts'
import type { Words } from './words.ts'
import type { Touched } from './disclosure-items.ts'
import type { LinkTrouble } from './link-troubles.ts'
import type { Party } from './parties.ts'

/** Objection of one rule: under which edition and clause, where in what was given, and why. */
export type Breach = {
  readonly edition: string
  /** The clause in the standard's own words, e.g. 第2章1.(6). */
  readonly clause: string
  /** The rule's name, its duty put as a fact. */
  readonly rule: string
  readonly where: string
  readonly why: Words
  /** Our reading of the clause where its text leaves room (当社解釈). */
  readonly ourReading?: Words
}

/**
 * Reasons why something is neither kept nor breached: nobody said; a person is awaited; a text is not in hand; said as
 * a whole.
 */
export const doubtKinds = ['notKnown', 'awaited', 'depends', 'notItemised'] as const
export type DoubtKind = (typeof doubtKinds)[number]

/**
 * Doubt of a rule that can call something neither kept nor breached. It stands in nobody's way, and is shown as what it
 * is.
 */
export type Doubt = Breach & { readonly kind: DoubtKind }

/** Thing still owed, and by whom. */
export type Missing = {
  readonly code: string
  readonly suppliedBy: Party
  readonly why: Words
  readonly count?: number
  readonly examples?: readonly string[]
}

/** Every way the house says no, each with its evidence. All breaches and all missing things come at once. */
type Refusals =
  | { readonly kind: 'not-found'; readonly what: string }
  /** An edition, or a clause of one, that does not exist; with those that do. */
  | {
      readonly kind: 'not-in-standard'
      readonly what: 'edition' | 'clause'
      readonly given: string
      readonly known: readonly string[]
    }
  | { readonly kind: 'wrong-stage'; readonly what: string; readonly stage: string; readonly needs: readonly string[] }
  | {
      readonly kind: 'breaches-standard'
      readonly breaches: readonly Breach[]
      /** The contract that stands already, and where it differs; only to those who may know it. */
      readonly standing?: {
        readonly contractId: ContractId
        readonly name: string
        readonly differs: readonly {
          readonly what: string
          readonly standing: string
          readonly given: string
          /** Of the name: whether it is one name in another writing, but for its legal form, or another name. */
          readonly how?: NameDifference
        }[]
      }
    }
  | { readonly kind: 'incomplete'; readonly what: string; readonly missing: readonly Missing[] }
  | {
      readonly kind: 'does-not-fit'
      readonly what: string
      readonly given: string
      readonly needs: string
      /** The clause of the standard behind it, where there is one. */
      readonly clause?: string
      /** The same for a person, where what was found says more than what was needed. */
      readonly why?: Words
    }
  /** A file that cannot be read: at which line and which byte, counted from 1, and what stands in the way. */
  | {
      readonly kind: 'not-readable'
      readonly what: string
      readonly line: number | null
      readonly byte: number | null
      readonly why: Words
    }
  /** A text that a charset cannot write, with every character that stands in the way and where it first does. */
  | {
      readonly kind: 'not-in-charset'
      readonly charset: string
      readonly characters: readonly {
        readonly character: string
        readonly codePoint: string
        readonly times: number
        readonly line: number
      }[]
    }
  | {
      readonly kind: 'out-of-order'
      readonly what: string
      readonly given: PlainDate
      readonly notBefore: PlainDate
      readonly why?: Words
    }
  | { readonly kind: 'already-exists'; readonly what: string }
  | { readonly kind: 'second-person-needed' }
  /** The cause is told to whoever holds the link, and only where it was asked to open. */
  | { readonly kind: 'link-not-usable'; readonly cause?: LinkTrouble }
  /** Of a link, or to an SME over all of its links, no more is sent for now; when the next can be. */
  | { readonly kind: 'too-many-sendings'; readonly of: 'link' | 'sme'; readonly nextAt: Instant }
  | { readonly kind: 'code-not-right'; readonly attemptsLeft: number }
  | { readonly kind: 'document-changed' }
  /** Request from outside that waits for something that is looked into, and that is not theirs to know. */
  | { readonly kind: 'being-checked' }
  /** A wish to leave on a day that cannot be confirmed any more, since a new term began or since it was left lying. */
  | {
      readonly kind: 'wish-overtaken'
      readonly on: PlainDate
      readonly by: 'newTerm' | 'time'
      readonly since: PlainDate
    }
  /** A change that the agreed next term would not have: which term, and what of it is as the present text has it. */
  | {
      readonly kind: 'next-term-agreed'
      readonly revision: number
      readonly startOn: PlainDate
      readonly endOn: PlainDate
      readonly touches: readonly Touched[]
    }
  /** Characters of a document that no font of ours can draw. */
  | {
      readonly kind: 'cannot-be-printed'
      readonly missingGlyphs: readonly string[]
      /** Places at which they stand, and what to do: said of a text that is still to be signed. */
      readonly places?: readonly { readonly where: string; readonly characters: readonly string[] }[]
      readonly why?: Words
    }
  | { readonly kind: 'changed-meanwhile' }
  | { readonly kind: 'changed-since-read' }
  /** The last active administrator of an organization, who can only be replaced by whoever stands above it. */
  | { readonly kind: 'last-admin' }
  /** The person who sent it was suspended or removed, or has another role since the token was made. */
  | { readonly kind: 'no-longer-member' }
  | { readonly kind: 'idempotency-key-reused' }
  | { readonly kind: 'outcome-unknown' }

export type RefusalKind = Refusals['kind']
export type Refusal<Kind extends RefusalKind = RefusalKind> = Extract<Refusals, { kind: Kind }>

/** Refusals any step that writes may meet, whatever it is about. */
export type UsualRefusal =
  | 'changed-meanwhile'
  | 'changed-since-read'
  | 'no-longer-member'
  | 'idempotency-key-reused'
  | 'outcome-unknown'
