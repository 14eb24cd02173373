import type { KeptOperation } from '../../../shared/domain/platform/operation.ts'
import type { ResellerId } from '../../../shared/domain/ids.ts'
import type { World } from '../../ports/world.ts'
import { decideRow } from './decide-row.ts'
import { groundOf, resultOf } from './ground.ts'
import type { WorkRow } from './moves-book.ts'
import type { RowOutcome } from '../papers/results.ts'

type OfCase = Pick<KeptOperation, 'entityId' | 'operationId' | 'discontinuanceId'>

/** What would become of each row of a move if its worker came to it now. Nothing is written. */
export const judgeMoves = async (
  world: World,
  of: OfCase,
  resellerId: ResellerId,
  rows: readonly WorkRow[],
): Promise<readonly RowOutcome[]> => {
  const aim = { world, task: { work: 'move' as const }, inputSha256: world.digest(rows), target: resellerId }
  const { ground, reads } = await groundOf(aim, of, rows)
  return rows.map((row, index) => {
    const decided = decideRow(ground, row, reads[index])
    return resultOf(row, reads[index], of.entityId, decided.ok ? undefined : decided.refusal)
  })
}
