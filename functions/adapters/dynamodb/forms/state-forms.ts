import type { AggregateKind, StateOf } from '../../../../shared/domain/aggregates/aggregates.ts'
import { archiveForm } from './archive.ts'
import { concernForm, discontinuanceForm } from './discontinuance.ts'
import { exceptionForm } from './exception.ts'
import { fileForm } from './file.ts'
import { operationForm } from './operation.ts'
import { entityForm, memberForm, registrationBodyForm } from './platform.ts'
import { redisclosureForm } from './redisclosure.ts'
import { resellerForm } from './reseller.ts'
import { serviceForm } from './service.ts'
import { smeIdentityForm } from './sme-identity.ts'
import type { StoredForm } from './stored-form.ts'
import { submissionForm } from './submission.ts'

/** Every kind of aggregate but the contract, whose head has a form of its own. */
export type StateKind = Exclude<AggregateKind, 'contract'>
/** The state of an aggregate that there is something of. */
type KeptStateOf<Kind extends StateKind> = Exclude<StateOf<Kind>, { readonly stage: 'none' }>

/** Stored form of the state of each kind of aggregate. A new aggregate does not compile without its form. */
export const stateForms: { readonly [Kind in StateKind]: StoredForm<KeptStateOf<Kind>> } = {
  entity: entityForm,
  registrationBody: registrationBodyForm,
  member: memberForm,
  service: serviceForm,
  reseller: resellerForm,
  discontinuance: discontinuanceForm,
  concern: concernForm,
  submission: submissionForm,
  operation: operationForm,
  separateContractException: exceptionForm,
  smeIdentity: smeIdentityForm,
  redisclosure: redisclosureForm,
  archive: archiveForm,
  file: fileForm,
}
