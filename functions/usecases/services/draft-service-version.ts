import type { HandlerOf, InputOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { ServiceId } from '../../../shared/domain/ids.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { draftVersion, noService, type ExistingService, type Service } from '../../../shared/domain/service/service.ts'
import { defaultEdition, judgeableEdition } from '../../../shared/standard/index.ts'
import { serviceCode } from '../../ports/unique-keys.ts'
import { fresh, type Versioned } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change, versionAfter } from '../../application/change.ts'
import { numbered } from '../../ports/papers.ts'
import { doubtsInShort, judgeVersion } from '../../../shared/policy/judging.ts'
import { serviceView } from '../../views/directory-views.ts'
import type { Costs } from '../../application/cost.ts'
import { serviceFactsForm } from '../../papers/texts.ts'

type Given = Pick<InputOf<Routes['registerService']>['body'], 'edition' | 'facts'>

/**
 * Decides on the next version of a service: its facts become an evidence document, and the edition says what it objects
 * to.
 */
const drafted = (
  deps: Dependencies,
  { serviceId, entityId, code }: Pick<ExistingService, 'serviceId' | 'entityId' | 'code'>,
  found: Versioned<Service>,
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
  const content = serviceFactsForm.write(facts)
  const factsSha256 = deps.digest(content)
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
  const papers = [{ name: numbered('facts', number), content, sha256: factsSha256 }]
  const changed = change('service', serviceId, found, decision.value, at, { papers })
  const judged = judgeVersion(edition, facts, false)
  const view = serviceView(changed.state as ExistingService, versionAfter(changed))
  return {
    ok: true as const,
    value: { changed, answer: { ...view, breaches: judged.breaches, doubts: doubtsInShort(judged.doubts) } },
  }
}

/** A service begins with its first version. A draft may be in breach; it is told so at once, all breaches together. */
export const registerService =
  (deps: Dependencies): HandlerOf<Routes['registerService']> =>
  async ({ body: { code, ...given } }, { who: { entityId }, at, metadata }) => {
    const serviceId: ServiceId = deps.ids.fresh('svc')
    const claim = serviceCode(entityId, code, serviceId)
    if (await deps.commits.holderOf(claim)) return refuse({ kind: 'already-exists', what: 'code' })
    const draft = drafted(deps, { serviceId, entityId, code }, { state: noService, ...fresh }, given, at)
    if (!draft.ok) return draft
    const { answer, changed } = draft.value
    return deps.commits.commit({ metadata, answer, changes: [changed], claims: [claim] })
  }

export const draftServiceVersion =
  (deps: Dependencies): HandlerOf<Routes['draftServiceVersion']> =>
  async ({ params: { serviceId }, body }, { who: { entityId }, at, metadata }) => {
    const found = await deps.directory.service(entityId, serviceId)
    if (!found) return refuse({ kind: 'not-found', what: 'service' })
    const draft = drafted(deps, found.state, found, body, at)
    if (!draft.ok) return draft
    const { answer, changed } = draft.value
    return deps.commits.commit({ metadata, answer, changes: [changed] })
  }

export const costs: Costs = {
  registerService: { requests: 2, readUnits: 1, writeUnits: 13 },
  draftServiceVersion: { requests: 2, readUnits: 1, writeUnits: 11 },
}
