import type { ServiceId } from '../ids.ts'
import type { Instant, Period, PlainDate } from '../plain-date.ts'
import { withLetterhead, type StatedLetterhead } from '../letterhead.ts'
import type { Breach, Refusal } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import { withHandover } from './handover.ts'
import { requirementCodes, requirementOf, type RequirementCode } from './requirement.ts'
import { unrestricted, withoutRestriction, withRestriction } from './restriction.ts'
import type { Discontinued } from '../discontinued.ts'
import type { ExistingReseller, Reseller, ResellerEvent } from './states.ts'

export const noReseller: Reseller = { stage: 'none' }

export const evolveReseller = (reseller: Reseller, event: ResellerEvent, at: Instant): Reseller => {
  if (event.type === 'reseller-invited') {
    const { resellerId, entityId, code, name, prefecture, dueOn } = event
    const requirements = requirementCodes.map((one) => ({ code: one, dueOn, met: null }))
    return {
      stage: 'invited',
      resellerId,
      entityId,
      code,
      name,
      prefecture,
      requirements,
      corporateNumber: null,
      authorizations: {},
      discontinued: null,
    }
  }
  if (reseller.stage === 'none') return reseller
  switch (event.type) {
    case 'requirement-met':
      return {
        ...reseller,
        corporateNumber: event.corporateNumber ?? reseller.corporateNumber,
        requirements: reseller.requirements.map((one) =>
          one.code === event.code ? { ...one, met: { on: event.on, sha256: event.sha256 } } : one,
        ),
      }
    case 'handover-supplied':
      return { ...reseller, handover: withHandover(reseller, event) }
    case 'drill-run': {
      const { type: _, ...drill } = event
      return { ...reseller, drill }
    }
    case 'reseller-letterhead-stated':
      return { ...reseller, letterheads: withLetterhead(reseller.letterheads, event, at) }
    case 'requirements-found-past-due':
      return { ...reseller, foundPastDue: event.dueOn }
    case 'reseller-approved':
      return { ...reseller, stage: 'active' }
    case 'resale-authorized':
      return withPeriods(reseller, event.serviceId, (periods) => [...periods, event.period])
    case 'resale-authorization-ended':
      return withPeriods(reseller, event.serviceId, (periods) => cutAfter(periods, event.lastDay))
    case 'reseller-restricted':
      return withRestriction(reseller, event, at)
    case 'restriction-lifted':
      return withoutRestriction(reseller, event)
    case 'reseller-discontinued': {
      const { type: _, ...discontinued } = event
      return { ...unrestricted(reseller), stage: 'discontinued', discontinued }
    }
  }
}

const withPeriods = (
  reseller: ExistingReseller,
  serviceId: ServiceId,
  change: (periods: readonly Period[]) => readonly Period[],
): ExistingReseller => ({
  ...reseller,
  authorizations: { ...reseller.authorizations, [serviceId]: change(reseller.authorizations[serviceId] ?? []) },
})

const cutAfter = (periods: readonly Period[], lastDay: PlainDate): readonly Period[] =>
  periods
    .filter(({ from }) => from <= lastDay)
    .map(({ from, until }) => ({ from, until: until !== null && until < lastDay ? until : lastDay }))

const inStage = (
  reseller: ExistingReseller,
  ...needs: ExistingReseller['stage'][]
): Refusal<'wrong-stage'> | undefined =>
  needs.includes(reseller.stage) ? undefined : { kind: 'wrong-stage', what: 'reseller', stage: reseller.stage, needs }

type Decided<Kind extends Refusal['kind']> = Result<readonly ResellerEvent[], Refusal<Kind>>

/** Supplies what a requirement asks for. Supplying it again (a new representative, a renewed pledge) replaces it. */
export const meetRequirement = (
  reseller: ExistingReseller,
  given: {
    readonly code: RequirementCode
    readonly on: PlainDate
    readonly sha256: string
    readonly corporateNumber?: string
  },
): Decided<'wrong-stage'> => {
  const no = inStage(reseller, 'invited', 'active', 'restricted')
  return no ? refuse(no) : ok([{ type: 'requirement-met', ...given }])
}

/** States where it has its address and who represents it, from a day on. One that stopped states nothing any more. */
export const stateLetterhead = (reseller: ExistingReseller, stated: StatedLetterhead): Decided<'wrong-stage'> => {
  const no = inStage(reseller, 'invited', 'active', 'restricted')
  return no ? refuse(no) : ok([{ type: 'reseller-letterhead-stated', ...stated }])
}

/** Approved only when nothing is owed any more. */
export const approveReseller = (reseller: ExistingReseller): Decided<'wrong-stage' | 'incomplete'> => {
  const no = inStage(reseller, 'invited')
  if (no) return refuse(no)
  const missing = reseller.requirements
    .filter(({ met }) => met === null)
    .map(({ code }) => ({ code, suppliedBy: requirementOf[code].suppliedBy, why: requirementOf[code].what }))
  if (missing.length > 0) return refuse({ kind: 'incomplete', what: 'reseller', missing })
  return ok([{ type: 'reseller-approved' }])
}

/**
 * Authorizes the resale of one service for a period, beside the periods already given, when the edition of the service
 * does not object.
 */
export const authorizeResale = (
  reseller: ExistingReseller,
  { serviceId, period }: { readonly serviceId: ServiceId; readonly period: Period },
  { breaches }: { readonly breaches: readonly Breach[] },
): Decided<'wrong-stage' | 'out-of-order' | 'breaches-standard'> => {
  const no = inStage(reseller, 'active', 'restricted')
  if (no) return refuse(no)
  if (period.until !== null && period.until < period.from) {
    return refuse({ kind: 'out-of-order', what: 'until', given: period.until, notBefore: period.from })
  }
  if (breaches.length > 0) return refuse({ kind: 'breaches-standard', breaches })
  return ok([{ type: 'resale-authorized', serviceId, period }])
}

/** Ends what a reseller is authorized for in one service with a last day. Contracts signed until then stand. */
export const endAuthorization = (
  reseller: ExistingReseller,
  { serviceId, lastDay }: { readonly serviceId: ServiceId; readonly lastDay: PlainDate },
): Decided<'wrong-stage' | 'not-found' | 'out-of-order'> => {
  const no = inStage(reseller, 'active', 'restricted')
  if (no) return refuse(no)
  const [first] = (reseller.authorizations[serviceId] ?? []).map(({ from }) => from).toSorted()
  if (!first) return refuse({ kind: 'not-found', what: 'authorization' })
  if (lastDay < first) return refuse({ kind: 'out-of-order', what: 'lastDay', given: lastDay, notBefore: first })
  return ok([{ type: 'resale-authorization-ended', serviceId, lastDay }])
}

/** 第2章1.(10): from this instant nothing is signed through the reseller, and the implementing entity answers. */
export const discontinueReseller = (reseller: ExistingReseller, discontinued: Discontinued): Decided<'wrong-stage'> => {
  const no = inStage(reseller, 'active', 'restricted')
  return no ? refuse(no) : ok([{ type: 'reseller-discontinued', ...discontinued }])
}
