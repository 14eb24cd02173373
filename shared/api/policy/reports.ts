import { entityReadsResellers } from './patterns.ts'

export const reportPolicy = {
  reportContracts: entityReadsResellers,
  downloadContractReport: entityReadsResellers,
} as const
