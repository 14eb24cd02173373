import { entityOverResellers, readersOfBook, sellersOnBook } from './patterns.ts'

export const readinessPolicy = {
  supplyHandover: sellersOnBook,
  listHandover: readersOfBook,
  drillTakeover: entityOverResellers,
  getReadiness: readersOfBook,
  listDrillContracts: readersOfBook,
  downloadDrillContracts: readersOfBook,
} as const
