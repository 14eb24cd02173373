import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { refIn } from '../../adapters/aws/work-by-sqs.ts'
import type { Work } from '../../ports/dependencies.ts'
import type { runJob } from '../../processes/run-job.ts'
import { logTrouble } from '../trouble.ts'

/** Longer than any one step of any work takes: a step that was begun is finished. */
const marginMs = 60_000

/**
 * Does the work that messages name, for as long as there is time. Work that is not finished by then goes back on the
 * queue as a message of its own: nothing has failed, so nothing counts towards the dead letters. A message whose work
 * did fail is reported and comes again.
 */
export const workIn =
  (work: ReturnType<typeof runJob>, { hand }: Pick<Work, 'hand'>) =>
  async (
    { Records }: SQSEvent,
    { getRemainingTimeInMillis }: Pick<Context, 'getRemainingTimeInMillis'>,
  ): Promise<SQSBatchResponse> => {
    const batchItemFailures = []
    for (const { messageId, body } of Records) {
      try {
        const ref = refIn(body)
        const done = await work(ref, () => getRemainingTimeInMillis() > marginMs)
        if (!done) await hand(ref)
      } catch (error) {
        logTrouble('work', error)
        batchItemFailures.push({ itemIdentifier: messageId })
      }
    }
    return { batchItemFailures }
  }
