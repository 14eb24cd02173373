import * as z from 'zod'
import type { Bounce } from '../../usecases/deliveries/note-bounce.ts'

const one = z.tuple([z.string().min(1)], z.string())

/** What is read of an event of SES: what happened, and the tags the letter was sent with. */
const Told = z.object({
  detail: z.object({
    eventType: z.string(),
    bounce: z.object({ bounceType: z.string() }).optional(),
    mail: z.object({ tags: z.object({ reference: one, stream: one }) }),
  }),
})

/**
 * Notes bounces for good, and complaints. A mailbox that is full or a server that is away for a while is neither: the
 * letter may still arrive. What was not sent here cannot be read, and is thrown.
 */
export const bouncesIn =
  (note: (bounce: Bounce) => Promise<void>) =>
  async (event: unknown): Promise<void> => {
    const { eventType, bounce, mail } = Told.parse(event).detail
    const of = { stream: mail.tags.stream[0], deliveryId: mail.tags.reference[0] }
    if (eventType === 'Complaint') await note({ ...of, cause: 'complaint' })
    if (eventType === 'Bounce' && bounce?.bounceType === 'Permanent') await note({ ...of, cause: 'bounce' })
  }
