import * as z from 'zod'
import { coverageStages } from '../../../shared/domain/contract/coverage.ts'
import type { CaseTally, TallyCounts } from '../../../shared/domain/discontinuance/tally.ts'
import type { DiscontinuanceId } from '../../../shared/domain/ids.ts'
import { attributesForm } from './forms/attributes-form.ts'
import { field, named } from './forms/fields.ts'
import { countOfEach, exactly, id, object } from './forms/plain.ts'
import { count, moment } from './forms/values.ts'
import { tallyKey } from './keys.ts'
import type { Row } from './read.ts'
import { takeoverStages } from '../../../shared/domain/contract/contract-words.ts'

const examples = z.array(id('ctr'))
const counts = exactly<TallyCounts>()(
  object({
    takeovers: countOfEach(takeoverStages),
    coverage: countOfEach(coverageStages),
    gapMinutes: z.number(),
    examples: object({ toTell: examples, toSettle: examples, toCover: examples }),
  }),
)

/** Stored form of the tally of a shard of a case. `u` is when it was counted, for conditions. */
export const tallyForm = attributesForm({
  kind: 'tally',
  codec: named({ setbacks: field('b', count), at: field('u', moment), counts: field('c', counts) }),
  upgrades: [],
})

export const tallyRow = ({ discontinuanceId, shard, ...one }: CaseTally): Row => ({
  ...tallyKey(discontinuanceId, shard),
  t: 'tally',
  ...tallyForm.write(one),
})

export const tallyOf = (row: Row): CaseTally => ({
  discontinuanceId: row.pk.slice('RUN#'.length) as DiscontinuanceId,
  shard: Number(row.sk.slice('T#'.length)),
  ...tallyForm.read(row),
})
