import { askForTally } from '../../../shared/domain/discontinuance/discontinuance.ts'
import { isCounting } from '../../../shared/domain/discontinuance/tally.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change } from '../../application/change.ts'
import type { Costs } from '../../application/cost.ts'
import { isRead } from '../../application/cases/case-shards.ts'

/** Has the takeovers of a case counted again. Where that is under way already, nothing more is asked. */
export const askToTally =
  (deps: Dependencies): HandlerOf<Routes['tallyTakeovers']> =>
  async ({ params: { discontinuanceId } }, { who: { entityId }, at, metadata }) => {
    const [found, tallies] = await Promise.all([
      deps.directory.discontinuance(entityId, discontinuanceId),
      deps.contracts.tallies(discontinuanceId),
    ])
    if (!found) return refuse({ kind: 'not-found', what: 'discontinuance' })
    const { state } = found
    const counting = isRead(state) || !state.reached || isCounting(state, tallies)
    const decision = askForTally(state, { counting })
    if (!decision.ok) return decision
    const answer = { discontinuanceId, counting: !isRead(state) }
    if (decision.value.length === 0)
      return (await deps.commits.isStillMember(metadata)) ? ok(answer) : refuse({ kind: 'no-longer-member' })
    const changed = change('discontinuance', discontinuanceId, found, decision.value, at)
    return deps.commits.commit({ metadata, answer, changes: [changed] })
  }

export const costs: Costs = {
  tallyTakeovers: { requests: 3, readUnits: 3, writeUnits: 0 },
}
