import type * as z from 'zod'
import type { RowResult } from '../../../shared/api/views/operation.ts'
import type { OperationId } from '../../../shared/domain/ids.ts'
import { numbered } from '../../ports/papers.ts'
import type { World } from '../../ports/world.ts'

export type Result = z.output<typeof RowResult>

/** Results of some steps of an operation, in the order of its rows. What steps before this version left out is null. */
export const resultsOf = async (
  { ledger }: Pick<World, 'ledger'>,
  operationId: OperationId,
  fromStep: number,
  toStep: number,
): Promise<readonly Result[]> => {
  const names = Array.from({ length: Math.max(toStep - fromStep + 1, 0) }, (_, index) =>
    numbered('results', fromStep + index),
  )
  const papers = names.length > 0 ? ((await ledger.papers(operationId, names)) as readonly Result[][]) : []
  return papers.flat()
}

export const withRows = [
  'importContracts',
  'rehearseImport',
  'workOnTakeovers',
  'moveContracts',
  'recordFormReading',
] as const

/** Rows are done so many at a time: one step, one paper of results. */
export const rowsPerStep = 50
