import type { Checkpoint } from '../../../shared/domain/discontinuance/fan-out.ts'
import type { DiscontinuanceId } from '../../../shared/domain/ids.ts'
import { atMs, ms } from './forms/values.ts'
import { checkpointKey } from './keys.ts'
import type { Row } from './read.ts'

/** A checkpoint's row: small, since one is written with every step of a fan-out. */
export const checkpointRow = (one: Checkpoint): Row => ({
  ...checkpointKey(one.discontinuanceId, one.shard),
  t: 'checkpoint',
  v: one.version,
  n: one.passed,
  b: ms(one.beganAt),
  u: ms(one.at),
  // Where nothing is left of the shard, there is nowhere to go on.
  ...(one.after === null ? {} : { a: one.after }),
})

export const checkpointOf = (row: Row): Checkpoint => {
  const after = (row['a'] as string | undefined) ?? null
  return {
    discontinuanceId: row.pk.slice('RUN#'.length) as DiscontinuanceId,
    shard: Number(row.sk.slice('S#'.length)),
    version: row['v'] as number,
    after,
    done: after === null,
    passed: row['n'] as number,
    beganAt: atMs(row['b'] as number),
    at: atMs(row['u'] as number),
  }
}
