import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { recordEvidence as decideEvidence, type ExistingService } from '../../../shared/domain/service/service.ts'
import type { KeptByPeople } from '../../../shared/standard/model/edition.ts'
import { paperAt } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change, versionAfter } from '../../application/change.ts'
import { editionOf } from '../../../shared/policy/judging.ts'
import { serviceView } from '../../views/directory-views.ts'
import type { Costs } from '../../application/cost.ts'
import { evidenceForm } from '../../papers/files.ts'

/** Duties that people keep, clause by clause, under any edition that a version of the service names. */
const peoplesDuties = (service: ExistingService): readonly (KeptByPeople & { readonly clause: string })[] =>
  [...new Set(service.versions.map(({ edition }) => edition))].flatMap((id) =>
    editionOf(id).clauses.flatMap(({ label, keptBy }) =>
      keptBy.flatMap((keeping) => (keeping.by === 'people' ? { ...keeping, clause: label } : [])),
    ),
  )

/**
 * Puts on record what only people can keep. The evidence document holds what it is; the ledger its clause, day and
 * hash.
 */
export const recordEvidence =
  (deps: Dependencies): HandlerOf<Routes['recordEvidence']> =>
  async ({ params: { serviceId }, body }, { who: { entityId, sub }, at, today, metadata }) => {
    const found = await deps.directory.service(entityId, serviceId)
    if (!found) return refuse({ kind: 'not-found', what: 'service' })
    const { clause, topic, on, validUntil } = body
    const duties = peoplesDuties(found.state)
    const fitting = duties.filter((one) => one.clause === clause && (topic === undefined || one.topic === topic))
    const [duty] = fitting
    if (!duty || fitting.length > 1) {
      return refuse({
        kind: 'does-not-fit',
        what: 'clause',
        given: topic === undefined ? clause : `${clause} ${topic}`,
        needs: duties.map((one) => `${one.clause} ${one.topic}`).join(', ') || 'an edition with clauses people keep',
      })
    }
    const newest = found.state.versions.length
    const { serviceVersion = newest } = body
    if (body.serviceVersion !== undefined && (!duty.ofEachChange || serviceVersion > newest))
      return refuse({
        kind: 'does-not-fit',
        what: 'serviceVersion',
        given: String(serviceVersion),
        needs: `a version from 2 to ${newest}, of a duty that each change has`,
      })
    const ofVersion = duty.ofEachChange && serviceVersion > 1 ? { serviceVersion } : {}
    const paper = paperAt(
      deps.digest,
      'evidence',
      found.version,
      evidenceForm.write({ ...body, topic: duty.topic, recordedBy: sub }),
    )
    const evidence = { clause, topic: duty.topic, ...ofVersion, on, validUntil, sha256: paper.sha256 }
    const decision = decideEvidence(evidence, { today })
    if (!decision.ok) return decision
    const changed = change('service', serviceId, found, decision.value, at, { papers: [paper] })
    return deps.commits.commit({
      metadata,
      answer: serviceView(changed.state as ExistingService, versionAfter(changed)),
      changes: [changed],
    })
  }

export const costs: Costs = {
  recordEvidence: { requests: 2, readUnits: 1, writeUnits: 11 },
}
