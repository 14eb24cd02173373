import type * as z from 'zod'
import type { ConcernView } from '../../shared/api/views/concern.ts'
import type { KeptConcern } from '../../shared/domain/discontinuance/concern.ts'

export const concernView = (state: KeptConcern, version: number): z.input<typeof ConcernView> => {
  const { statementSha256: _, ...shown } = state
  return { ...shown, version }
}
