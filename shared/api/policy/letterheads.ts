import { adminOnOwn, entityReadsOwn, readersOfBook, sellersOnBook } from './patterns.ts'

export const letterheadPolicy = {
  getLetterhead: entityReadsOwn,
  stateLetterhead: adminOnOwn,
  getResellerLetterhead: readersOfBook,
  stateResellerLetterhead: sellersOnBook,
} as const
