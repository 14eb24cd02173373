import type { Route } from './route.ts'
import { archiveRoutes } from './routes/archive.ts'
import { concernRoutes } from './routes/concerns.ts'
import { contractRoutes } from './routes/contracts.ts'
import { contactRoutes } from './routes/contact.ts'
import { courseRoutes } from './routes/course.ts'
import { documentRoutes } from './routes/documents.ts'
import { discontinuanceRoutes } from './routes/discontinuances.ts'
import { exceptionRoutes } from './routes/exceptions.ts'
import { findingRoutes } from './routes/finding.ts'
import { formReadingRoutes } from './routes/form-readings.ts'
import { obligationRoutes } from './routes/obligations.ts'
import { operationRoutes } from './routes/operations.ts'
import { ownRoutes } from './routes/own.ts'
import { platformRoutes } from './routes/platform.ts'
import { provisionRoutes } from './routes/provision.ts'
import { readinessRoutes } from './routes/readiness.ts'
import { redisclosureRoutes } from './routes/redisclosures.ts'
import { reportRoutes } from './routes/reports.ts'
import { resellerRoutes } from './routes/resellers.ts'
import { serviceRoutes } from './routes/services.ts'
import { signingRoutes } from './routes/signing.ts'
import { standardRoutes } from './routes/standards.ts'
import { takeoverWorkRoutes } from './routes/takeover-work.ts'
import { untoldRoutes } from './routes/untold.ts'
import { takeoverRoutes } from './routes/takeovers.ts'
import { verificationRoutes } from './routes/verification.ts'

/** The whole API. Dispatch, the local server, the stack and the OpenAPI document all read this table. */
export const routes = {
  ...platformRoutes,
  ...serviceRoutes,
  ...resellerRoutes,
  ...readinessRoutes,
  ...contractRoutes,
  ...courseRoutes,
  ...contactRoutes,
  ...untoldRoutes,
  ...findingRoutes,
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
  ...takeoverRoutes,
  ...takeoverWorkRoutes,
  ...obligationRoutes,
  ...reportRoutes,
  ...standardRoutes,
  ...exceptionRoutes,
  ...redisclosureRoutes,
} as const satisfies Record<string, Route>

export type Routes = typeof routes
export type RouteName = keyof Routes
