import type { Unreadable } from '../ports/pages.ts'
import type { Principal } from '../../shared/domain/people.ts'

/**
 * Unreadable rows as the reader of a list is told of them. Whose a row is stands in what cannot be read: the implementing
 * entity is told of each, and a reseller or an authority of none, for it may be another's, or a draft. All are raised.
 */
export const unreadableFor = (who: Principal, unreadable: readonly Unreadable[]): Unreadable[] =>
  'entityId' in who && !('resellerId' in who) ? [...unreadable] : unreadable.map((one) => ({ ...one, withheld: true }))
