import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { gateOfService } from '../../../shared/domain/service/gate.ts'
import {
  publishVersion,
  recordRegistration as decideRegistration,
  type KeptService,
} from '../../../shared/domain/service/service.ts'
import { judge } from '../../../shared/standard/index.ts'
import type { World } from '../../ports/world.ts'
import { change, versionAfter } from '../change.ts'
import { editionOf } from '../judging.ts'
import { serviceView } from '../views/directory-views.ts'
import type { Costs } from '../cost.ts'

/** Publishes a version its edition does not object to, on all gates of the service at once. */
export const publishServiceVersion =
  ({ directory, facts, commits }: World): HandlerOf<Routes['publishServiceVersion']> =>
  async ({ params: { serviceId, number }, body: { offeredFrom } }, { who: { entityId }, at, stamp }) => {
    const found = await directory.service(entityId, serviceId)
    const version = found?.state.versions.find((one) => one.number === number)
    if (!found || !version) return refuse({ kind: 'not-found', what: 'serviceVersion' })

    const breaches = judge(editionOf(version.edition), 'service-version', await facts(serviceId, number))
    const decision = publishVersion(found.state, { number, offeredFrom }, { breaches })
    if (!decision.ok) return decision
    const changed = change('service', serviceId, found, decision.value, at)
    const after = changed.state as KeptService
    return commits.commit({
      stamp,
      answer: serviceView(after, versionAfter(changed)),
      changes: [changed],
      gates: [gateOfService(after, versionAfter(changed))],
    })
  }

/** Records the registration, on all gates of the service at once: nothing is signed outside its days. */
export const recordRegistration =
  ({ directory, commits }: World): HandlerOf<Routes['recordRegistration']> =>
  async ({ params: { serviceId }, body }, { who: { entityId }, at, stamp }) => {
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
    const after = changed.state as KeptService
    return commits.commit({
      stamp,
      answer: serviceView(after, versionAfter(changed)),
      changes: [changed],
      gates: [gateOfService(after, versionAfter(changed))],
    })
  }

export const costs: Costs = {
  publishServiceVersion: { requests: 3, readUnits: 2, writeUnits: 38 },
  recordRegistration: { requests: 3, readUnits: 2, writeUnits: 38 },
}
