import { adminOverResellers, entityOnOwn, entityReadsResellers, readersOfBook, sellersOnBook } from './patterns.ts'

export const resellerPolicy = {
  inviteReseller: entityOnOwn,
  supplyRequirement: sellersOnBook,
  approveReseller: adminOverResellers,
  authorizeResale: adminOverResellers,
  endAuthorization: adminOverResellers,
  restrictReseller: adminOverResellers,
  liftRestriction: adminOverResellers,
  listResellers: entityReadsResellers,
  getReseller: readersOfBook,
} as const
