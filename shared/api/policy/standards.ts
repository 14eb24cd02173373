import { anyone, entityReadsOwn, readersOfBook } from './patterns.ts'

export const standardPolicy = {
  listStandards: anyone,
  getStandard: anyone,
  getStandardPage: anyone,
  getServiceConformity: entityReadsOwn,
  getServiceConformityPage: entityReadsOwn,
  getContractConformity: readersOfBook,
  getContractConformityPage: readersOfBook,
  getGap: entityReadsOwn,
  getGapPage: entityReadsOwn,
} as const
