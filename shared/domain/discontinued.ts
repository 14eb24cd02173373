import type { DiscontinuanceId } from './ids.ts'
import type { Instant, PlainDate } from './plain-date.ts'

/**
 * Discontinuance of a reseller: its instant, its case, and the day that was known; absent in cases of before that was
 * kept.
 */
export type Discontinued = {
  readonly since: Instant
  readonly discontinuanceId: DiscontinuanceId
  readonly knownOn?: PlainDate
}
