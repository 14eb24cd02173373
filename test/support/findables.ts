import type { Findable } from '../../shared/domain/contract/findable.ts'
import { contractIdIn, type EntityId, type ResellerId, type ServiceId } from '../../shared/domain/ids.ts'
import { plainDate } from '../../shared/domain/plain-date.ts'
import { nextNumber } from './numbers.ts'

const serviceId: ServiceId = 'svc_01k6d2q0000000000000000003'

/** A contract's facts for a search, under an id of its own by its number. */
export const findable = (
  entityId: EntityId,
  n: number,
  more: Partial<Omit<Findable, 'signedOn'>> & { readonly signedOn?: string } = {},
): Findable => {
  const amount = more.contractAmountExTaxYen ?? 632_800
  return {
    entityId,
    contractId: contractIdIn(more.holder ?? entityId, `01k6d2q0${String(n).padStart(18, '0')}`),
    smeId: '1000000000001',
    name: '株式会社架空商店',
    formerNames: [],
    contractAmountExTaxYen: amount,
    initialFeeExTaxYen: amount,
    monthlyFeeExTaxYen: 0,
    termMonths: 36,
    stage: 'live',
    seller: entityId,
    holder: entityId,
    serviceId,
    startOn: plainDate('2026-10-01'),
    endOn: plainDate('2029-09-30'),
    endedOn: null,
    disputedAt: null,
    ...more,
    signedOn: plainDate(more.signedOn ?? '2026-10-01'),
  }
}

/** An implementing entity that nobody else has heard of: a search of its own. */
export const nextEntity = (): EntityId => `ent_01k6d2q0000000${String(nextNumber()).padStart(11, '0')}`
export const resellerOf = (n: number): ResellerId => `rsl_01k6d2q0000000${String(n).padStart(11, '0')}`

/** A well-formed request for every line that finds contracts. */
export const findingRequests = {
  searchContracts: {
    path: `/v1/contracts/search?signedFrom=2026-04-01&amountFrom=1&name=${encodeURIComponent('髙橋')}`,
  },
  downloadFoundContracts: { path: '/v1/contracts/search.csv?signedFrom=2026-04-01' },
  browseContracts: { path: '/v1/contracts/browse?sort=firm&stage=live,drafted' },
  readHome: { path: '/v1/home' },
  countContracts: { path: '/v1/contracts/counts' },
  findContracts: { path: `/v1/contracts/find?q=${encodeURIComponent('𠮷兵衛')}` },
  relistContracts: { path: '/v1/contracts/relist' },
}
