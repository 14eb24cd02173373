import type { Violation } from './invariants/invariant.ts'
import type { Book } from './reading/book.ts'
import type { Stream } from './reading/entries.ts'
import { digest } from './reading/hash.ts'

/*
 * What 0.2.0 wrote stands as it was written: it hashed states that had fewer fields, owed less, kept operations at
 * another place, and did not note how far a fan-out was. An event cannot be written anew, so that is no violation, but
 * only of what 0.2.0 wrote: every later event of the same ledger is held to everything. Chains, evidence documents,
 * seals, who answers and who may serve are looked into without exception.
 */

/** True of a ledger whose first event lacks what a first event says since 0.2.0. */
const begunBy020 = ({ entries: [first], kind }: Stream): boolean => {
  if (!first) return false
  const { event } = JSON.parse(first.text) as { readonly event: Record<string, unknown> }
  if (kind === 'contract') return typeof event['deal'] === 'object' && !('renewal' in (event['deal'] ?? {}))
  if (kind === 'operation') return !('owner' in event)
  return kind === 'discontinuance' && !('approveBy' in event)
}

/** Number of events 0.2.0 wrote: up to the first whose state has the hash that folding gives today. */
const writtenBy020 = ({ entries, states }: Stream): number => {
  const first = entries.findIndex(({ after }, index) => after !== null && after === digest(states[index]))
  return first === -1 ? entries.length : first
}

type Allowance = {
  readonly invariant: string
  readonly what: RegExp
  /** Bearer of the allowance: an event that 0.2.0 wrote, or the row or ledger of a thing it made. */
  readonly of: 'event' | 'thing'
}

const allowances: readonly Allowance[] = [
  { invariant: 'I29', what: /^names \w+ as the state it led to/, of: 'event' },
  { invariant: 'I33', what: /^does not list what it owes$/, of: 'event' },
  { invariant: 'I33', what: /^is marked and owes nothing any more$/, of: 'event' },
  // A contract that was cancelled ended without a wish of its SME on record; whether a settled one had been told, its
  // row did not say.
  { invariant: 'I03', what: /says contract-ended of what is live$/, of: 'thing' },
  { invariant: 'I03', what: /^says other than its ledger folds to$/, of: 'thing' },
  { invariant: 'I15', what: /^tells its takeovers otherwise than its events$/, of: 'thing' },
  // Contracts may stay unlisted until relistContracts has been called.
  { invariant: 'I08', what: /^is not listed$/, of: 'thing' },
  { invariant: 'I08', what: /^has [ps]k OPR\S* instead of /, of: 'thing' },
  { invariant: 'I14', what: /^(?:is reached with shards undone|has passed \d+ of \d+)$/, of: 'thing' },
  { invariant: 'I14', what: /^(?:knows of \d+ setbacks, and had \d+|is closed with \d+ users not known)/, of: 'thing' },
]

/** Predicate that is true of a violation which is only how 0.2.0 wrote things. */
export const as020Wrote = (book: Book): ((violation: Violation) => boolean) => {
  const streams = [...book.streams.values()].filter(begunBy020)
  const things = new Set(
    streams.flatMap(({ id, where }) => [where, book.heads.get(id as never)?.where, book.states.get(id)?.where]),
  )
  const events = new Set(
    streams.flatMap((stream) => stream.entries.slice(0, writtenBy020(stream)).map(({ where }) => where)),
  )
  return ({ invariant, where, what }) =>
    allowances.some(
      (one) => one.invariant === invariant && one.what.test(what) && (one.of === 'event' ? events : things).has(where),
    )
}
