import type { Actor } from './people.ts'
import type { Instant } from './plain-date.ts'

/**
 * Identity of a command, whoever sends it how often: tenant, route and idempotency key name it, the hash of its input
 * tells a replay from a different request under the same key.
 */
export type CommandMetadata = {
  readonly tenant: string
  readonly route: string
  readonly key: string
  readonly inputSha256: string
  readonly requestId: string
  readonly actor: Actor
  readonly at: Instant
  /** Decide, answer, write nothing. */
  readonly dryRun: boolean
  /**
   * True where a person sent it who signed in: then the membership it acts under must stand when it lands. Absent for an
   * SME, for the platform itself, and for what a worker does row by row on behalf of somebody.
   */
  readonly byMember?: true
  /** The version the caller read of what it acts on, from If-Match; null where it named none. */
  readonly ifMatch: number | null
  /** Throws where an answer could not be given to whoever asks; it is asked before anything is written. */
  readonly checkAnswer?: (answer: unknown) => void
}

/** An answer to a command, or a refusal. `replayed` where it is the first answer to the same command, given again. */
export type Answer<Value, No> =
  | { readonly ok: true; readonly value: Value; readonly replayed?: true }
  | { readonly ok: false; readonly refusal: No }
