import { adminOverResellers, readersOfBook, sellersOnBook } from './patterns.ts'

export const exceptionPolicy = {
  askForException: sellersOnBook,
  approveException: adminOverResellers,
  declineException: adminOverResellers,
  withdrawException: sellersOnBook,
  listExceptions: readersOfBook,
  getException: readersOfBook,
} as const
