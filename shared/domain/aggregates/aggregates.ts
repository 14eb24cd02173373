import { evolveArchive, type Archive, type ArchiveEvent } from '../archive/archive.ts'
import { evolveContract } from '../contract/evolve-contract.ts'
import { evolveConcern, type Concern, type ConcernEvent } from '../discontinuance/concern.ts'
import { evolveDiscontinuance } from '../discontinuance/discontinuance.ts'
import type { SubmissionEvent } from '../submission/events.ts'
import type { Submission } from '../submission/states.ts'
import { evolveSubmission } from '../submission/submission.ts'
import { evolveFile, type FileEvent, type UploadedFile } from '../file/file.ts'
import { evolveException, type ExceptionEvent, type SeparateContractException } from '../exception/exception.ts'
import type { Instant } from '../plain-date.ts'
import { evolveEntity, type Entity, type EntityEvent } from '../platform/entity.ts'
import { evolveMember, type Member, type MemberEvent } from '../platform/member.ts'
import { evolveOperation, type Operation, type OperationEvent } from '../platform/operation.ts'
import {
  evolveRegistrationBody,
  type RegistrationBody,
  type RegistrationBodyEvent,
} from '../platform/registration-body.ts'
import { evolveRedisclosure, type Redisclosure, type RedisclosureEvent } from '../redisclosure/redisclosure.ts'
import { evolveReseller } from '../reseller/reseller.ts'
import { evolveService, type Service, type ServiceEvent } from '../service/service.ts'
import { evolveSmeIdentity, type SmeIdentity, type SmeIdentityEvent } from '../sme/identity.ts'
import type { Contract } from '../contract/states.ts'
import type { ContractEvent } from '../contract/events.ts'
import type { Reseller, ResellerEvent } from '../reseller/states.ts'
import type { Discontinuance, DiscontinuanceEvent } from '../discontinuance/states.ts'

/** Everything that has a ledger of its own: what it can be, and what can happen to it. */
export type Aggregates = {
  entity: { state: Entity; event: EntityEvent }
  registrationBody: { state: RegistrationBody; event: RegistrationBodyEvent }
  member: { state: Member; event: MemberEvent }
  service: { state: Service; event: ServiceEvent }
  reseller: { state: Reseller; event: ResellerEvent }
  contract: { state: Contract; event: ContractEvent }
  discontinuance: { state: Discontinuance; event: DiscontinuanceEvent }
  concern: { state: Concern; event: ConcernEvent }
  submission: { state: Submission; event: SubmissionEvent }
  operation: { state: Operation; event: OperationEvent }
  separateContractException: { state: SeparateContractException; event: ExceptionEvent }
  smeIdentity: { state: SmeIdentity; event: SmeIdentityEvent }
  redisclosure: { state: Redisclosure; event: RedisclosureEvent }
  archive: { state: Archive; event: ArchiveEvent }
  file: { state: UploadedFile; event: FileEvent }
}
export type AggregateKind = keyof Aggregates
export type StateOf<Kind extends AggregateKind> = Aggregates[Kind]['state']
export type EventOf<Kind extends AggregateKind> = Aggregates[Kind]['event']

type Evolve<Kind extends AggregateKind> = (state: StateOf<Kind>, event: EventOf<Kind>, at: Instant) => StateOf<Kind>

/** Evolve functions by kind of aggregate. Folding a ledger with these gives the stored state, always. */
export const evolvers: { readonly [Kind in AggregateKind]: Evolve<Kind> } = {
  entity: evolveEntity,
  registrationBody: evolveRegistrationBody,
  member: evolveMember,
  service: evolveService,
  reseller: evolveReseller,
  contract: evolveContract,
  discontinuance: evolveDiscontinuance,
  concern: evolveConcern,
  submission: evolveSubmission,
  operation: evolveOperation,
  separateContractException: evolveException,
  smeIdentity: evolveSmeIdentity,
  redisclosure: evolveRedisclosure,
  archive: evolveArchive,
  file: evolveFile,
}
