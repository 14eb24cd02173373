import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { foundBy } from '../../../shared/domain/contract/book-entry.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { ownPortfolio } from '../../application/contracts/contract-access.ts'
import { isHeldBy } from '../../application/contracts/portfolio.ts'
import { unreadableFor } from '../../application/unreadable-for.ts'
import type { Costs } from '../../application/cost.ts'
import { contractLineView } from '../../views/contract-view.ts'

const usualLimit = 20

/** Contracts that what is typed into one box finds, each once, by the plainest of reasons: its number before a name. */
export const findContracts =
  (deps: Dependencies): HandlerOf<Routes['findContracts']> =>
  async ({ query: { q, limit = usualLimit } }, { who }) => {
    const own = ownPortfolio(who)
    const words = await deps.book.find(own, q, limit + 1)
    if (words.length === 0 && q.trim() === '')
      return refuse({ kind: 'does-not-fit', what: 'q', given: q, needs: 'more than blanks' })
    const plainest = words.toSorted((one, other) => foundBy.indexOf(one.by) - foundBy.indexOf(other.by))
    const each = new Map(plainest.toReversed().map((word) => [word.contractId, word]))
    const ids = [...new Set(plainest.map(({ contractId }) => contractId))]
    const read = await deps.contracts.lines(ids.slice(0, limit))
    const lines = new Map(read.items.map((one) => [one.line.contractId, one]))
    const items = ids.slice(0, limit).flatMap((id) => {
      const [found, word] = [lines.get(id), each.get(id)]
      if (!found || !word) return []
      const { state } = found.kept
      if (own !== state.deal.entityId && !isHeldBy(own, state)) return []
      return [{ contract: contractLineView(found.line), why: word.by, matched: word.text === '' ? null : word.text }]
    })
    return ok({ items, more: words.length > limit, unreadable: unreadableFor(who, read.unreadable) })
  }

/** What is asked as a name and as a number, and the contracts that were found: a unit each. */
export const costs: Costs = {
  findContracts: { requests: 2, readUnits: 1.5, writeUnits: 0 },
}
