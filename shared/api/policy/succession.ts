import { entityOverResellers, readersOfBook } from './patterns.ts'

export const successionPolicy = {
  succeedSme: entityOverResellers,
  listSuccessions: readersOfBook,
  settleSmeConflict: entityOverResellers,
} as const
