import { entityOverResellers, sellersOnBook } from './patterns.ts'

export const provisionPolicy = {
  recordIncidentNotice: sellersOnBook,
  judgeIncidentTelling: entityOverResellers,
  recordEmergencySupport: sellersOnBook,
} as const
