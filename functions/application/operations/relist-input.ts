import type { PortfolioOwner } from '../../../shared/domain/ids.ts'

/** Whose books are gone through. One step is one shard of one of them. */
export type RelistInput = { readonly owners: readonly PortfolioOwner[] }
