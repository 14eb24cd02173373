import type { CommandMetadata } from '../../../shared/domain/command.ts'
import type { OperationId } from '../../../shared/domain/ids.ts'
import type { Actor } from '../../../shared/domain/people.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'

/** The stamp of a step of an operation: a command of whoever asked for the operation, named so that it is done once. */
export const metadataOfStep = (
  operationId: OperationId,
  step: string,
  actor: Actor,
  at: Instant,
  route = 'takeoverStep',
): CommandMetadata => ({
  tenant: actor.tenant,
  route,
  key: `${operationId}/${step}`,
  inputSha256: '',
  requestId: `work/${operationId}`,
  actor,
  at,
  dryRun: false,
  ifMatch: null,
})
