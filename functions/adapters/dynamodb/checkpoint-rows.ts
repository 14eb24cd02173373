import type { Checkpoint } from '../../../shared/domain/discontinuance/fan-out.ts'
import type { DiscontinuanceId } from '../../../shared/domain/ids.ts'
import { attributesForm } from './forms/attributes-form.ts'
import { field, named, orNull } from './forms/fields.ts'
import { count, moment, text } from './forms/values.ts'
import { checkpointKey } from './keys.ts'
import type { Row } from './read.ts'

/** A checkpoint's row: small, since one is written with every step of a fan-out. `v` is its version, for conditions. */
export const checkpointForm = attributesForm({
  kind: 'checkpoint',
  codec: named({
    version: field('v', count),
    passed: field('n', count),
    beganAt: field('b', moment),
    at: field('u', moment),
    // Cursor at which the shard goes on; null where nothing is left of it.
    after: orNull('a', text),
  }),
  upgrades: [],
})

export const checkpointRow = ({ discontinuanceId, shard, done: _, ...one }: Checkpoint): Row => ({
  ...checkpointKey(discontinuanceId, shard),
  t: 'checkpoint',
  ...checkpointForm.write(one),
})

export const checkpointOf = (row: Row): Checkpoint => {
  const one = checkpointForm.read(row)
  return {
    discontinuanceId: row.pk.slice('RUN#'.length) as DiscontinuanceId,
    shard: Number(row.sk.slice('S#'.length)),
    ...one,
    done: one.after === null,
  }
}
