import { entityOverResellers, readersOfBook, sellersOnBook } from './patterns.ts'

export const concernPolicy = {
  raiseConcern: sellersOnBook,
  dismissConcern: entityOverResellers,
  listConcerns: readersOfBook,
  getConcern: readersOfBook,
} as const
