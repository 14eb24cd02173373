import { liveIn } from '../reading/looking-up.ts'
import type { Invariant } from './invariant.ts'

/**
 * I02, for a house at rest. A contract stands in conflict only over a place that another holds: where that one ended or
 * passed to another SME, the contract in conflict has taken it. While a table is in use, that may be on its way.
 */
export const freePlacesTaken: Invariant = {
  id: 'I02',
  says: {
    ja: '空いた席をめぐって競合したままの契約はない',
    en: 'no contract stands in conflict over a place that nobody holds',
  },
  check: (book, see) => {
    for (const { where, contract } of liveIn(book)) {
      const { serviceId, smeId } = contract.deal
      const held = book.guards.has(`GUARD#place/${serviceId}#${smeId}`)
      see(where, contract.conflict !== undefined && !held && 'is in conflict over a place that nobody holds')
    }
  },
}
