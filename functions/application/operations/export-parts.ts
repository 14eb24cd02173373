import { type ContractId, type OperationId, type PortfolioOwner, shardCount } from '../../../shared/domain/ids.ts'
import type { ArchivedText } from '../../ports/holdings.ts'
import { numbered } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { exportPartForm } from '../papers/exports.ts'

/** Input of an export: whose portfolios it walks. Fixed when it is asked for, so that it can stop and go on. */
export type ExportInput = { readonly owners: readonly PortfolioOwner[] }

/** Cursor of a walk: in the things beside contracts (0), or in a shard of a portfolio, and after which row. */
export type Position = {
  readonly unit: number
  readonly after: string | null
  /** Number of files of that row's contract that are out; absent where all of them are. */
  readonly inside?: { readonly contractId: ContractId; readonly files: number }
}

/** A part as its step notes it, and where the next one goes on; null after the last. */
export type ExportPart = {
  readonly part: number
  /** Name of the part in the vault. */
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  /** Tables and lists of the part. The files of contracts stand in one of these lists, and in the part's manifest. */
  readonly files: readonly ArchivedText[]
  /** Number of files of contracts that could not be taken out of the vault as the ledger has them. */
  readonly missing: number
  readonly next: Position | null
}

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
