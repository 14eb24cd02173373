import type { CommandMetadata } from '../../shared/domain/command.ts'
import type { Instant } from '../../shared/domain/plain-date.ts'

/** The stamp of a command the platform gives itself: named by what it does and to what, so that it is done once. */
export const systemMetadata = (route: string, key: string, at: Instant): CommandMetadata => ({
  tenant: 'system',
  route,
  key,
  inputSha256: '',
  requestId: `system/${route}`,
  actor: { role: 'system', sub: route, tenant: 'system' },
  at,
  dryRun: false,
  ifMatch: null,
})
