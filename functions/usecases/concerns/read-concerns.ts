import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { ExistingConcern } from '../../../shared/domain/discontinuance/concern.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import { numbered } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Seller } from '../../application/contracts/contract-access.ts'
import { unreadableFor } from '../../application/unreadable-for.ts'
import { peopleAmong } from '../../views/person-shown.ts'
import { writerShown } from '../../views/written.ts'
import { concernView } from '../../views/concern-view.ts'
import type { Costs } from '../../application/cost.ts'
import { reasonForm, statementForm } from '../../papers/statements.ts'

/** The implementing entity sees all about its resellers; a reseller sees what it said itself. */
const sees = (who: Seller, { resellerId, cause }: ExistingConcern): boolean =>
  !('resellerId' in who) || (cause === 'told' && resellerId === who.resellerId)

export const listConcerns =
  ({ directory }: Dependencies): HandlerOf<Routes['listConcerns']> =>
  async ({ query: { stage, cause, resellerId } }, { who }) => {
    const concerns = await directory.concerns(who.entityId)
    const items = concerns.items
      .filter(({ state }) => sees(who, state))
      .map(({ state, version }) => concernView(state, version))
      .filter(
        (one) =>
          (!stage || one.stage === stage) &&
          (!cause || one.cause === cause) &&
          (!resellerId || one.resellerId === resellerId),
      )
    return ok({ items, unreadable: unreadableFor(who, concerns.unreadable), nextCursor: null })
  }

export const getConcern =
  ({ directory, ledger, people }: Dependencies): HandlerOf<Routes['getConcern']> =>
  async ({ params: { concernId } }, { who }) => {
    const found = await directory.concern(who.entityId, concernId)
    if (!found || !sees(who, found.state)) return refuse({ kind: 'not-found', what: 'concern' })
    const { state, version } = found
    const [said, dismissal, events] = await Promise.all([
      ledger.paper(concernId, numbered('statement', 1)),
      state.stage === 'dismissed' ? ledger.paper(concernId, numbered('dismissal', version)) : null,
      ledger.eventsOf(concernId),
    ])
    const names = await people.namesOf(peopleAmong(events.map(({ actor }) => actor)), who)
    const [raised] = events
    if (!raised) throw new Error(`${concernId} lost its first event`)
    const decided = events.findLast(({ event }) => event.type !== 'concern-raised')
    const { statement } = statementForm.read(said)
    const reason = dismissal && reasonForm.read(dismissal).reason
    return ok({
      ...concernView(state, version),
      statement,
      reason,
      raisedBy: writerShown(raised.actor, names),
      decidedBy: decided ? writerShown(decided.actor, names) : null,
    })
  }

export const costs: Costs = {
  listConcerns: { requests: 1, readUnits: 1, writeUnits: 0 },
  getConcern: { requests: 5, readUnits: 5, writeUnits: 0 },
}
