import { entityOverResellers, entityReadsResellers } from './patterns.ts'

export const takeoverPolicy = {
  listTakeovers: entityReadsResellers,
  listUnreached: entityReadsResellers,
  downloadUnreached: entityReadsResellers,
  tellSme: entityOverResellers,
  sendNoticeAgain: entityOverResellers,
  noteCoverage: entityOverResellers,
  settleTakeover: entityOverResellers,
} as const
