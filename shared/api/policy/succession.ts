import { entityOverResellers, readersOfBook } from './patterns.ts'

export const successionPolicy = {
  succeedSme: entityOverResellers,
  settleSmeConflict: entityOverResellers,
  listSuccessions: readersOfBook,
} as const
