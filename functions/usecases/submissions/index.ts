import type { HandlersOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { submissionRoutes } from '../../../shared/api/routes/submissions.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { acknowledgeSubmission, returnSubmission } from './answer-submission.ts'
import { getSubmission, listSubmissions } from './read-submissions.ts'
import { sendSubmission } from './send-submission.ts'

/** The use cases about what is submitted to the authorities. */
export const submissionsIn = (deps: Dependencies): Pick<HandlersOf<Routes>, keyof typeof submissionRoutes> => ({
  listSubmissions: listSubmissions(deps),
  getSubmission: getSubmission(deps),
  sendSubmission: sendSubmission(deps),
  acknowledgeSubmission: acknowledgeSubmission(deps),
  returnSubmission: returnSubmission(deps),
})
