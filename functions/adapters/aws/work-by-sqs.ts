import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import * as z from 'zod'
import type { Work } from '../../ports/dependencies.ts'
import { clientTimeouts } from './client-timeouts.ts'
import type { EventRef } from '../../ports/event-ref.ts'

const Message = z.strictObject({ stream: z.string().min(1), seq: z.int().min(1) })

/** A client that goes where the SDK is told to go for SQS, and not where a queue's name points. */
export const queueClient = (): SQSClient => new SQSClient({ ...clientTimeouts, useQueueUrlAsEndpoint: false })

/** Work by two queues, one of them for printed letters: a message names the event that owes it, and nothing else. */
export const workBySqs = (
  sqs: SQSClient,
  { work, letters }: { readonly work: string; readonly letters: string },
): Work => {
  const handTo =
    (QueueUrl: string) =>
    async ({ stream, seq }: EventRef): Promise<void> => {
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify({ stream, seq }) }))
    }
  return { hand: handTo(work), enqueueLetter: handTo(letters) }
}

/** The event a message names. Throws on one that was not written here. */
export const refIn = (body: string): EventRef => Message.parse(JSON.parse(body))
