import { madeAt } from './made-at.ts'
import { withoutNulls } from './without-nulls.ts'

/**
 * Operations of 0.2.0 were the implementing entity's alone, and did not say when they were accepted: that is when their
 * id was made.
 */
export const operation1To2 = (stored: Readonly<Record<string, unknown>>): unknown => {
  const accepted = madeAt(stored['operationId'])
  const older = { owner: stored['entityId'], acceptedAt: accepted, advancedAt: accepted }
  return withoutNulls({ ...older, ...stored })
}
