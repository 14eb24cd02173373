import type { Invariant } from './invariant.ts'
import { liveIn } from '../reading/looking-up.ts'

const placePattern = /^GUARD#place\/([^#]+)#(.+)$/

/**
 * I02. The guards `GUARD#place/<service>#<SME>` and the live contracts are in bijection: whoever is live holds its
 * place unless it is in conflict with who held it when its SME became this one, and a place is held by the live contract for just that service and SME.
 */
export const placesAndContracts: Invariant = {
  id: 'I02',
  says: {
    ja: '有効な契約には占める席が一つあり、席には有効な契約がある',
    en: 'a held place for each live contract, and the reverse',
  },
  check: (book, see) => {
    for (const { id, where, contract } of liveIn(book)) {
      const { serviceId, smeId } = contract.deal
      const holder = book.guards.get(`GUARD#place/${serviceId}#${smeId}`)?.holder
      if (contract.conflict !== undefined) {
        see(where, holder === id && 'is in conflict, and holds the place itself')
        continue
      }
      see(where, holder !== id && `is live, but its place is held by ${holder ?? 'nobody'}`)
    }
    for (const [pk, { where, holder }] of book.guards) {
      const [, serviceId, smeId] = placePattern.exec(pk) ?? []
      if (serviceId === undefined) continue
      const contract = book.heads.get(holder)?.contract
      const fits = contract?.deal.serviceId === serviceId && contract.deal.smeId === smeId
      see(
        where,
        contract?.stage !== 'live' && `is held by ${holder}, which is ${contract?.stage ?? 'not there'}`,
        contract !== undefined && !fits && `is held by ${holder}, which is for another service or SME`,
      )
    }
  },
}
