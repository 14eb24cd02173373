import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import { numbered } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { detailsOf, identitySeen, lookAlikes, seesIdentity } from '../../application/contracts/sme-identities.ts'
import { unreadableFor } from '../../application/unreadable-for.ts'
import { listedSmeIdentityView, peopleOfIdentities } from '../../views/sme-identity-view.ts'
import type { Costs } from '../../application/cost.ts'
import { verificationForm } from '../../papers/sme-identities.ts'
import { reasonForm } from '../../papers/statements.ts'

export const listSmeIdentities =
  (deps: Dependencies): HandlerOf<Routes['listSmeIdentities']> =>
  async ({ query: { stage } }, { who }) => {
    const identities = await deps.directory.smeIdentities(who.entityId)
    const seen = identities.items.filter(({ state }) => seesIdentity(who, state) && (!stage || state.stage === stage))
    const names = await deps.people.namesOf(peopleOfIdentities(seen.map(({ state }) => state)), who)
    const items = await Promise.all(
      seen.map(async ({ state, version }) =>
        listedSmeIdentityView(state, version, await detailsOf(deps, state), names),
      ),
    )
    return ok({ items, unreadable: unreadableFor(who, identities.unreadable), nextCursor: null })
  }

/** An identity with how it was verified, and for the implementing entity those who look alike today. */
export const getSmeIdentity =
  (deps: Dependencies): HandlerOf<Routes['getSmeIdentity']> =>
  async ({ params: { smeId } }, { who }) => {
    const found = await identitySeen(deps, who, smeId)
    if (!found) return refuse({ kind: 'not-found', what: 'smeIdentity' })
    const { state, version } = found
    const paper = (name: string) => deps.ledger.paper(smeId, numbered(name, 2))
    const [details, verification, declined, names] = await Promise.all([
      detailsOf(deps, state),
      state.verifiedOn === null ? null : paper('verification').then(verificationForm.read),
      state.stage === 'declined' ? paper('decline').then(reasonForm.read) : null,
      deps.people.namesOf(peopleOfIdentities([state]), who),
    ])
    const alike = 'resellerId' in who ? null : await lookAlikes(deps, state, details)
    return ok({
      ...listedSmeIdentityView(state, version, details, names),
      verification: verification && { ...verification, acknowledged: [...verification.acknowledged] },
      reason: declined?.reason ?? null,
      lookAlikes: alike && alike.map((one) => ({ ...one })),
    })
  }

/** One identity in the list; each more is a request. Read by the implementing entity, with nobody who looks alike. */
export const costs: Costs = {
  listSmeIdentities: { requests: 5, readUnits: 6, writeUnits: 0 },
  getSmeIdentity: { requests: 9, readUnits: 9, writeUnits: 0 },
}
