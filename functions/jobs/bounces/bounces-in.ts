import * as z from 'zod'
import type { Bounce } from '../../notifications/bounces/note-bounce.ts'
import type { BounceCause } from '../../../shared/domain/contract/contract-words.ts'
import { instant } from '../../../shared/domain/plain-date.ts'
import type { Arrival } from '../../notifications/bounces/note-arrival.ts'
import { CodeEvent, fateOfCode } from './code-events.ts'

const one = z.tuple([z.string().min(1)], z.string())

/** Action of a mail server on one recipient; an automatic reply names none. */
const Recipient = z.object({ action: z.string().optional() })

/** Fields read of an event of SES: what happened, and the tags the letter was sent with. */
const Told = z.object({
  detail: z.object({
    eventType: z.string(),
    bounce: z
      .object({
        bounceType: z.string(),
        bounceSubType: z.string().optional(),
        bouncedRecipients: z.array(Recipient).optional(),
      })
      .optional(),
    mail: z.object({
      timestamp: z.string().optional(),
      destination: z.array(z.string()).optional(),
      tags: z.object({ reference: one, stream: one, seq: one.optional() }),
    }),
  }),
})
type Told = z.output<typeof Told>['detail']

/** Addresses SES sends nothing to any more: its list of the account, and its own. */
const suppressed = new Set(['OnAccountSuppressionList', 'Suppressed'])

/**
 * Cause for which a letter is lost for good; null where it is not. SES tells of a bounce it calls transient only once
 * it has given up, so that is final too, unless it is a mere reply: an automatic one, as out of office, comes as
 * transient and general and names no action of a mail server. A delay is no bounce: SES goes on with its retries.
 */
const causeOf = ({ eventType, bounce }: Told): BounceCause | null => {
  if (eventType === 'Complaint') return 'complaint'
  if (eventType === 'Reject') return 'rejected'
  if (eventType !== 'Bounce' || !bounce) return null
  const { bounceType, bounceSubType = 'General', bouncedRecipients = [] } = bounce
  if (suppressed.has(bounceSubType)) return 'suppressed'
  if (bounceType === 'Permanent') return 'bounce'
  if (bounceType === 'Undetermined') return 'undetermined'
  const hasFailed = bouncedRecipients.some(({ action }) => action === 'failed')
  return bounceType === 'Transient' && (hasFailed || bounceSubType !== 'General') ? 'expired' : null
}

/**
 * Notes what is lost for good and, where that is asked for, what has arrived. What was not sent here cannot be read, and
 * is thrown.
 */
export const bouncesIn =
  (bounce: (bounce: Bounce) => Promise<void>, arrival?: (letter: Arrival) => Promise<void>) =>
  async (event: unknown): Promise<void> => {
    const ofCode = CodeEvent.safeParse(event)
    if (ofCode.success) return codeFate(ofCode.data.detail, bounce, arrival)
    const told = Told.parse(event).detail
    const { timestamp, destination = [], tags } = told.mail
    const { stream, reference, seq } = tags
    const sentAt = timestamp === undefined ? {} : { sentAt: instant(timestamp) }
    const of = { stream: stream[0], deliveryId: reference[0], ...sentAt }
    if (told.eventType === 'Delivery' && seq) return arrival?.({ ...of, seq: Number(seq[0]) })
    const cause = causeOf(told)
    const [to] = destination
    if (cause) await bounce({ ...of, cause, ...(to === undefined ? {} : { to }) })
  }

/** A code that is lost is noted as a letter would be: whoever waits for it is told, and asks for another way. */
const codeFate = async (
  told: z.output<typeof CodeEvent>['detail'],
  bounce: (bounce: Bounce) => Promise<void>,
  arrival?: (letter: Arrival) => Promise<void>,
): Promise<void> => {
  const { reference, stream, seq } = told.context
  const of = { stream, deliveryId: reference }
  const fate = fateOfCode(told)
  if (fate === 'arrived') return arrival?.({ ...of, seq: Number(seq) })
  if (fate) await bounce({ ...of, cause: fate })
}
