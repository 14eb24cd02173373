import { adminOnOwn, entityOnOwn, entityOverResellers, entityReadsOwn } from './patterns.ts'

export const redisclosurePolicy = {
  listAffectedContracts: entityReadsOwn,
  openRedisclosure: entityOnOwn,
  listRedisclosures: entityReadsOwn,
  getRedisclosure: entityReadsOwn,
  downloadRemaining: entityReadsOwn,
  tellOfChange: entityOverResellers,
  leaveUnderOldText: entityOverResellers,
  closeRedisclosure: adminOnOwn,
} as const
