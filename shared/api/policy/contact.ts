import {
  anyone,
  adminOverResellers,
  entityOverResellers,
  entityReadsOwn,
  entityReadsResellers,
  readersOfBook,
} from './patterns.ts'

export const contactPolicy = {
  listSharedContacts: entityReadsOwn,
  getSharedContacts: readersOfBook,
  proposeContactChange: entityOverResellers,
  approveContactChange: adminOverResellers,
  withdrawContactChange: entityOverResellers,
  getContactChange: entityReadsResellers,
  stopContactChange: anyone,
} as const
