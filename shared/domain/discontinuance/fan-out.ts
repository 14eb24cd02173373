import type { DiscontinuanceId } from '../ids.ts'
import { later, type Instant } from '../plain-date.ts'

/**
 * Checkpoint of a case's fan-out in one shard of the reseller's book. Written in the transaction of the step it tells
 * of, under the version it followed, so that it never runs ahead of what is done and never goes back.
 */
export type Checkpoint = {
  readonly discontinuanceId: DiscontinuanceId
  readonly shard: number
  /** Number of steps noted, this one included. */
  readonly version: number
  /** Cursor in the shard at which the next step begins; null where the shard is done. */
  readonly after: string | null
  readonly done: boolean
  /** Contracts of the frozen list that lie behind it: each has its takeover. */
  readonly passed: number
  readonly beganAt: Instant
  readonly at: Instant
}

/** A step further in a shard: so many more contracts of the list lie behind. */
export const advanced = (
  before: Checkpoint | undefined,
  {
    discontinuanceId,
    shard,
    passed,
    next,
    at,
  }: Pick<Checkpoint, 'discontinuanceId' | 'shard' | 'passed' | 'at'> & { readonly next: string | null },
): Checkpoint => ({
  discontinuanceId,
  shard,
  version: (before?.version ?? 0) + 1,
  after: next,
  done: next === null,
  passed: (before?.passed ?? 0) + passed,
  beganAt: before?.beganAt ?? at,
  at,
})

/** Figures a progress page shows of a fan-out. */
type FanOutProgress = {
  /** Contracts on the frozen list; null before it is frozen. */
  readonly contracts: number | null
  readonly done: number
  readonly left: number | null
  readonly beganAt: Instant | null
  readonly lastStepAt: Instant | null
  /** Contracts a minute between the first step and the last; null before that can be told. */
  readonly perMinute: number | null
  /** Instant at which it will be done if it goes on as it did; null where nobody can tell, and once it is done. */
  readonly expectedEndAt: Instant | null
}

const minuteMs = 60_000

/** The progress of a fan-out, from its checkpoints alone: what it costs to ask does not grow with the book. */
export const fanOutProgress = (
  { list, reached }: { readonly list: { readonly contracts: number } | null; readonly reached: boolean },
  checkpoints: readonly Checkpoint[],
): FanOutProgress => {
  const contracts = list?.contracts ?? null
  const done = reached && contracts !== null ? contracts : checkpoints.reduce((sum, { passed }) => sum + passed, 0)
  const left = contracts === null ? null : Math.max(0, contracts - done)
  const beganAt = checkpoints.map((one) => one.beganAt).toSorted()[0] ?? null
  const lastStepAt =
    checkpoints
      .map(({ at }) => at)
      .toSorted()
      .at(-1) ?? null
  const tookMs = beganAt && lastStepAt ? Date.parse(lastStepAt) - Date.parse(beganAt) : 0
  const perMs = tookMs > 0 ? done / tookMs : 0
  const expectedEndAt = lastStepAt && left && perMs > 0 ? later(lastStepAt, Math.ceil(left / perMs)) : null
  return {
    contracts,
    done,
    left,
    beganAt,
    lastStepAt,
    perMinute: perMs > 0 ? Math.round(perMs * minuteMs) : null,
    expectedEndAt,
  }
}
