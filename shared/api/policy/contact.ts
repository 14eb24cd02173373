import { anyone, adminOverResellers, entityOverResellers, entityReadsResellers } from './patterns.ts'

export const contactPolicy = {
  proposeContactChange: entityOverResellers,
  approveContactChange: adminOverResellers,
  withdrawContactChange: entityOverResellers,
  getContactChange: entityReadsResellers,
  stopContactChange: anyone,
} as const
