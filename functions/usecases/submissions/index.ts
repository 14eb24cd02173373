import type { HandlersOf } from '../../../shared/api/route.ts'
import type { submissionRoutes } from '../../../shared/api/routes/submissions.ts'
import type { World } from '../../ports/world.ts'
import { acknowledgeSubmission, returnSubmission } from './answer-submission.ts'
import { getSubmission, listSubmissions } from './read-submissions.ts'
import { sendSubmission } from './send-submission.ts'

/** The use cases about what is submitted to the authorities. */
export const submissionsIn = (world: World): HandlersOf<typeof submissionRoutes> => ({
  listSubmissions: listSubmissions(world),
  getSubmission: getSubmission(world),
  sendSubmission: sendSubmission(world),
  acknowledgeSubmission: acknowledgeSubmission(world),
  returnSubmission: returnSubmission(world),
})
