import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import * as z from 'zod'
import { logTrouble } from '../trouble.ts'
import type { EventRef } from '../../ports/event-ref.ts'

/** Fields of a ledger row that the relay reads: the event's own text names it. */
const Named = z.object({ stream: z.string().min(1), seq: z.int().min(1) })

const refOf = ({ dynamodb }: DynamoDBRecord): EventRef =>
  Named.parse(JSON.parse(dynamodb?.NewImage?.['e']?.S ?? 'null'))

/**
 * Wakes the delivery of every new event that owes something. One that fails does not hold up those behind it: all are
 * tried, the failed ones are reported and come again, and what was delivered already is not delivered twice.
 */
export const relayIn =
  (deliver: (ref: EventRef) => Promise<void>) =>
  async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const batchItemFailures = []
    for (const record of Records) {
      try {
        await deliver(refOf(record))
      } catch (error) {
        logTrouble('relay', error)
        batchItemFailures.push({ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' })
      }
    }
    return { batchItemFailures }
  }
