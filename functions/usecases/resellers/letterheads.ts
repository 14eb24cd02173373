import type { HandlerOf, HandlersOf, InputOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { letterheadRoutes } from '../../../shared/api/routes/letterheads.ts'
import type { EntityId } from '../../../shared/domain/ids.ts'
import { withLetterhead } from '../../../shared/domain/letterhead.ts'
import type { Instant, PlainDate } from '../../../shared/domain/plain-date.ts'
import { stateLetterhead as decide } from '../../../shared/domain/reseller/reseller.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import { change, versionAfter } from '../../application/change.ts'
import type { Costs } from '../../application/cost.ts'
import { saidIn, statingLetterhead, type Stated } from '../../application/tenants/letterheads.ts'
import { isItsOwn } from '../../application/tenants/still-acts.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { letterheadsView } from '../../views/letterheads-view.ts'

const keptEntity = async ({ directory }: Dependencies, entityId: EntityId) => {
  const found = await directory.entity(entityId)
  if (!found) throw new Error(`no ${entityId}`)
  return found
}

type Given = InputOf<Routes['stateLetterhead']>['body']
type Moment = { readonly at: Instant; readonly today: PlainDate }

/** What is stated now, with how all that counts afterwards is shown: what stays of before is read. */
const stating = async (
  deps: Dependencies,
  stream: string,
  { letterheads, version }: { readonly letterheads: Stated; readonly version: number },
  given: Given,
  { at, today }: Moment,
) => {
  const { stated, said, document } = statingLetterhead(deps, version, given, today)
  const after = withLetterhead(letterheads, stated, at)
  const before = await saidIn(deps, stream, after.slice(0, -1))
  return {
    stated,
    document,
    answer: (now: number) => letterheadsView(after, [...before, said], { version: now, today }),
  }
}

const getLetterhead =
  (deps: Dependencies): HandlerOf<Routes['getLetterhead']> =>
  async (_, { who: { entityId }, today }) => {
    const { state, version } = await keptEntity(deps, entityId)
    const { letterheads = [] } = state
    return ok(letterheadsView(letterheads, await saidIn(deps, entityId, letterheads), { version, today }))
  }

/** States the implementing entity's own. Texts that exist keep what they say: it counts for those compiled later. */
const stateLetterhead =
  (deps: Dependencies): HandlerOf<Routes['stateLetterhead']> =>
  async ({ body }, { who: { entityId }, at, today, metadata }) => {
    const entity = await keptEntity(deps, entityId)
    const before = { letterheads: entity.state.letterheads, version: entity.version }
    const { stated, document, answer } = await stating(deps, entityId, before, body, { at, today })
    const events = [{ type: 'entity-letterhead-stated', ...stated }] as const
    const changed = change('entity', entityId, entity, events, at, { papers: [document] })
    return deps.commits.commit({ metadata, answer: answer(versionAfter(changed)), changes: [changed] })
  }

const getResellerLetterhead =
  (deps: Dependencies): HandlerOf<Routes['getResellerLetterhead']> =>
  async ({ params: { resellerId } }, { who, today }) => {
    const found = isItsOwn(who, resellerId) ? await deps.directory.reseller(who.entityId, resellerId) : undefined
    if (!found) return refuse({ kind: 'not-found', what: 'reseller' })
    const { letterheads = [] } = found.state
    const said = await saidIn(deps, resellerId, letterheads)
    return ok(letterheadsView(letterheads, said, { version: found.version, today }))
  }

const stateResellerLetterhead =
  (deps: Dependencies): HandlerOf<Routes['stateResellerLetterhead']> =>
  async ({ params: { resellerId }, body }, { who, at, today, metadata }) => {
    const found = isItsOwn(who, resellerId) ? await deps.directory.reseller(who.entityId, resellerId) : undefined
    if (!found) return refuse({ kind: 'not-found', what: 'reseller' })
    const before = { letterheads: found.state.letterheads, version: found.version }
    const { stated, document, answer } = await stating(deps, resellerId, before, body, { at, today })
    const decision = decide(found.state, stated)
    if (!decision.ok) return decision
    const changed = change('reseller', resellerId, found, decision.value, at, { papers: [document] })
    return deps.commits.commit({ metadata, answer: answer(versionAfter(changed)), changes: [changed] })
  }

/** The use cases about addresses and representatives of companies. */
export const letterheadsIn = (deps: Dependencies): Pick<HandlersOf<Routes>, keyof typeof letterheadRoutes> => ({
  getLetterhead: getLetterhead(deps),
  stateLetterhead: stateLetterhead(deps),
  getResellerLetterhead: getResellerLetterhead(deps),
  stateResellerLetterhead: stateResellerLetterhead(deps),
})

/** A letterhead stated before is read beside its row; the new one counts from a day to come. */
export const costs: Costs = {
  getLetterhead: { requests: 2, readUnits: 3, writeUnits: 0 },
  stateLetterhead: { requests: 3, readUnits: 2, writeUnits: 11 },
  getResellerLetterhead: { requests: 2, readUnits: 3, writeUnits: 0 },
  stateResellerLetterhead: { requests: 3, readUnits: 2, writeUnits: 12 },
}
