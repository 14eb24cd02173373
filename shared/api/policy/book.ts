import { readersOfBook, readersOfOwn } from './patterns.ts'

export const bookPolicy = {
  browseContracts: readersOfBook,
  countContracts: readersOfBook,
  findContracts: readersOfOwn,
} as const
