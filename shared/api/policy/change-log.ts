import { everyoneOfTheirTenant } from './patterns.ts'

export const changeLogPolicy = {
  listChangeLog: everyoneOfTheirTenant,
  downloadChangeLog: everyoneOfTheirTenant,
} as const
