import { entityOverResellers, readersOfBook, sellersOnBook } from './patterns.ts'

export const provisionPolicy = {
  listIncidentNotices: readersOfBook,
  listEmergencySupports: readersOfBook,
  listWritten: readersOfBook,
  recordIncidentNotice: sellersOnBook,
  judgeIncidentTelling: entityOverResellers,
  recordEmergencySupport: sellersOnBook,
} as const
