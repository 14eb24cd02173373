import type { Invariant } from './invariant.ts'
import { liveIn } from '../reading/looking-up.ts'

/**
 * I01. An SME has at most one live contract for a service (第2章1.(6)). A service belongs to one implementing entity, so
 * service and 法人番号 name the place; live runs from signing until the end, whatever the first day of service. Where a
 * merger brought two together, the one that came stands in conflict, which is listed, until one ends or under an exception.
 */
export const oneLiveContract: Invariant = {
  id: 'I01',
  says: { ja: '一つのサービスにつき、利用者ごとに有効な契約は一つ', en: 'one live contract an SME and service' },
  check: (book, see) => {
    const first = new Map<string, string>()
    for (const { id, where, contract } of liveIn(book)) {
      if (contract.conflict !== undefined) {
        const other = book.heads.get(contract.conflict.with)
        see(where, !other && `is in conflict with ${contract.conflict.with}, which is not there`)
        continue
      }
      const place = `${contract.deal.serviceId} for ${contract.deal.smeId}`
      const other = first.get(place)
      first.set(place, other ?? id)
      see(where, other !== undefined && `${place} is live here and in ${other}`)
    }
  },
}
