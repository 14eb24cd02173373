import type { HandlerOf, InputOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { ServiceId } from '../../../shared/domain/ids.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { draftVersion, noService, type KeptService, type Service } from '../../../shared/domain/service/service.ts'
import { defaultEdition, judgeableEdition } from '../../../shared/standard/index.ts'
import { serviceCode } from '../../ports/claims.ts'
import { fresh, type Kept } from '../../ports/records.ts'
import type { World } from '../../ports/world.ts'
import { change, versionAfter } from '../../application/change.ts'
import { numbered } from '../../ports/papers.ts'
import { doubtsInShort, judgeVersion } from '../../../shared/policy/judging.ts'
import { serviceView } from '../../views/directory-views.ts'
import type { Costs } from '../../application/cost.ts'

type Given = Pick<InputOf<Routes['registerService']>['body'], 'edition' | 'facts'>

/** Decides on the next version of a service: its facts become a paper, and the edition says what it objects to. */
const drafted = (
  world: World,
  { serviceId, entityId, code }: Pick<KeptService, 'serviceId' | 'entityId' | 'code'>,
  found: Kept<Service>,
  { edition: named = defaultEdition, facts }: Given,
  at: Parameters<typeof change>[4],
) => {
  const edition = judgeableEdition(named)
  if (!edition)
    return refuse({
      kind: 'does-not-fit' as const,
      what: 'edition',
      given: named,
      needs: 'an edition under /v1/standards whose whole text is known',
    })
  const factsSha256 = world.digest(facts)
  const decision = draftVersion(found.state, {
    serviceId,
    entityId,
    code,
    factsSha256,
    monitoringType: facts.monitoringType,
    edition: edition.id,
  })
  if (!decision.ok) return decision

  const number = found.state.stage === 'kept' ? found.state.versions.length + 1 : 1
  const papers = [{ name: numbered('facts', number), content: facts, sha256: factsSha256 }]
  const changed = change('service', serviceId, found, decision.value, at, { papers })
  const judged = judgeVersion(edition, facts, false)
  const view = serviceView(changed.state as KeptService, versionAfter(changed))
  return {
    ok: true as const,
    value: { changed, answer: { ...view, breaches: judged.breaches, doubts: doubtsInShort(judged.doubts) } },
  }
}

/** A service begins with its first version. A draft may be in breach; it is told so at once, all breaches together. */
export const registerService =
  (world: World): HandlerOf<Routes['registerService']> =>
  async ({ body: { code, ...given } }, { who: { entityId }, at, stamp }) => {
    const serviceId: ServiceId = world.ids.fresh('svc')
    const claim = serviceCode(entityId, code, serviceId)
    if (await world.commits.holderOf(claim)) return refuse({ kind: 'already-exists', what: 'code' })
    const draft = drafted(world, { serviceId, entityId, code }, { state: noService, ...fresh }, given, at)
    if (!draft.ok) return draft
    const { answer, changed } = draft.value
    return world.commits.commit({ stamp, answer, changes: [changed], claims: [claim] })
  }

export const draftServiceVersion =
  (world: World): HandlerOf<Routes['draftServiceVersion']> =>
  async ({ params: { serviceId }, body }, { who: { entityId }, at, stamp }) => {
    const found = await world.directory.service(entityId, serviceId)
    if (!found) return refuse({ kind: 'not-found', what: 'service' })
    const draft = drafted(world, found.state, found, body, at)
    if (!draft.ok) return draft
    const { answer, changed } = draft.value
    return world.commits.commit({ stamp, answer, changes: [changed] })
  }

export const costs: Costs = {
  registerService: { requests: 2, readUnits: 1, writeUnits: 10 },
  draftServiceVersion: { requests: 2, readUnits: 1, writeUnits: 8 },
}
