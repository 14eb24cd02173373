import { everyoneOfTheirTenant } from './patterns.ts'

export const homePolicy = {
  readHome: everyoneOfTheirTenant,
} as const
