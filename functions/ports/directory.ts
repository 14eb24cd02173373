import type { ExistingSmeIdentity } from '../../shared/domain/sme/identity.ts'
import type { ExistingArchive } from '../../shared/domain/archive/archive.ts'
import type { ExistingConcern } from '../../shared/domain/discontinuance/concern.ts'
import type { ExistingSubmission } from '../../shared/domain/submission/states.ts'
import type { ExistingFile, FileObjectId } from '../../shared/domain/file/file.ts'
import type { ExistingException } from '../../shared/domain/exception/exception.ts'
import type {
  ArchiveId,
  ConcernId,
  DiscontinuanceId,
  EntityId,
  ExceptionId,
  FileId,
  OperationId,
  OwnSmeId,
  PortfolioOwner,
  RedisclosureId,
  RegistrationBodyId,
  ResellerId,
  ServiceId,
  SubmissionId,
} from '../../shared/domain/ids.ts'
import type { Instant, PlainDate } from '../../shared/domain/plain-date.ts'
import type { ExistingEntity } from '../../shared/domain/platform/entity.ts'
import type { ExistingMember, Membership } from '../../shared/domain/platform/member.ts'
import type { ExistingOperation } from '../../shared/domain/platform/operation.ts'
import type { ExistingRegistrationBody } from '../../shared/domain/platform/registration-body.ts'
import type { ExistingRedisclosure } from '../../shared/domain/redisclosure/redisclosure.ts'
import type { ExistingService } from '../../shared/domain/service/service.ts'
import type { Versioned } from './records.ts'
import type { ExistingReseller } from '../../shared/domain/reseller/states.ts'
import type { ExistingDiscontinuance, Addressee } from '../../shared/domain/discontinuance/states.ts'
import type { PageOf, Readable } from './pages.ts'

/** Ids by which a case is found. */
export type CaseRef = { readonly entityId: EntityId; readonly discontinuanceId: DiscontinuanceId }

type Found<State> = Promise<Versioned<State> | undefined>

/** Something a moment has come for, by whose it is. */
export type Over =
  | { readonly entityId: EntityId; readonly id: DiscontinuanceId | ResellerId }
  /** A file that nobody took. */
  | { readonly fileId: FileId }
  /** A portfolio whose signing locks outlived the attempt that put them up. */
  | { readonly fenced: PortfolioOwner }

/**
 * Everything that is few and belongs to a tenant: read strongly consistent, one request each. A list tells what of it
 * cannot be read beside the rest: what is shown goes on without it, and what is decided asks for the whole.
 */
export type Directory = {
  readonly entity: (id: EntityId) => Found<ExistingEntity>
  readonly registrationBody: (id: RegistrationBodyId) => Found<ExistingRegistrationBody>
  readonly registrationBodies: () => Promise<Readable<Versioned<ExistingRegistrationBody>>>
  readonly member: (sub: string) => Found<ExistingMember>
  /** Members by subject, without those there are not: one request. */
  readonly members: (subs: readonly string[]) => Promise<readonly Versioned<ExistingMember>[]>
  /**
   * A page of the members of a membership's organization, by subject. A page may hold fewer than asked for and have a next:
   * those of resellers are listed with those of their implementing entity. Follows writes with a short delay; what is
   * listed is read as it stands.
   */
  readonly membersBeside: (
    of: Membership,
    page: { readonly limit: number; readonly after: string | null },
  ) => Promise<PageOf<Versioned<ExistingMember>> & Readable<Versioned<ExistingMember>>>
  /** The same of an implementing entity and all its resellers. */
  readonly membersUnder: (
    entityId: EntityId,
    page: { readonly limit: number; readonly after: string | null },
  ) => Promise<PageOf<Versioned<ExistingMember>> & Readable<Versioned<ExistingMember>>>
  /**
   * Names of organizations, and the codes of services, by id: those of an implementing entity, itself, and registration
   * bodies. Without those there are not, or that cannot be read. A hundred to a request, a read unit each.
   */
  readonly namesOf: (entityId: EntityId | null, ids: Iterable<string>) => Promise<ReadonlyMap<string, string>>
  readonly service: (entityId: EntityId, id: ServiceId) => Found<ExistingService>
  readonly services: (entityId: EntityId) => Promise<Readable<Versioned<ExistingService>>>
  readonly reseller: (entityId: EntityId, id: ResellerId) => Found<ExistingReseller>
  readonly resellers: (entityId: EntityId) => Promise<Readable<Versioned<ExistingReseller>>>
  readonly discontinuance: (entityId: EntityId, id: DiscontinuanceId) => Found<ExistingDiscontinuance>
  readonly discontinuances: (entityId: EntityId) => Promise<Readable<Versioned<ExistingDiscontinuance>>>
  readonly concern: (entityId: EntityId, id: ConcernId) => Found<ExistingConcern>
  readonly concerns: (entityId: EntityId) => Promise<Readable<Versioned<ExistingConcern>>>
  /**
   * Proposals that were waited out and resellers that owe something late, the oldest first. Follows writes with a short
   * delay.
   */
  readonly over: (now: Instant, limit: number) => Promise<readonly Over[]>
  /**
   * Cases with an obligation overdue by a day that nobody was told of, the earliest first. Follows writes with a short
   * delay.
   */
  readonly casesOverdue: (today: PlainDate, limit: number) => Promise<readonly CaseRef[]>
  /** Resellers that owe something by a day, or owed it before and were not looked into. Follows writes with a short delay. */
  readonly resellersDueBy: (
    day: PlainDate,
  ) => Promise<readonly { readonly entityId: EntityId; readonly resellerId: ResellerId }[]>
  /**
   * Services and resellers of which something lapses by a day, or did: a registration, evidence, an authorization. Follows
   * writes with a short delay.
   */
  readonly lapsing: (
    day: PlainDate,
  ) => Promise<readonly { readonly entityId: EntityId; readonly id: ServiceId | ResellerId }[]>
  readonly submission: (entityId: EntityId, id: SubmissionId) => Found<ExistingSubmission>
  readonly submissions: (entityId: EntityId) => Promise<Readable<Versioned<ExistingSubmission>>>
  /** Submissions addressed to an authority. Follows writes with a short delay. */
  readonly submissionsTo: (
    to: Addressee,
    page: { readonly limit: number; readonly after: string | null },
  ) => Promise<PageOf<Versioned<ExistingSubmission>> & Readable<Versioned<ExistingSubmission>>>
  /** The submission with that id, if it is addressed to that authority. */
  readonly submissionTo: (to: Addressee, id: SubmissionId) => Found<ExistingSubmission>
  readonly exception: (entityId: EntityId, id: ExceptionId) => Found<ExistingException>
  readonly exceptions: (entityId: EntityId) => Promise<Readable<Versioned<ExistingException>>>
  readonly smeIdentity: (entityId: EntityId, id: OwnSmeId) => Found<ExistingSmeIdentity>
  readonly smeIdentities: (entityId: EntityId) => Promise<Readable<Versioned<ExistingSmeIdentity>>>
  readonly redisclosure: (entityId: EntityId, id: RedisclosureId) => Found<ExistingRedisclosure>
  readonly redisclosures: (entityId: EntityId) => Promise<Readable<Versioned<ExistingRedisclosure>>>
  readonly operation: (entityId: EntityId, id: OperationId) => Found<ExistingOperation>
  /** Operations of an implementing entity and its resellers, the newest first. */
  readonly operations: (
    entityId: EntityId,
    page: { readonly limit: number; readonly after: OperationId | null },
  ) => Promise<Readable<Versioned<ExistingOperation>> & { readonly next: OperationId | null }>
  /** Exports whose files are to go by a day, the earliest first. Follows writes with a short delay. */
  readonly exportsToClear: (
    today: PlainDate,
    limit: number,
  ) => Promise<readonly { readonly entityId: EntityId; readonly operationId: OperationId }[]>
  readonly archive: (id: ArchiveId) => Found<ExistingArchive>
  readonly file: (id: FileId) => Found<ExistingFile>
  /** Files of one thing, the oldest first. Follows writes with a short delay. */
  readonly filesOf: (of: FileObjectId) => Promise<Readable<Versioned<ExistingFile>>>
}
