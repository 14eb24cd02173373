import { archivePolicy } from './archive.ts'
import { bookPolicy } from './book.ts'
import { changeLogPolicy } from './change-log.ts'
import { concernPolicy } from './concerns.ts'
import { contactPolicy } from './contact.ts'
import { contractPolicy } from './contracts.ts'
import { discontinuancePolicy } from './discontinuances.ts'
import { disputePolicy } from './disputes.ts'
import { draftingPolicy } from './drafting.ts'
import { documentPolicy } from './documents.ts'
import { exceptionPolicy } from './exceptions.ts'
import { filePolicy } from './files.ts'
import { formReadingPolicy } from './form-readings.ts'
import { coursePolicy } from './lifecycle.ts'
import { letterheadPolicy } from './letterheads.ts'
import { homePolicy } from './home.ts'
import { memberPolicy } from './members.ts'
import { noticePolicy } from './notices.ts'
import { obligationPolicy } from './obligations.ts'
import { operationPolicy } from './operations.ts'
import { ownPolicy } from './own.ts'
import { platformPolicy } from './platform.ts'
import { readinessPolicy } from './readiness.ts'
import { redisclosurePolicy } from './redisclosures.ts'
import { reportPolicy } from './reports.ts'
import { resellerPolicy } from './resellers.ts'
import { findingPolicy } from './search.ts'
import { provisionPolicy } from './service-records.ts'
import { servicePolicy } from './services.ts'
import { signingPolicy } from './signing.ts'
import { smeIdentityPolicy } from './sme-identities.ts'
import { standardPolicy } from './standards.ts'
import { submissionPolicy } from './submissions.ts'
import { successionPolicy } from './succession.ts'
import { takeoverWorkPolicy } from './takeover-work.ts'
import { takeoverPolicy } from './takeovers.ts'
import { untoldPolicy } from './untold.ts'
import { verificationPolicy } from './verification.ts'

/** The policy table, a row for every line of the route table: role × relation in which it may act. */
export const policy = {
  ...platformPolicy,
  ...memberPolicy,
  ...noticePolicy,
  ...servicePolicy,
  ...resellerPolicy,
  ...letterheadPolicy,
  ...readinessPolicy,
  ...contractPolicy,
  ...coursePolicy,
  ...disputePolicy,
  ...contactPolicy,
  ...untoldPolicy,
  ...findingPolicy,
  ...draftingPolicy,
  ...bookPolicy,
  ...homePolicy,
  ...archivePolicy,
  ...verificationPolicy,
  ...signingPolicy,
  ...ownPolicy,
  ...documentPolicy,
  ...provisionPolicy,
  ...operationPolicy,
  ...formReadingPolicy,
  ...concernPolicy,
  ...discontinuancePolicy,
  ...submissionPolicy,
  ...takeoverPolicy,
  ...takeoverWorkPolicy,
  ...obligationPolicy,
  ...reportPolicy,
  ...standardPolicy,
  ...exceptionPolicy,
  ...redisclosurePolicy,
  ...filePolicy,
  ...smeIdentityPolicy,
  ...successionPolicy,
  ...changeLogPolicy,
} as const
