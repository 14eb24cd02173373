import type { Instant } from '../../shared/domain/plain-date.ts'

/** One attempt to approve a discontinuance, as its fences name it: whose they are, and until when it may take. */
export type SigningLockAttempt = { readonly id: string; readonly until: Instant }

/** How long an attempt may take: the API waits no longer for an answer. */
export const attemptMs = 30_000

/** How long after the end of its attempt a fence still binds: servers' clocks differ by less. */
export const outlivedAfterMs = 60_000
