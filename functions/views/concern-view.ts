import type * as z from 'zod'
import type { ConcernView } from '../../shared/api/views/concern.ts'
import type { ExistingConcern } from '../../shared/domain/discontinuance/concern.ts'

export const concernView = (state: ExistingConcern, version: number): z.input<typeof ConcernView> => {
  const { statementSha256: _, ...shown } = state
  return { ...shown, version }
}
