import type { HandlersOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { fileRoutes } from '../../../shared/api/routes/files.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { beginUpload } from './begin-upload.ts'
import { finishUpload } from './finish-upload.ts'
import { getFile, handOutFile, handOutOwnFile, listFiles, listOwnFiles } from './read-files.ts'
import { acceptFile, approveFile, declineFile } from './take-file.ts'

/** The use cases about files that somebody brings. */
export const filesIn = (deps: Dependencies): Pick<HandlersOf<Routes>, keyof typeof fileRoutes> => ({
  beginUpload: beginUpload(deps),
  finishUpload: finishUpload(deps),
  acceptFile: acceptFile(deps),
  approveFile: approveFile(deps),
  declineFile: declineFile(deps),
  listFiles: listFiles(deps),
  getFile: getFile(deps),
  handOutFile: handOutFile(deps),
  listOwnFiles: listOwnFiles(deps),
  handOutOwnFile: handOutOwnFile(deps),
})
