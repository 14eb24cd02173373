import { adminOnOwn, adminOverResellers, entityReadsResellers, readersOfBook } from './patterns.ts'

export const archivePolicy = {
  getArchive: readersOfBook,
  downloadSealed: readersOfBook,
  downloadEvidencePackage: entityReadsResellers,
  placeHold: adminOverResellers,
  liftHold: adminOverResellers,
  disposeArchive: adminOverResellers,
  setRetentionYears: adminOnOwn,
} as const
