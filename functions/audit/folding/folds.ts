import type { AggregateKind, EventOf, StateOf } from '../shapes/aggregates.ts'
import type { Instant } from '../shapes/ids.ts'
import { foldConcern, foldDiscontinuance, foldSubmission } from './cases.ts'
import { foldFile } from './file.ts'
import { foldContract } from './contract.ts'
import { foldArchive, foldException, foldOperation, foldRedisclosure } from './papers.ts'
import { foldEntity, foldMember, foldRegistrationBody, foldReseller, foldService } from './parties.ts'
import { foldSmeIdentity } from './sme.ts'

type Fold<Kind extends AggregateKind> = (state: StateOf<Kind>, event: EventOf<Kind>, at: Instant) => StateOf<Kind>

/**
 * Folds of the ledgers, one for each kind. They are a second list on purpose, written by what the events say: a checker
 * that folded with the platform's own rules would take a wrong rule for a right one.
 */
export const folds: { readonly [Kind in AggregateKind]: Fold<Kind> } = {
  entity: foldEntity,
  registrationBody: foldRegistrationBody,
  member: foldMember,
  service: foldService,
  reseller: foldReseller,
  contract: foldContract,
  discontinuance: foldDiscontinuance,
  concern: foldConcern,
  submission: foldSubmission,
  operation: foldOperation,
  separateContractException: foldException,
  smeIdentity: foldSmeIdentity,
  redisclosure: foldRedisclosure,
  archive: foldArchive,
  file: foldFile,
}
