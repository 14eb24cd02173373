import { entityOverResellers, readersOfBook } from './patterns.ts'

export const formReadingPolicy = {
  recordFormReading: entityOverResellers,
  listFormReadings: readersOfBook,
} as const
