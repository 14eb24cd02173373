import { shortNumberOf } from '../../../shared/domain/short-number.ts'
import type * as z from 'zod'
import { problemOf } from '../../../shared/api/problem.ts'
import type { RowResult } from '../../../shared/api/views/operation.ts'
import type { OperationId } from '../../../shared/domain/ids.ts'
import { numbered } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { resultsForm, type RowOutcome, type StoredProblem } from '../../papers/results.ts'

/** Outcomes of the rows of some steps of an operation, in the order of its rows. */
export const resultsOf = async (
  { ledger }: Pick<Dependencies, 'ledger'>,
  operationId: OperationId,
  fromStep: number,
  toStep: number,
): Promise<readonly RowOutcome[]> => {
  const names = Array.from({ length: Math.max(toStep - fromStep + 1, 0) }, (_, index) =>
    numbered('results', fromStep + index),
  )
  const papers = names.length > 0 ? await ledger.papers(operationId, names) : []
  return papers.flatMap((paper) => resultsForm.read(paper).rows)
}

/** A row as a caller is shown it: with the problem document that a single call would have been answered. */
export const rowResult = ({ refusal, problem, ...row }: RowOutcome): z.output<typeof RowResult> => ({
  ...row,
  shortNumber: row.contractId && shortNumberOf(row.contractId),
  problem: problem ?? (refusal && (problemOf(refusal).body as StoredProblem)),
})

export const withRows = [
  'importContracts',
  'rehearseImport',
  'workOnTakeovers',
  'moveContracts',
  'recordFormReading',
] as const

/** Rows are done so many at a time: one step, one evidence document of results. */
export const rowsPerStep = 50
