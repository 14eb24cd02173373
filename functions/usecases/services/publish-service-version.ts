import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { gateOfService } from '../../../shared/domain/service/guard.ts'
import {
  publishVersion,
  recordRegistration as decideRegistration,
  type ExistingService,
} from '../../../shared/domain/service/service.ts'
import { judge, judgeAnew } from '../../../shared/standard/index.ts'
import { evidenceAlone, paperAt } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change, versionAfter } from '../../application/change.ts'
import { editionOf } from '../../../shared/policy/judging.ts'
import { serviceView } from '../../views/directory-views.ts'
import type { Costs } from '../../application/cost.ts'
import { changeTo } from '../../application/tenants/service-change.ts'

/** Publishes a version its edition does not object to, on all guards of the service at once. */
export const publishServiceVersion =
  (deps: Dependencies): HandlerOf<Routes['publishServiceVersion']> =>
  async ({ params: { serviceId, number }, body: { offeredFrom, change: given } }, { who, at, metadata }) => {
    const { directory, facts, commits } = deps
    const found = await directory.service(who.entityId, serviceId)
    const version = found?.state.versions.find((one) => one.number === number)
    if (!found || !version) return refuse({ kind: 'not-found', what: 'serviceVersion' })
    if (given && number === 1)
      return refuse({ kind: 'does-not-fit', what: 'change', given: given.kind, needs: 'a version after the first' })

    const edition = editionOf(version.edition)
    const differs = await changeTo(deps, found.state, number, given?.kind ?? null)
    const breaches = [
      ...judgeAnew(edition, 'service-version', await facts(serviceId, number)),
      ...(differs ? judge(edition, 'service-change', differs) : []),
    ]
    const paper = given && paperAt(deps.digest, 'change', found.version, evidenceAlone(given))
    const said = given && paper ? { kind: given.kind, changeSha256: paper.sha256 } : null
    const decision = publishVersion(found.state, { number, offeredFrom, change: said }, { breaches })
    if (!decision.ok) return decision
    const changed = change('service', serviceId, found, decision.value, at, { papers: paper ? [paper] : [] })
    const after = changed.state as ExistingService
    return commits.commit({
      metadata,
      answer: serviceView(after, versionAfter(changed)),
      changes: [changed],
      gates: [gateOfService(after, versionAfter(changed))],
    })
  }

/** Records the registration, on all guards of the service at once: nothing is signed outside its days. */
export const recordRegistration =
  ({ directory, commits }: Dependencies): HandlerOf<Routes['recordRegistration']> =>
  async ({ params: { serviceId }, body }, { who: { entityId }, at, metadata }) => {
    const found = await directory.service(entityId, serviceId)
    if (!found) return refuse({ kind: 'not-found', what: 'service' })
    if (!(await directory.registrationBody(body.registrationBodyId))) {
      return refuse({
        kind: 'does-not-fit',
        what: 'registrationBodyId',
        given: body.registrationBodyId,
        needs: 'a registration body listed under /v1/registration-bodies',
      })
    }
    const decision = decideRegistration(found.state, body)
    if (!decision.ok) return decision
    const changed = change('service', serviceId, found, decision.value, at)
    const after = changed.state as ExistingService
    return commits.commit({
      metadata,
      answer: serviceView(after, versionAfter(changed)),
      changes: [changed],
      gates: [gateOfService(after, versionAfter(changed))],
    })
  }

export const costs: Costs = {
  publishServiceVersion: { requests: 3, readUnits: 2, writeUnits: 41 },
  recordRegistration: { requests: 3, readUnits: 2, writeUnits: 41 },
}
