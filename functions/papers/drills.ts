import * as z from 'zod'
import { coverageAreas } from '../../shared/domain/contract/contract-words.ts'
import { emptyTally, type Weakness } from '../../shared/domain/reseller/drill.ts'
import type { DrillPaper } from '../../shared/domain/reseller/drill-paper.ts'
import {
  handoverCodes,
  handoverStages,
  type HandoverCode,
  type HandoverStage,
} from '../../shared/domain/reseller/handover.ts'
import { readinessParts } from '../../shared/domain/reseller/readiness.ts'
import { exactly } from './exactly.ts'
import { count, countOfEach, day, idOf, place } from './fields.ts'
import { paperForm, type SaidIn } from './paper-form.ts'

const weaknesses = Object.keys(emptyTally.weak) as Weakness[]

/** The items of the handover as they stood. One that was added to the list since is missing. */
const handover = z.strictObject(
  Object.fromEntries(handoverCodes.map((code) => [code, z.enum(handoverStages).default('missing')])),
) as unknown as z.ZodType<Readonly<Record<HandoverCode, HandoverStage>>>

const tally = z.strictObject({
  contracts: count,
  voided: count,
  wouldGap: count,
  gaps: countOfEach(coverageAreas),
  weak: countOfEach(weaknesses),
})

/** Input of a drill from its first step to its last: whose portfolio, and the handover items as they stood that day. */
export const drillInputForm = paperForm({
  kind: 'drill input',
  schema: z.strictObject({ resellerId: idOf('rsl'), on: day, handover }),
})

export type DrillInput = SaidIn<typeof drillInputForm>

/** Findings of a drill, beside the reseller's ledger. */
export const drillForm = paperForm({
  kind: 'drill',
  schema: exactly<DrillPaper>()(
    z.strictObject({
      on: day,
      handover,
      tally,
      pages: count,
      readMs: z.number(),
      steps: count,
      perMinute: z.number().nullable(),
      takeoverSeconds: z.number(),
      parts: countOfEach(readinessParts),
      scoreTenths: count,
    }),
  ),
})

/** Checkpoint of a drill's step: where the next begins, what was counted so far, and what its pages showed. */
export const drillStepForm = paperForm({
  kind: 'drill step',
  schema: z.strictObject({
    place: place.nullable(),
    tally,
    pages: count,
    readMs: z.number(),
    lines: z
      .array(
        z.strictObject({
          contractId: idOf('ctr'),
          name: z.string(),
          fate: z.enum(['takenOver', 'voided']),
          weaknesses: z.array(z.enum(weaknesses)).readonly(),
          gaps: z.array(z.enum(coverageAreas)).readonly(),
        }),
      )
      .readonly(),
  }),
})
export type DrillStep = SaidIn<typeof drillStepForm>
/** A contract that something was found of, as the lists of a drill have it. */
export type DrillLine = DrillStep['lines'][number]
