import type { House } from '../support/house.ts'
import type { Parties } from '../support/parties.ts'
import { readinessSamples } from '../support/scene-readiness.ts'
import type { As } from './measuring.ts'
import { measureFiles } from './measuring-files.ts'

/** How ready one is for a reseller that stops: one of its own, with nothing signed yet; and what files cost there. */
export const measureReadiness = async (as: As, house: House, parties: Parties, serviceId: `svc_${string}`) => {
  const { resellerId, ask } = await parties.reseller('R9', [serviceId])
  const samples = readinessSamples(resellerId, house.clock.today())
  await as('supplyHandover', () => ask.post(samples.supplyHandover.path, samples.supplyHandover.body))
  await as('listHandover', () => ask.get(samples.listHandover.path))
  await as('drillTakeover', () => parties.staff.post(samples.drillTakeover.path))
  await house.settle()
  await as('getReadiness', () => ask.get(samples.getReadiness.path))
  await as('listDrillContracts', () => ask.get(samples.listDrillContracts.path))
  await as('downloadDrillContracts', () => ask.get(samples.downloadDrillContracts.path))
  await measureFiles(as, { house, admin: parties.admin, staff: parties.staff, seller: ask, serviceId })
}
