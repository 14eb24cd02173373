import * as z from 'zod'
import { idOf, place } from './fields.ts'
import { paperForm, type SaidIn } from './paper-form.ts'

/**
 * Part of the rows of a book that is imported, how many evidence documents there are of them, and who attests the rows.
 */
export const importInputForm = paperForm({
  kind: 'import input',
  schema: z.strictObject({
    attestedBy: z.strictObject({ name: z.string(), title: z.string() }),
    /** A book was one evidence document before it was told how many there are. */
    papers: z.int().min(1).default(1),
    rows: z.array(z.record(z.string(), z.string())).readonly(),
    /** The lines of the file on which the rows begin. Books taken in before lines were kept have none. */
    lines: z.exactOptional(z.array(z.int().nullable()).readonly()),
  }),
})

export type ImportInput = SaidIn<typeof importInputForm>

/** Findings of a listing of takeovers so far; `next` is null where it has come to the end of the portfolio. */
export const listedForm = paperForm({
  kind: 'listed',
  schema: z.strictObject({ contractIds: z.array(idOf('ctr')).readonly(), next: place.nullable() }),
})
