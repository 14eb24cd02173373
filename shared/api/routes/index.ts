import { policy } from '../policy/index.ts'
import { withPolicy } from '../route.ts'
import { archiveRoutes } from './archive.ts'
import { bookRoutes } from './book.ts'
import { changeLogRoutes } from './change-log.ts'
import { concernRoutes } from './concerns.ts'
import { contractRoutes } from './contracts.ts'
import { contactRoutes } from './contact.ts'
import { courseRoutes } from './lifecycle.ts'
import { disputeRoutes } from './disputes.ts'
import { draftingRoutes } from './drafting.ts'
import { documentRoutes } from './documents.ts'
import { discontinuanceRoutes } from './discontinuances.ts'
import { exceptionRoutes } from './exceptions.ts'
import { findingRoutes } from './search.ts'
import { fileRoutes } from './files.ts'
import { formReadingRoutes } from './form-readings.ts'
import { letterheadRoutes } from './letterheads.ts'
import { homeRoutes } from './home.ts'
import { memberRoutes } from './members.ts'
import { noticeRoutes } from './notices.ts'
import { obligationRoutes } from './obligations.ts'
import { operationRoutes } from './operations.ts'
import { ownRoutes } from './own.ts'
import { platformRoutes } from './platform.ts'
import { provisionRoutes } from './service-records.ts'
import { readinessRoutes } from './readiness.ts'
import { redisclosureRoutes } from './redisclosures.ts'
import { reportRoutes } from './reports.ts'
import { resellerRoutes } from './resellers.ts'
import { serviceRoutes } from './services.ts'
import { signingRoutes } from './signing.ts'
import { smeIdentityRoutes } from './sme-identities.ts'
import { standardRoutes } from './standards.ts'
import { submissionRoutes } from './submissions.ts'
import { successionRoutes } from './succession.ts'
import { takeoverWorkRoutes } from './takeover-work.ts'
import { untoldRoutes } from './untold.ts'
import { takeoverRoutes } from './takeovers.ts'
import { verificationRoutes } from './verification.ts'

const lines = {
  ...platformRoutes,
  ...memberRoutes,
  ...noticeRoutes,
  ...serviceRoutes,
  ...resellerRoutes,
  ...letterheadRoutes,
  ...readinessRoutes,
  ...contractRoutes,
  ...courseRoutes,
  ...disputeRoutes,
  ...contactRoutes,
  ...untoldRoutes,
  ...findingRoutes,
  ...draftingRoutes,
  ...bookRoutes,
  ...homeRoutes,
  ...archiveRoutes,
  ...verificationRoutes,
  ...signingRoutes,
  ...ownRoutes,
  ...documentRoutes,
  ...provisionRoutes,
  ...operationRoutes,
  ...formReadingRoutes,
  ...concernRoutes,
  ...discontinuanceRoutes,
  ...submissionRoutes,
  ...takeoverRoutes,
  ...takeoverWorkRoutes,
  ...obligationRoutes,
  ...reportRoutes,
  ...standardRoutes,
  ...exceptionRoutes,
  ...redisclosureRoutes,
  ...fileRoutes,
  ...smeIdentityRoutes,
  ...successionRoutes,
  ...changeLogRoutes,
} as const

/** The whole API. Dispatch, the local server, the stack and the OpenAPI document all read this table. */
export const routes = withPolicy(lines, policy)

export type Routes = typeof routes
export type RouteName = keyof Routes
