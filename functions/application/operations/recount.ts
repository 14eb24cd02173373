import type { Span } from '../../../shared/domain/aggregates/contract-report.ts'
import type { EntityId, PortfolioOwner } from '../../../shared/domain/ids.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { readWhole } from '../read-whole.ts'

/** Input of a recount: which span, and whose portfolios; those of before that was written down name none. */
export type RecountInput = Span & { readonly owners?: readonly PortfolioOwner[] }

/** Everybody who may hold contracts of an implementing entity: itself and its resellers. One request. */
export const ownersOf = async (
  { directory }: Pick<Dependencies, 'directory'>,
  entityId: EntityId,
): Promise<PortfolioOwner[]> => [
  entityId,
  ...readWhole(await directory.resellers(entityId)).map(({ state }) => state.resellerId),
]

export type Difference = { readonly where: string; readonly report: number; readonly ledger: number }

export type RecountOutcome = {
  readonly agrees: boolean
  readonly events: number
  readonly differences: readonly Difference[]
}
