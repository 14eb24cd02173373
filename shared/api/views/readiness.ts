import * as z from 'zod'
import { handoverCodes, handoverKeepers, handoverStages } from '../../domain/reseller/handover.ts'
import { Day, Sha256 } from '../fields.ts'
import { WordsView } from './judgement.ts'

export const HandoverItemView = z.strictObject({
  code: z.enum(handoverCodes),
  what: WordsView,
  /** Who has to supply it. */
  duty: z.enum(['reseller', 'implementingEntity']),
  clause: z.string(),
  ourReading: WordsView,
  goodForDays: z.int(),
  stage: z.enum(handoverStages),
  /** What was supplied last; null where nothing was. */
  supplied: z
    .strictObject({
      asOf: Day,
      /** The last day it can be relied on. */
      goodUntil: Day,
      suppliedBy: z.enum(['reseller', 'implementingEntity']),
      keptBy: z.enum(handoverKeepers),
      what: z.string(),
      documentSha256: Sha256.nullable(),
      custodian: z.string().nullable(),
    })
    .nullable(),
})
