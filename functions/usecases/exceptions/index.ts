import type { HandlersOf } from '../../../shared/api/route.ts'
import type { exceptionRoutes } from '../../../shared/api/routes/exceptions.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { askForException } from './ask-for-exception.ts'
import { approveException, declineException, withdrawException } from './decide-on-exception.ts'
import { getException, listExceptions } from './read-exceptions.ts'

/** The use cases on exceptions of separate contracts. */
export const exceptionsIn = (deps: Dependencies): Pick<HandlersOf<Routes>, keyof typeof exceptionRoutes> => ({
  askForException: askForException(deps),
  approveException: approveException(deps),
  declineException: declineException(deps),
  withdrawException: withdrawException(deps),
  listExceptions: listExceptions(deps),
  getException: getException(deps),
})
