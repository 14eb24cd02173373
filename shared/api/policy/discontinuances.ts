import {
  adminOnOwn,
  adminOverResellers,
  entityOverResellers,
  entityReadsOwn,
  entityReadsResellers,
} from './patterns.ts'

export const discontinuancePolicy = {
  proposeDiscontinuance: entityOverResellers,
  approveDiscontinuance: entityOverResellers,
  confirmRestriction: adminOverResellers,
  getApprovalWindow: entityReadsOwn,
  setApprovalWindow: adminOnOwn,
  withdrawDiscontinuance: entityOverResellers,
  tallyTakeovers: entityOverResellers,
  closeDiscontinuance: adminOverResellers,
  listDiscontinuances: entityReadsResellers,
  getDiscontinuance: entityReadsResellers,
  getFanOut: entityReadsResellers,
} as const
