import { entityOnOwn, entityOverResellers, entityReadsOwn, exportersOfOwn, readersOfOwnOperations } from './patterns.ts'

export const operationPolicy = {
  importContracts: entityOverResellers,
  recountContracts: entityOnOwn,
  exportHoldings: exportersOfOwn,
  getExport: exportersOfOwn,
  downloadExportPart: exportersOfOwn,
  getOperation: readersOfOwnOperations,
  listOperations: readersOfOwnOperations,
  listImportResults: entityReadsOwn,
  downloadImportResults: entityReadsOwn,
  getRecount: entityReadsOwn,
} as const
