import {
  adminOnOwn,
  adminOverResellers,
  entityOverResellers,
  entityReadsOwn,
  entityReadsResellers,
} from './patterns.ts'

export const obligationPolicy = {
  listObligations: entityReadsResellers,
  fulfilObligation: entityOverResellers,
  waiveObligation: adminOverResellers,
  getObligationSettings: entityReadsOwn,
  setObligationSettings: adminOnOwn,
} as const
