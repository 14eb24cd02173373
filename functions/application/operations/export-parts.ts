import { type OperationId, type PortfolioOwner, shardCount } from '../../../shared/domain/ids.ts'
import { numbered } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { type ExportPart, exportPartForm } from '../../papers/exports.ts'

/** The parts of an export so far. */
export const partsOf = async (
  { ledger }: Pick<Dependencies, 'ledger'>,
  operationId: OperationId,
  steps: number,
): Promise<readonly ExportPart[]> => {
  const names = Array.from({ length: steps }, (_, index) => numbered('results', index + 1))
  return names.length > 0 ? (await ledger.papers(operationId, names)).map(exportPartForm.read) : []
}

/** Number of units of a walk through so many portfolios: things, and each shard once for rows and once for files. */
export const unitsOf = (owners: readonly PortfolioOwner[]): number => 1 + 2 * owners.length * shardCount
