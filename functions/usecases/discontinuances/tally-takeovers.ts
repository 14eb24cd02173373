import { askForTally } from '../../../shared/domain/discontinuance/discontinuance.ts'
import { isCounting } from '../../../shared/domain/discontinuance/tally.ts'
import { done, refuse } from '../../../shared/domain/result.ts'
import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { World } from '../../ports/world.ts'
import { change } from '../../application/change.ts'
import type { Costs } from '../../application/cost.ts'
import { isRead } from '../../application/cases/case-shards.ts'

/** Has the takeovers of a case counted again. Where that is under way already, nothing more is asked. */
export const askToTally =
  (world: World): HandlerOf<Routes['tallyTakeovers']> =>
  async ({ params: { discontinuanceId } }, { who: { entityId }, at, stamp }) => {
    const [found, tallies] = await Promise.all([
      world.directory.discontinuance(entityId, discontinuanceId),
      world.contracts.tallies(discontinuanceId),
    ])
    if (!found) return refuse({ kind: 'not-found', what: 'discontinuance' })
    const { state } = found
    const counting = isRead(state) || !state.reached || isCounting(state, tallies)
    const decision = askForTally(state, { counting })
    if (!decision.ok) return decision
    const answer = { discontinuanceId, counting: !isRead(state) }
    if (decision.value.length === 0) return done(answer)
    const changed = change('discontinuance', discontinuanceId, found, decision.value, at)
    return world.commits.commit({ stamp, answer, changes: [changed] })
  }

export const costs: Costs = {
  tallyTakeovers: { requests: 2, readUnits: 2, writeUnits: 0 },
}
