import type { readinessRoutes } from '../../shared/api/routes/readiness.ts'
import type { HandoverCode } from '../../shared/domain/reseller/handover.ts'

type Sample = { readonly path: string; readonly body?: unknown }

/** A handover item as it should be: of a day, and in reach of the implementing entity. */
export const handoverGiven = (code: HandoverCode, asOf: string, more: object = {}) => ({
  code,
  asOf,
  what: '引継ぎ資料の控え',
  keptBy: 'implementingEntity',
  documentSha256: 'ab'.repeat(32),
  custodian: null,
  ...more,
})

/** A sample for every line about how ready one is for a reseller that stops. */
export const readinessSamples = (resellerId: string, today: string): Record<keyof typeof readinessRoutes, Sample> => {
  const path = `/v1/resellers/${resellerId}`
  return {
    supplyHandover: { path: `${path}/handover`, body: handoverGiven('contactList', today) },
    listHandover: { path: `${path}/handover` },
    drillTakeover: { path: `${path}/drill` },
    getReadiness: { path: `${path}/readiness` },
    listDrillContracts: { path: `${path}/drill/contracts` },
    downloadDrillContracts: { path: `${path}/drill/contracts.csv` },
  }
}
