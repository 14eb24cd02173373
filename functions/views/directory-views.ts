import type * as z from 'zod'
import type { OperationView } from '../../shared/api/views/operation.ts'
import type { DiscontinuanceView, ListedDiscontinuanceView } from '../../shared/api/views/discontinuance.ts'
import type { ResellerView } from '../../shared/api/views/reseller.ts'
import type { ServiceView } from '../../shared/api/views/service.ts'
import { knownOnOf } from '../../shared/domain/discontinuance/proposing.ts'
import { stageAt } from '../../shared/domain/discontinuance/window.ts'
import type { ServiceId } from '../../shared/domain/ids.ts'
import type { Instant, PlainDate } from '../../shared/domain/plain-date.ts'
import { exportKeptThrough, type ExistingOperation } from '../../shared/domain/platform/operation.ts'
import { requirementOf, stageOfRequirement } from '../../shared/domain/reseller/requirement.ts'
import { drillDueOn } from '../../shared/domain/reseller/drill.ts'
import { readinessFactsOn, scoreTenths } from '../../shared/domain/reseller/readiness.ts'
import type { ExistingService } from '../../shared/domain/service/service.ts'
import type { ExistingReseller } from '../../shared/domain/reseller/states.ts'
import type { ExistingDiscontinuance } from '../../shared/domain/discontinuance/states.ts'
import type { NamesBySub } from '../ports/people.ts'
import { personBySub } from './person-shown.ts'

export const serviceView = (service: ExistingService, version: number): z.input<typeof ServiceView> => ({
  serviceId: service.serviceId,
  entityId: service.entityId,
  version,
  code: service.code,
  monitoringType: service.monitoringType,
  versions: [...service.versions],
  registration: service.registration,
  evidence: [...service.evidence],
})

const readinessInShort = (reseller: ExistingReseller, today: PlainDate): z.input<typeof ResellerView>['readiness'] => ({
  score: scoreTenths(readinessFactsOn(reseller, today)) / 10,
  drilledOn: reseller.drill?.on ?? null,
  drillDue: drillDueOn(reseller.drill, today),
})

export const resellerView = (
  reseller: ExistingReseller,
  version: number,
  today: PlainDate,
): z.input<typeof ResellerView> => ({
  resellerId: reseller.resellerId,
  entityId: reseller.entityId,
  version,
  stage: reseller.stage,
  code: reseller.code,
  name: reseller.name,
  prefecture: reseller.prefecture,
  corporateNumber: reseller.corporateNumber,
  requirements: reseller.requirements.map((requirement) => ({
    code: requirement.code,
    ...requirementOf[requirement.code],
    dueOn: requirement.dueOn,
    stage: stageOfRequirement(requirement, today),
    metOn: requirement.met?.on ?? null,
  })),
  authorizations: Object.entries(reseller.authorizations).map(([serviceId, periods]) => ({
    serviceId: serviceId as ServiceId,
    periods: [...periods],
  })),
  restrictedSince: reseller.restrictedSince ?? null,
  restrictedFor: reseller.restrictedFor ?? null,
  readiness: readinessInShort(reseller, today),
  discontinued: reseller.discontinued,
})

/** A case as it stands at a moment. */
export const discontinuanceView = (
  state: ExistingDiscontinuance,
  version: number,
  now: Instant,
): z.input<typeof DiscontinuanceView> => {
  const {
    statementSha256: _,
    obligations: _obligations,
    setbacks: _setbacks,
    tallyAskedAt: _askedAt,
    proposedBy: _proposedBy,
    reports,
    concernId = null,
    restriction = null,
    ...shown
  } = state
  return {
    ...shown,
    knownOn: knownOnOf(state),
    concernId,
    restriction,
    stage: stageAt(state, now),
    reports: [...reports],
    version,
  }
}

/** The same with who proposed it. */
export const listedDiscontinuanceView = (
  state: ExistingDiscontinuance,
  version: number,
  now: Instant,
  names: NamesBySub,
): z.input<typeof ListedDiscontinuanceView> => ({
  ...discontinuanceView(state, version, now),
  proposedBy: personBySub(state.proposedBy, names),
})

/** An operation with how far it is, and how long the rest will take at the pace it has had. */
export const operationView = (operation: ExistingOperation): z.input<typeof OperationView> => {
  const { steps: _, listed: _listed, clearedOn = null, discontinuanceId = null, ...shown } = operation
  const keptThrough = exportKeptThrough(operation)
  const left = shown.total === null ? null : shown.total - shown.done
  const tookMs = Date.parse(shown.advancedAt) - Date.parse(shown.acceptedAt)
  const perMs = tookMs > 0 && shown.done > 0 ? shown.done / tookMs : null
  return {
    ...shown,
    discontinuanceId,
    left,
    files: keptThrough && { keptThrough, goneOn: clearedOn },
    perMinute: perMs === null ? null : Math.round(perMs * 60_000),
    secondsLeft: left === 0 ? 0 : perMs === null || left === null ? null : Math.ceil(left / perMs / 1_000),
  }
}
