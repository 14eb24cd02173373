import type { Concern, ConcernEvent, Discontinuance, DiscontinuanceEvent, Submission, SubmissionEvent } from './case.ts'
import type { Contract } from './contract.ts'
import type { ContractEvent } from './contract-events.ts'
import type { FileEvent, UploadedFile } from './file.ts'
import type {
  Archive,
  ArchiveEvent,
  ExceptionEvent,
  Redisclosure,
  RedisclosureEvent,
  SeparateContractException,
} from './papers.ts'
import type {
  Entity,
  EntityEvent,
  Member,
  MemberEvent,
  Operation,
  OperationEvent,
  RegistrationBody,
  RegistrationBodyEvent,
} from './platform.ts'
import type { SmeIdentity, SmeIdentityEvent } from './sme.ts'
import type { Reseller, ResellerEvent } from './reseller.ts'
import type { Service, ServiceEvent } from './service.ts'

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

export type EventOf<Kind extends AggregateKind> = Aggregates[Kind]['event']

export type StateOf<Kind extends AggregateKind> = Aggregates[Kind]['state']
