import type { CaseTally, TallyCounts } from '../../../shared/domain/discontinuance/tally.ts'
import type { DiscontinuanceId } from '../../../shared/domain/ids.ts'
import { atMs, ms } from './forms/values.ts'
import { tallyKey } from './keys.ts'
import type { Row } from './read.ts'

export const tallyRow = (one: CaseTally): Row => ({
  ...tallyKey(one.discontinuanceId, one.shard),
  t: 'tally',
  b: one.setbacks,
  u: ms(one.at),
  c: one.counts,
})

export const tallyOf = (row: Row): CaseTally => ({
  discontinuanceId: row.pk.slice('RUN#'.length) as DiscontinuanceId,
  shard: Number(row.sk.slice('T#'.length)),
  setbacks: row['b'] as number,
  counts: row['c'] as TallyCounts,
  at: atMs(row['u'] as number),
})
