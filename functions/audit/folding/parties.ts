import { dayInJapan } from '../reading/fields/days.ts'
import type { Instant } from '../shapes/ids.ts'
import type {
  Entity,
  EntityEvent,
  Member,
  MemberEvent,
  RegistrationBody,
  RegistrationBodyEvent,
  StatedLetterhead,
} from '../shapes/platform.ts'
import type { KeptReseller, Reseller, ResellerEvent } from '../shapes/reseller.ts'
import type { Service, ServiceEvent } from '../shapes/service.ts'

/** Letterheads from the one in force at an instant on, after one was stated from a day on. */
const heads = (
  kept: readonly StatedLetterhead[] = [],
  { from, sha256, paper }: StatedLetterhead,
  at: Instant,
): readonly StatedLetterhead[] => {
  const until = kept.filter((one) => one.from < from)
  const all = [...until, { from, sha256, paper }]
  const past = all.filter((one) => one.from <= dayInJapan(at))
  return all.slice(Math.max(0, past.length - 1))
}

/** An implementing entity after an event. */
export const foldEntity = (entity: Entity, event: EntityEvent, at: Instant): Entity => {
  if (event.type === 'entity-registered') {
    const { entityId, name, corporateNumber } = event
    return { stage: 'kept', entityId, name, corporateNumber }
  }
  if (entity.stage === 'none') return entity
  if (event.type === 'retention-years-set') return { ...entity, retentionYears: event.years }
  if (event.type === 'approval-window-set') return { ...entity, approvalWindowHours: event.hours }
  if (event.type === 'entity-letterhead-stated') return { ...entity, letterheads: heads(entity.letterheads, event, at) }
  const { days, noticeSha256 } = event
  return {
    ...entity,
    obligationSettings: { days, noticeSha256, notices: 1 + (entity.obligationSettings?.notices ?? 0) },
  }
}

/** A registration body after an event. */
export const foldRegistrationBody = (_: RegistrationBody, event: RegistrationBodyEvent): RegistrationBody => ({
  stage: 'kept',
  registrationBodyId: event.registrationBodyId,
  name: event.name,
})

const stageAfter = {
  'member-accepted': 'kept',
  'member-reinstated': 'kept',
  'member-suspended': 'suspended',
  'member-removed': 'removed',
} as const

/** A member after an event. Whoever was named before there were invitations was a member at once, and since nobody says when. */
export const foldMember = (member: Member, event: MemberEvent, at: Instant): Member => {
  if (event.type === 'member-named')
    return event.invited
      ? { stage: 'invited', sub: event.sub, membership: event.membership, since: at }
      : { stage: 'kept', sub: event.sub, membership: event.membership }
  if (member.stage === 'none') throw new Error('an event of nobody')
  if (event.type === 'member-role-changed') return { ...member, membership: event.membership }
  if (event.type === 'member-erased') return { ...member, erased: true }
  return { stage: stageAfter[event.type], sub: member.sub, membership: member.membership, since: at }
}

const evidenceOfADuty = 5

/** A service after an event. */
export const foldService = (service: Service, event: ServiceEvent): Service => {
  if (event.type === 'service-version-drafted') {
    const { serviceId, entityId, code, monitoringType, number, edition, factsSha256 } = event
    const versions = [
      ...(service.stage === 'none' ? [] : service.versions),
      { number, edition, factsSha256, offeredFrom: null, change: null },
    ]
    if (service.stage !== 'none') return { ...service, versions }
    return { stage: 'kept', serviceId, entityId, code, monitoringType, versions, registration: null, evidence: [] }
  }
  if (service.stage === 'none') return service
  if (event.type === 'service-registered') return { ...service, registration: event.registration }
  if (event.type === 'service-version-published') {
    const { number, offeredFrom, change } = event
    return {
      ...service,
      versions: service.versions.map((one) => (one.number === number ? { ...one, offeredFrom, change } : one)),
    }
  }
  const { evidence: one } = event
  const alike = service.evidence.filter(({ clause, topic }) => clause === one.clause && topic === one.topic)
  const dropped = new Set(alike.slice(0, Math.max(0, alike.length + 1 - evidenceOfADuty)))
  return { ...service, evidence: [...service.evidence.filter((kept) => !dropped.has(kept)), one] }
}

const owedByResellers = [
  'corporateNumber',
  'representative',
  'contact',
  'pledge',
  'training',
  'resaleAgreement',
] as const
const handoverOrder = [
  'contactList',
  'deviceInventory',
  'credentialsCustody',
  'insuranceCertificates',
  'openIncidents',
  'supportHistory',
]

const free = ({ restrictedSince: _, restrictedFor: __, ...rest }: KeptReseller): KeptReseller => rest

type Of<Type extends ResellerEvent['type']> = Extract<ResellerEvent, { type: Type }>

const restricted = (reseller: KeptReseller, { proposal }: Of<'reseller-restricted'>, at: Instant): KeptReseller => {
  const now: KeptReseller = { ...reseller, stage: 'restricted', restrictedSince: reseller.restrictedSince ?? at }
  if (proposal) {
    const { discontinuanceId, ground, occurredOn, concernId, by, until } = proposal
    const factsActedOn = [...(reseller.factsActedOn ?? []), { ground, occurredOn, concernId, by }]
    return {
      ...now,
      restrictedFor: { discontinuanceId, alone: reseller.stage === 'active', ...(until ? { until } : {}) },
      factsActedOn,
    }
  }
  return reseller.restrictedFor ? { ...now, restrictedFor: { ...reseller.restrictedFor, alone: false } } : now
}

const lifted = (reseller: KeptReseller, event: Of<'restriction-lifted'>): KeptReseller => {
  if (!event.stillRestricted) return { ...free(reseller), stage: 'active' }
  const { restrictedFor, ...rest } = reseller
  // The proposal's falls and a person's stands, or the other way round.
  return event.discontinuanceId || !restrictedFor ? rest : { ...rest, restrictedFor: { ...restrictedFor, alone: true } }
}

const supplied = (reseller: KeptReseller, { type: _, ...item }: Of<'handover-supplied'>): KeptReseller => {
  const handover = [...(reseller.handover ?? []).filter(({ code }) => code !== item.code), item]
  return {
    ...reseller,
    handover: handover.toSorted((one, other) => handoverOrder.indexOf(one.code) - handoverOrder.indexOf(other.code)),
  }
}

/** A reseller after an event. */
export const foldReseller = (reseller: Reseller, event: ResellerEvent, at: Instant): Reseller => {
  if (event.type === 'reseller-invited') {
    const { resellerId, entityId, code, name, prefecture, dueOn } = event
    return {
      stage: 'invited',
      resellerId,
      entityId,
      code,
      name,
      prefecture,
      corporateNumber: null,
      requirements: owedByResellers.map((owed) => ({ code: owed, dueOn, met: null })),
      authorizations: {},
      discontinued: null,
    }
  }
  if (reseller.stage === 'none') return reseller
  switch (event.type) {
    case 'requirement-met': {
      const { code, on, sha256, corporateNumber = reseller.corporateNumber } = event
      const requirements = reseller.requirements.map((one) =>
        one.code === code ? { ...one, met: { on, sha256 } } : one,
      )
      return { ...reseller, corporateNumber, requirements }
    }
    case 'handover-supplied':
      return supplied(reseller, event)
    case 'drill-run': {
      const { type: _, ...drill } = event
      return { ...reseller, drill }
    }
    case 'reseller-letterhead-stated':
      return { ...reseller, letterheads: heads(reseller.letterheads, event, at) }
    case 'requirements-found-past-due':
      return { ...reseller, foundPastDue: event.dueOn }
    case 'reseller-approved':
      return { ...reseller, stage: 'active' }
    case 'resale-authorized': {
      const before = reseller.authorizations[event.serviceId] ?? []
      return {
        ...reseller,
        authorizations: { ...reseller.authorizations, [event.serviceId]: [...before, event.period] },
      }
    }
    case 'resale-authorization-ended': {
      const { serviceId, lastDay } = event
      const begun = (reseller.authorizations[serviceId] ?? []).filter(({ from }) => from <= lastDay)
      const cut = begun.map(({ from, until }) => ({ from, until: until === null || until > lastDay ? lastDay : until }))
      return { ...reseller, authorizations: { ...reseller.authorizations, [serviceId]: cut } }
    }
    case 'reseller-restricted':
      return restricted(reseller, event, at)
    case 'restriction-lifted':
      return lifted(reseller, event)
    case 'reseller-discontinued': {
      const { type: _, ...discontinued } = event
      return { ...free(reseller), stage: 'discontinued', discontinued }
    }
  }
}
