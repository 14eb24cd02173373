import type { KeptArchive } from '../../shared/domain/archive/archive.ts'
import type { KeptConcern } from '../../shared/domain/discontinuance/concern.ts'
import type { KeptSubmission } from '../../shared/domain/submission/states.ts'
import type { KeptException } from '../../shared/domain/exception/exception.ts'
import type {
  ArchiveId,
  ConcernId,
  DiscontinuanceId,
  EntityId,
  ExceptionId,
  OperationId,
  PortfolioOwner,
  RedisclosureId,
  RegistrationBodyId,
  ResellerId,
  ServiceId,
  SubmissionId,
} from '../../shared/domain/ids.ts'
import type { Instant, PlainDate } from '../../shared/domain/plain-date.ts'
import type { KeptEntity } from '../../shared/domain/platform/entity.ts'
import type { KeptMember } from '../../shared/domain/platform/member.ts'
import type { KeptOperation } from '../../shared/domain/platform/operation.ts'
import type { KeptRegistrationBody } from '../../shared/domain/platform/registration-body.ts'
import type { KeptRedisclosure } from '../../shared/domain/redisclosure/redisclosure.ts'
import type { KeptService } from '../../shared/domain/service/service.ts'
import type { Kept } from './records.ts'
import type { KeptReseller } from '../../shared/domain/reseller/states.ts'
import type { KeptDiscontinuance, Addressee } from '../../shared/domain/discontinuance/states.ts'
import type { PageOf } from './pages.ts'

/** Where a case is found. */
export type CaseRef = { readonly entityId: EntityId; readonly discontinuanceId: DiscontinuanceId }

type Found<State> = Promise<Kept<State> | undefined>

/** Something a moment has come for, by whose it is. */
export type Over =
  | { readonly entityId: EntityId; readonly id: DiscontinuanceId | ResellerId }
  /** A portfolio whose fences outlived the attempt that put them up. */
  | { readonly fenced: PortfolioOwner }

/** Everything that is few and belongs to a tenant: read strongly consistent, one request each. */
export type Directory = {
  readonly entity: (id: EntityId) => Found<KeptEntity>
  readonly registrationBody: (id: RegistrationBodyId) => Found<KeptRegistrationBody>
  readonly registrationBodies: () => Promise<readonly Kept<KeptRegistrationBody>[]>
  readonly member: (sub: string) => Found<KeptMember>
  readonly service: (entityId: EntityId, id: ServiceId) => Found<KeptService>
  readonly services: (entityId: EntityId) => Promise<readonly Kept<KeptService>[]>
  readonly reseller: (entityId: EntityId, id: ResellerId) => Found<KeptReseller>
  readonly resellers: (entityId: EntityId) => Promise<readonly Kept<KeptReseller>[]>
  readonly discontinuance: (entityId: EntityId, id: DiscontinuanceId) => Found<KeptDiscontinuance>
  readonly discontinuances: (entityId: EntityId) => Promise<readonly Kept<KeptDiscontinuance>[]>
  readonly concern: (entityId: EntityId, id: ConcernId) => Found<KeptConcern>
  readonly concerns: (entityId: EntityId) => Promise<readonly Kept<KeptConcern>[]>
  /** Proposals that were waited out and resellers that owe something late, the oldest first. Follows writes with a short delay. */
  readonly over: (now: Instant, limit: number) => Promise<readonly Over[]>
  /** Cases with an obligation overdue by a day that nobody was told of, the earliest first. Follows writes with a short delay. */
  readonly casesOverdue: (today: PlainDate, limit: number) => Promise<readonly CaseRef[]>
  readonly submission: (entityId: EntityId, id: SubmissionId) => Found<KeptSubmission>
  readonly submissions: (entityId: EntityId) => Promise<readonly Kept<KeptSubmission>[]>
  /** Submissions addressed to an authority. Follows writes with a short delay. */
  readonly submissionsTo: (
    to: Addressee,
    page: { readonly limit: number; readonly after: string | null },
  ) => Promise<PageOf<Kept<KeptSubmission>>>
  /** The submission with that id, if it is addressed to that authority. */
  readonly submissionTo: (to: Addressee, id: SubmissionId) => Found<KeptSubmission>
  readonly exception: (entityId: EntityId, id: ExceptionId) => Found<KeptException>
  readonly exceptions: (entityId: EntityId) => Promise<readonly Kept<KeptException>[]>
  readonly redisclosure: (entityId: EntityId, id: RedisclosureId) => Found<KeptRedisclosure>
  readonly redisclosures: (entityId: EntityId) => Promise<readonly Kept<KeptRedisclosure>[]>
  readonly operation: (entityId: EntityId, id: OperationId) => Found<KeptOperation>
  /** Operations of an implementing entity and its resellers, the newest first. */
  readonly operations: (
    entityId: EntityId,
    page: { readonly limit: number; readonly after: OperationId | null },
  ) => Promise<PageOf<Kept<KeptOperation>> & { readonly next: OperationId | null }>
  /** Exports whose files are to go by a day, the earliest first. Follows writes with a short delay. */
  readonly exportsToClear: (
    today: PlainDate,
    limit: number,
  ) => Promise<readonly { readonly entityId: EntityId; readonly operationId: OperationId }[]>
  readonly archive: (id: ArchiveId) => Found<KeptArchive>
}
