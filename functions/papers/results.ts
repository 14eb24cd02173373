import * as z from 'zod'
import { problems, type Trouble } from '../../shared/api/problem.ts'
import type { RowResult } from '../../shared/api/views/operation.ts'
import type { ContractId } from '../../shared/domain/ids.ts'
import { doubtKinds } from '../../shared/domain/refusal.ts'
import { paperForm } from './paper-form.ts'
import { rowVerdicts } from '../../shared/domain/platform/operation.ts'

/** A problem document as an earlier version kept it. */
export type StoredProblem = NonNullable<z.output<typeof RowResult>['problem']>

const contractId = z.custom<ContractId>((value) => typeof value === 'string' && /^ctr_[0-9a-z]+$/.test(value))
const words = z.looseObject({ ja: z.string(), en: z.string() })

/** Evidence that a refusal cannot do without, by its kind. */
const evidenceOf: Readonly<Record<string, string>> = {
  'breaches-standard': 'breaches',
  incomplete: 'missing',
  malformed: 'errors',
}

/** A refusal as the decision gave it. Its kind is a known word; its evidence goes out as it is. */
const refusal = z
  .looseObject({
    kind: z.enum(Object.keys(problems)),
    breaches: z.array(z.looseObject({ clause: z.string(), why: words })).optional(),
    missing: z.array(z.looseObject({ why: words })).optional(),
    errors: z.array(z.looseObject({ where: z.string(), why: words })).optional(),
    why: words.optional(),
    clause: z.string().optional(),
  })
  .refine((one) => !Object.hasOwn(evidenceOf, one.kind) || String(evidenceOf[one.kind]) in one, {
    error: 'lacks its evidence',
  }) as unknown as z.ZodType<Trouble>

const rowOutcome = z.strictObject({
  row: z.int(),
  /** The line of the file on which the row begins; null where the work came in no file. */
  line: z.int().nullable().default(null),
  verdict: z.enum(rowVerdicts),
  contractId: contractId.nullable(),
  replayed: z.boolean(),
  formerly: contractId.nullable().default(null),
  name: z.string(),
  refusal: refusal.nullable(),
  /** Problem document of a row of form 1 only, which stood there instead of the refusal; shown as it was kept. */
  problem: z.exactOptional(z.looseObject({ kind: z.string() }) as z.ZodType<StoredProblem>),
  sameAs: z.int().nullable().default(null),
  differsFrom: z
    .strictObject({ row: z.int(), columns: z.array(z.string()) })
    .nullable()
    .default(null),
  doubts: z.array(z.strictObject({ kind: z.enum(doubtKinds), clause: z.string() })).default([]),
})

/** Outcome of one row of bulk work, as it is kept: a refusal is kept as the refusal it was. */
export type RowOutcome = z.output<typeof rowOutcome>

type RowOfForm1 = Readonly<Record<string, unknown>> & { readonly problem: StoredProblem | null }

/**
 * Form 1 was a list of rows that bore the problem document an HTTP caller would have been answered. It has the whole
 * evidence of its refusal, but for what was not found.
 */
const fromForm1 = (rows: readonly RowOfForm1[]) => ({
  rows: rows.map(({ problem, ...row }) =>
    problem ? { ...row, refusal: refusalIn(problem), problem } : { ...row, refusal: null },
  ),
})

const refusalIn = (problem: StoredProblem) => {
  const { type: _, title, titleEn, status, retryable, clause, ...evidence } = problem
  if (problem.kind === 'not-found') return { kind: problem.kind, what: 'row' }
  // The clause of its breaches stands at the top of the document as well.
  return problem.kind === 'breaches-standard' || clause === undefined ? evidence : { ...evidence, clause }
}

/** Results of a step over rows. */
export const resultsForm = paperForm({
  kind: 'results',
  schema: z.strictObject({ rows: z.array(rowOutcome).readonly() }),
  upgrades: [fromForm1],
})
