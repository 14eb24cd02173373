import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { requirementCodes } from '../../../shared/domain/reseller/requirement.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { restrictionPaper } from '../../application/tenants/restriction-paper.ts'
import { writtenIn, type Shown } from '../../views/written.ts'
import { resellerView } from '../../views/directory-views.ts'
import { filesShown } from '../../application/files/files-shown.ts'
import type { Costs } from '../../application/cost.ts'
import { isItsOwn } from '../../application/tenants/still-acts.ts'

export const listResellers =
  ({ directory }: Dependencies): HandlerOf<Routes['listResellers']> =>
  async ({ query: { stage } }, { who: { entityId }, today }) => {
    const resellers = await directory.resellers(entityId)
    const items = resellers.items
      .filter(({ state }) => stage === undefined || state.stage === stage)
      .map(({ state, version }) => resellerView(state, version, today))
    return ok({ items, unreadable: [...resellers.unreadable], nextCursor: null })
  }

export const getReseller =
  (deps: Dependencies): HandlerOf<Routes['getReseller']> =>
  async ({ params: { resellerId } }, { who, today }) => {
    const found = isItsOwn(who, resellerId) ? await deps.directory.reseller(who.entityId, resellerId) : undefined
    if (!found) return refuse({ kind: 'not-found', what: 'reseller' })
    const [written, files] = await Promise.all([
      writtenIn(deps, who, resellerId, ofReseller),
      filesShown(deps, who, resellerId, today),
    ])
    return ok({ ...resellerView(found.state, found.version, today), written: [...written], files })
  }

/** Findings of drills lie among them and are large: they are read where they are asked for. */
const ofReseller: Shown = {
  documents: [...requirementCodes, restrictionPaper],
  between: [
    ['', 'drill-'],
    ['drill.', '~'],
  ],
}

/**
 * A reseller is read with what was handed in and why it was restricted: its ledger, the evidence documents beside it, the
 * names of whoever wrote, and the list of its files: here there is none.
 */
export const costs: Costs = {
  getReseller: { requests: 8, readUnits: 8.5, writeUnits: 0 },
  listResellers: { requests: 1, readUnits: 1, writeUnits: 0 },
}
