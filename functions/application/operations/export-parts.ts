import { type ContractId, type OperationId, type PortfolioOwner, shardCount } from '../../../shared/domain/ids.ts'
import type { ArchivedText } from '../../ports/holdings.ts'
import { numbered } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { exportPartForm } from '../papers/exports.ts'

/** What an export works from: whose books it walks. Fixed when it is asked for, so that it can stop and go on. */
export type ExportInput = { readonly owners: readonly PortfolioOwner[] }

/** Where a walk stands: in the things beside contracts (0), or in a shard of a book, and after which row. */
export type Position = {
  readonly unit: number
  readonly after: string | null
  /** How many files of that row's contract are out; absent where all of them are. */
  readonly inside?: { readonly contractId: ContractId; readonly files: number }
}

/** A part as its step notes it, and where the next one goes on; null after the last. */
export type ExportPart = {
  readonly part: number
  /** Its name in the vault. */
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  /** Its tables and lists. The files of contracts stand in one of these lists, and in the part's manifest. */
  readonly files: readonly ArchivedText[]
  /** How many files of contracts could not be taken out of the vault as the ledger has them. */
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

/** How many units a walk through so many books has: things, and each shard once for its rows and once for its files. */
export const unitsOf = (owners: readonly PortfolioOwner[]): number => 1 + 2 * owners.length * shardCount
