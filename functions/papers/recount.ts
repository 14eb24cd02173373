import * as z from 'zod'
import { count, day, owners } from './fields.ts'
import { paperForm, type SaidIn } from './paper-form.ts'

/** Input of a recount: which span, and whose portfolios; those of before that was written down name none. */
export const recountInputForm = paperForm({
  kind: 'recount input',
  schema: z.strictObject({ from: day, until: day, owners: z.exactOptional(owners) }),
})

/** Counts of a recount up to a step: how many events it read, and how often each figure was found in them. */
export const countedForm = paperForm({
  kind: 'recount step',
  schema: z.strictObject({ events: count, counts: z.record(z.string(), count) }),
})

export type Counted = SaidIn<typeof countedForm>

/** Outcome of a recount. */
export const recountOutcomeForm = paperForm({
  kind: 'recount outcome',
  schema: z.strictObject({
    agrees: z.boolean(),
    events: count,
    differences: z.array(z.strictObject({ where: z.string(), report: count, ledger: count })).readonly(),
  }),
})

export type RecountOutcome = SaidIn<typeof recountOutcomeForm>
export type Difference = RecountOutcome['differences'][number]

/** Whose books are gone through to list their contracts anew. */
export const relistInputForm = paperForm({ kind: 'relist input', schema: z.strictObject({ owners }) })
