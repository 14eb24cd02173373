import { entityOnOwn, entityOverResellers, readersOfBook, sellersOnBook, smeOnOwnContract } from './patterns.ts'

export const filePolicy = {
  beginUpload: sellersOnBook,
  finishUpload: sellersOnBook,
  acceptFile: entityOverResellers,
  approveFile: entityOnOwn,
  declineFile: sellersOnBook,
  listFiles: readersOfBook,
  getFile: readersOfBook,
  handOutFile: readersOfBook,
  listOwnFiles: smeOnOwnContract,
  handOutOwnFile: smeOnOwnContract,
} as const
