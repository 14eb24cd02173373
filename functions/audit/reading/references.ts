import type { ContractEvent } from '../shapes/contract-events.ts'
import type { ConcernEvent } from '../shapes/case.ts'
import type { DiscontinuanceEvent } from '../shapes/case.ts'
import type { SubmissionEvent } from '../shapes/case.ts'
import type { ExceptionEvent } from '../shapes/papers.ts'
import type { MemberEvent, Membership } from '../shapes/platform.ts'
import type { OperationEvent } from '../shapes/platform.ts'
import type { RedisclosureEvent } from '../shapes/papers.ts'
import type { ResellerEvent } from '../shapes/reseller.ts'
import type { ServiceEvent } from '../shapes/service.ts'
import { contractRefersTo, paper, party, type Reference } from './contract-references.ts'
import type { SmeIdentityEvent } from '../shapes/sme.ts'
import type { Entry } from './entries.ts'
import { archiveRefersTo } from './references-of-archives.ts'
import { identityRefersTo } from './references-of-identities.ts'
import { fileRefersTo } from './references-of-files.ts'

const authority = (to: string): readonly Reference[] => (to === 'ipa' ? [] : [{ to: 'registrationBody', id: to }])

const caseRefersTo = (event: DiscontinuanceEvent, entityId: string): readonly Reference[] => {
  switch (event.type) {
    case 'discontinuance-proposed':
      return [
        { to: 'entity', id: entityId },
        { to: 'reseller', id: event.resellerId, of: entityId },
        paper(event.statementSha256),
      ]
    case 'discontinuance-approved':
      return event.reports.flatMap(({ submissionId, to }): readonly Reference[] => [
        { to: 'submission', id: submissionId, of: entityId },
        ...authority(to),
      ])
    case 'obligation-fulfilled':
      // Evidence of what the platform fulfils itself is a report's own document, or the ledgers of contracts.
      return event.by === 'person' && event.evidenceSha256 !== null ? [paper(event.evidenceSha256)] : []
    case 'obligation-waived':
      return [paper(event.reasonSha256)]
    case 'obligation-escalated':
      return [{ to: 'entity', id: event.entityId }]
    default:
      return []
  }
}

const concernRefersTo = (event: ConcernEvent, entityId: string): readonly Reference[] => {
  switch (event.type) {
    case 'concern-raised':
      return [{ to: 'reseller', id: event.resellerId, of: entityId }, paper(event.statementSha256)]
    case 'concern-dismissed':
      return [paper(event.reasonSha256)]
    case 'concern-proposed':
      return [{ to: 'discontinuance', id: event.discontinuanceId, of: entityId }]
  }
}

/** Subject of a submission. A report of a difficulty is about a case: one that names none refers to nothing there is. */
const subjectOf = (
  { kind = 'difficultyReport', discontinuanceId, serviceId }: Extract<SubmissionEvent, { type: 'submission-drafted' }>,
  of: string,
): readonly Reference[] => [
  ...(kind === 'difficultyReport' || discontinuanceId !== undefined
    ? [{ to: 'discontinuance' as const, id: discontinuanceId ?? '', of }]
    : []),
  ...(serviceId === undefined ? [] : [{ to: 'service' as const, id: serviceId, of }]),
]

const submissionRefersTo = (event: SubmissionEvent, entityId: string): readonly Reference[] => {
  switch (event.type) {
    case 'submission-drafted':
      return [
        { to: 'entity', id: entityId },
        ...subjectOf(event, entityId),
        ...authority(event.to),
        paper(event.contentSha256),
      ]
    case 'submission-sent':
      return [paper(event.contentSha256)]
    case 'submission-returned':
      return [paper(event.reasonSha256)]
    default:
      return []
  }
}

const resellerRefersTo = (event: ResellerEvent, entityId: string): readonly Reference[] => {
  switch (event.type) {
    case 'reseller-invited':
      return [{ to: 'entity', id: entityId }, paper(event.invitationSha256)]
    case 'requirement-met':
    case 'handover-supplied':
    case 'reseller-letterhead-stated':
      return [paper(event.sha256)]
    case 'drill-run':
      return [{ to: 'operation', id: event.operationId, of: entityId }, paper(event.sha256)]
    case 'reseller-restricted': {
      const { proposal } = event
      if (!proposal) return [paper(event.reasonSha256)]
      const { discontinuanceId, concernId } = proposal
      return [
        paper(event.reasonSha256),
        { to: 'discontinuance', id: discontinuanceId, of: entityId },
        ...(concernId ? [{ to: 'concern', id: concernId, of: entityId } as const] : []),
      ]
    }
    case 'restriction-lifted':
      return [
        paper(event.reasonSha256),
        ...(event.discontinuanceId
          ? [{ to: 'discontinuance', id: event.discontinuanceId, of: entityId } as const]
          : []),
      ]
    case 'resale-authorized':
    case 'resale-authorization-ended':
      return [{ to: 'service', id: event.serviceId, of: entityId }]
    case 'reseller-discontinued':
      return [{ to: 'discontinuance', id: event.discontinuanceId, of: entityId }]
    default:
      return []
  }
}

const serviceRefersTo = (event: ServiceEvent): readonly Reference[] => {
  switch (event.type) {
    case 'service-version-drafted':
      return [{ to: 'entity', id: event.entityId }, paper(event.factsSha256)]
    case 'service-version-published':
      return event.changeSha256 === null ? [] : [paper(event.changeSha256)]
    case 'evidence-recorded':
      return [paper(event.evidence.sha256)]
    case 'service-registered':
      return [{ to: 'registrationBody', id: event.registration.registrationBodyId }]
    default:
      return []
  }
}

const memberRefersTo = (event: MemberEvent): readonly Reference[] => [
  ...('elsewhereSha256' in event && event.elsewhereSha256 ? [paper(event.elsewhereSha256)] : []),
  ...('reasonSha256' in event && event.reasonSha256 ? [paper(event.reasonSha256)] : []),
  ...('membership' in event ? membershipRefersTo(event.membership) : []),
]

const membershipRefersTo = (membership: Membership): readonly Reference[] => {
  switch (membership.role) {
    case 'operator':
    case 'ipa':
      return []
    case 'registrationBody':
      return authority(membership.registrationBodyId)
    case 'resellerAdmin':
    case 'resellerStaff':
      return [{ to: 'reseller', id: membership.resellerId, of: membership.entityId }]
    default:
      return [{ to: 'entity', id: membership.entityId }]
  }
}

const operationRefersTo = (event: OperationEvent): readonly Reference[] => {
  switch (event.type) {
    case 'operation-accepted':
      return [
        { to: 'entity', id: event.entityId },
        ...(event.discontinuanceId === undefined
          ? []
          : [{ to: 'discontinuance', id: event.discontinuanceId, of: event.entityId } as const]),
      ]
    case 'export-cleared':
      return [{ to: 'entity', id: event.entityId }]
    case 'operation-listed':
      return [paper(event.listedSha256)]
    case 'operation-advanced':
      return [paper(event.resultsSha256)]
    default:
      return []
  }
}

const exceptionRefersTo = (event: ExceptionEvent): readonly Reference[] => {
  switch (event.type) {
    case 'exception-asked': {
      const { entityId, serviceId, seller, groundSha256, evidenceSha256, burdenSha256 } = event
      return [
        { to: 'service', id: serviceId, of: entityId },
        party(seller, entityId),
        ...[groundSha256, evidenceSha256, burdenSha256].map(paper),
      ]
    }
    case 'exception-declined':
    case 'exception-withdrawn':
      return [paper(event.reasonSha256)]
    default:
      return []
  }
}

const redisclosureRefersTo = (event: RedisclosureEvent): readonly Reference[] => {
  switch (event.type) {
    case 'redisclosure-opened':
      return [{ to: 'service', id: event.serviceId, of: event.entityId }]
    case 'redisclosure-noted':
      return [paper(event.noteSha256)]
    default:
      return []
  }
}

/** All that an event refers to, given whose its aggregate is. */
export const refersTo = ({ kind, event }: Entry, entityId: string): readonly Reference[] => {
  switch (kind) {
    case 'contract':
      return contractRefersTo(event as ContractEvent, entityId)
    case 'discontinuance':
      return caseRefersTo(event as DiscontinuanceEvent, entityId)
    case 'concern':
      return concernRefersTo(event as ConcernEvent, entityId)
    case 'submission':
      return submissionRefersTo(event as SubmissionEvent, entityId)
    case 'reseller':
      return resellerRefersTo(event as ResellerEvent, entityId)
    case 'service':
      return serviceRefersTo(event as ServiceEvent)
    case 'member':
      return memberRefersTo(event as MemberEvent)
    case 'operation':
      return operationRefersTo(event as OperationEvent)
    case 'redisclosure':
      return redisclosureRefersTo(event as RedisclosureEvent)
    case 'separateContractException':
      return exceptionRefersTo(event as ExceptionEvent)
    case 'smeIdentity':
      return identityRefersTo(event as SmeIdentityEvent, entityId)
    case 'archive':
      return archiveRefersTo(event as Parameters<typeof archiveRefersTo>[0])
    case 'file':
      return fileRefersTo(event as Parameters<typeof fileRefersTo>[0])
    case 'entity':
      return 'noticeSha256' in event ? [paper(event.noticeSha256)] : 'paper' in event ? [paper(event.sha256)] : []
    case 'registrationBody':
      return []
  }
}
