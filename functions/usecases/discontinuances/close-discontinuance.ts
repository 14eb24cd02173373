import { takeoverIn } from '../../../shared/domain/contract/takeover.ts'
import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes.ts'
import { missingToClose } from '../../../shared/domain/discontinuance/closing.ts'
import {
  closeDiscontinuance as decideClosing,
  type KeptDiscontinuance,
} from '../../../shared/domain/discontinuance/discontinuance.ts'
import type { Missing } from '../../../shared/domain/refusal.ts'
import { refuse } from '../../../shared/domain/result.ts'
import type { World } from '../../ports/world.ts'
import { change, versionAfter } from '../change.ts'
import { discontinuanceView } from '../views/directory-views.ts'
import { bookOf } from './book.ts'
import type { Costs } from '../cost.ts'

const examplesShown = 5
const several = (ids: readonly string[]) => ({ count: ids.length, examples: ids.slice(0, examplesShown) })

/** How far the takeovers of a case are, read from the book itself, and everything still missing to close it. */
export const progressOf = async ({ contracts, directory }: World, state: KeptDiscontinuance) => {
  const open = { opened: [] as string[], told: [] as string[] }
  if (state.stage === 'takingOver') {
    for await (const entries of bookOf(contracts, state.resellerId)) {
      for (const { kept } of entries) {
        const takeover = takeoverIn(state.discontinuanceId, kept.state)
        if (takeover && takeover.stage !== 'settled') open[takeover.stage].push(kept.state.deal.contractId)
      }
    }
  }
  const reports = (
    await Promise.all(state.reports.map(({ submissionId }) => directory.submission(state.entityId, submissionId)))
  )
    .filter((report) => report !== undefined)
    .map((report) => report.state)
  const missing: readonly Missing[] =
    state.stage === 'takingOver'
      ? missingToClose(state, { toTell: several(open.opened), toSettle: several(open.told) }, reports)
      : []
  const begun = state.reached ? (state.list?.contracts ?? 0) + state.late : open.opened.length + open.told.length
  return {
    takeovers: {
      opened: open.opened.length,
      told: open.told.length,
      settled: Math.max(0, begun - open.opened.length - open.told.length),
    },
    missing,
  }
}

/** Closes a case when nobody is left to serve and both authorities have acknowledged; else says what is missing. */
export const closeDiscontinuance =
  (world: World): HandlerOf<Routes['closeDiscontinuance']> =>
  async ({ params: { discontinuanceId } }, { who: { entityId }, at, stamp }) => {
    const found = await world.directory.discontinuance(entityId, discontinuanceId)
    if (!found) return refuse({ kind: 'not-found', what: 'discontinuance' })
    const { missing } = await progressOf(world, found.state)
    const decision = decideClosing(found.state, { missing })
    if (!decision.ok) return decision
    const changed = change('discontinuance', discontinuanceId, found, decision.value, at)
    return world.commits.commit({
      stamp,
      answer: discontinuanceView(changed.state as KeptDiscontinuance, versionAfter(changed)),
      changes: [changed],
    })
  }

export const costs: Costs = {
  closeDiscontinuance: { requests: 20, readUnits: 19, writeUnits: 6 },
}
