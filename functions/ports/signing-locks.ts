import type { Instant } from '../../shared/domain/plain-date.ts'

/** Attempt to approve a discontinuance, as its signing locks name it: whose they are, and until when it may take. */
export type SigningLockAttempt = { readonly id: string; readonly until: Instant }

/** Time an attempt may take, in ms: the API waits no longer for an answer. */
export const attemptMs = 30_000

/** Time in ms for which a signing lock still binds after the end of its attempt: servers' clocks differ by less. */
export const outlivedAfterMs = 60_000
