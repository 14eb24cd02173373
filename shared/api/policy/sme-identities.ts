import { entityOverResellers, readersOfBook, sellersOnBook } from './patterns.ts'

export const smeIdentityPolicy = {
  askForSmeIdentity: sellersOnBook,
  giveSmeIdentity: entityOverResellers,
  declineSmeIdentity: entityOverResellers,
  listSmeIdentities: readersOfBook,
  getSmeIdentity: readersOfBook,
} as const
