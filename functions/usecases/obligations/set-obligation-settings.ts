import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { ok } from '../../../shared/domain/result.ts'
import type { EntityId } from '../../../shared/domain/ids.ts'
import type { ExistingEntity } from '../../../shared/domain/platform/entity.ts'
import { paperAt } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change, versionAfter } from '../../application/change.ts'
import type { Costs } from '../../application/cost.ts'
import { obligationSettingsView } from '../../views/obligation-views.ts'
import { noticesOf } from '../../application/tenants/entity.ts'
import { noticesForm } from '../../papers/resellers.ts'

const kept = async ({ directory }: Dependencies, entityId: EntityId) => {
  const found = await directory.entity(entityId)
  if (!found) throw new Error(`no ${entityId}`)
  return found
}

export const getObligationSettings =
  (deps: Dependencies): HandlerOf<Routes['getObligationSettings']> =>
  async (_, { who }) => {
    const { state, version } = await kept(deps, who.entityId)
    return ok(obligationSettingsView(state, version, await noticesOf(deps, state)))
  }

/**
 * The days count for cases approved from now on, the addresses at once. They are in an evidence document, not in the
 * ledger.
 */
export const setObligationSettings =
  (deps: Dependencies): HandlerOf<Routes['setObligationSettings']> =>
  async ({ body: { businessDays: days, ...notices } }, { who: { entityId }, at, metadata }) => {
    const entity = await kept(deps, entityId)
    const before = entity.state.obligationSettings?.notices ?? 0
    const paper = paperAt(deps.digest, 'notice', before, noticesForm.write(notices))
    const changed = change(
      'entity',
      entityId,
      entity,
      [{ type: 'obligation-settings-set', days, noticeSha256: paper.sha256 }],
      at,
      {
        papers: [paper],
      },
    )
    return deps.commits.commit({
      metadata,
      answer: obligationSettingsView(changed.state as ExistingEntity, versionAfter(changed), notices),
      changes: [changed],
    })
  }

export const costs: Costs = {
  getObligationSettings: { requests: 2, readUnits: 2, writeUnits: 0 },
  setObligationSettings: { requests: 2, readUnits: 1, writeUnits: 13 },
}
