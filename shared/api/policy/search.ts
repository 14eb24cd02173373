import { entityOnOwn, readersOfBook } from './patterns.ts'

export const findingPolicy = {
  searchContracts: readersOfBook,
  downloadFoundContracts: readersOfBook,
  relistContracts: entityOnOwn,
} as const
