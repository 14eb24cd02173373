import { entityOverResellers, readersOfBook, sellersOnBook } from './patterns.ts'

export const provisionPolicy = {
  recordIncidentNotice: sellersOnBook,
  judgeIncidentTelling: entityOverResellers,
  recordEmergencySupport: sellersOnBook,
  listIncidentNotices: readersOfBook,
  listEmergencySupports: readersOfBook,
  listWritten: readersOfBook,
} as const
