import { adminOverResellers, entityOverResellers, entityReadsResellers } from './patterns.ts'

export const contactPolicy = {
  proposeContactChange: entityOverResellers,
  approveContactChange: adminOverResellers,
  withdrawContactChange: entityOverResellers,
  getContactChange: entityReadsResellers,
} as const
