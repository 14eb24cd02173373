import { readersOfBook, sellersOnBook } from './patterns.ts'

export const disputePolicy = {
  listDisputes: readersOfBook,
  correctRecord: sellersOnBook,
  keepRecord: sellersOnBook,
} as const
