import type { ExistingOperation } from '../../../shared/domain/platform/operation.ts'
import type { ResellerId } from '../../../shared/domain/ids.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { decideRow } from './decide-row.ts'
import { groundOf, resultOf } from './ground.ts'
import type { WorkRow } from '../../papers/takeover-work.ts'
import type { RowOutcome } from '../../papers/results.ts'

type OfCase = Pick<ExistingOperation, 'entityId' | 'operationId' | 'discontinuanceId'>

/** Outcome of each row of a move if its worker came to it now. Nothing is written. */
export const judgeMoves = async (
  deps: Dependencies,
  of: OfCase,
  resellerId: ResellerId,
  rows: readonly WorkRow[],
): Promise<readonly RowOutcome[]> => {
  const aim = { deps, task: { work: 'move' as const }, inputSha256: deps.digest(rows), target: resellerId }
  const { ground, reads } = await groundOf(aim, of, rows)
  return rows.map((row, index) => {
    const decided = decideRow(ground, row, reads[index])
    return resultOf(row, reads[index], of.entityId, decided.ok ? undefined : decided.refusal)
  })
}
