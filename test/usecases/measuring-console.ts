import type { Ask, House } from '../support/house.ts'
import type { Draft } from '../support/parties.ts'
import type { As } from './measuring.ts'

/** What lists, searches and drafts of the console are made of, once contracts are listed. */
export const measureConsole = async (
  as: As,
  { house, admin, seller, sme, terms }: { readonly house: House; readonly admin: Ask; readonly seller: Ask } & Draft,
) => {
  await as('listContracts', () => admin.get('/v1/contracts'))
  await house.settle()
  await as('searchContracts', () => admin.get('/v1/contracts/search?signedFrom=2026-04-01'))
  await as('downloadFoundContracts', () => admin.get('/v1/contracts/search.csv?signedFrom=2026-04-01'))
  await as('relistContracts', () => admin.post('/v1/contracts/relist'))
  await as('browseContracts', () => admin.get('/v1/contracts/browse'))
  await as('readHome', () => admin.get('/v1/home'))
  await as('countContracts', () => admin.get('/v1/contracts/counts'))
  await as('findContracts', () => seller.get(`/v1/contracts/find?q=${sme.corporateNumber}`))
  const known = `corporateNumber=${sme.corporateNumber}&serviceId=${terms.serviceId}`
  await as('readDraftDefaults', () => seller.get(`/v1/contracts/draft-defaults?${known}`))
}
