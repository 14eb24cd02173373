import type { Instant, PlainDate } from '../domain/plain-date.ts'
import type { Actor, Principal } from '../domain/people.ts'

/**
 * What makes a command one command, whoever sends it how often: tenant, route and key name it, the hash of its input
 * tells a replay from a different request under the same key.
 */
export type Stamp = {
  readonly tenant: string
  readonly route: string
  readonly key: string
  readonly inputSha256: string
  readonly requestId: string
  readonly actor: Actor
  readonly at: Instant
  /** Decide, answer, write nothing. */
  readonly dryRun: boolean
  /** The version the caller read of what it acts on, from If-Match; null where it named none. */
  readonly ifMatch: number | null
}

/** Everything a use case may know about the request beside its input. */
export type Call<Who = Principal> = {
  readonly who: Who
  readonly at: Instant
  readonly today: PlainDate
  readonly requestId: string
  readonly stamp: Stamp
}
