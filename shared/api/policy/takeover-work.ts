import { entityOverResellers } from './patterns.ts'

export const takeoverWorkPolicy = {
  workOnTakeovers: entityOverResellers,
  moveContracts: entityOverResellers,
} as const
