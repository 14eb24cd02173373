import * as z from 'zod'
import type { BounceCause } from '../../../shared/domain/contract/contract-words.ts'

/** Fields read of an event of AWS End User Messaging: what happened, and the context the code was sent with. */
export const CodeEvent = z.object({
  source: z.literal('aws.sms-voice'),
  detail: z.object({
    eventType: z.string(),
    isFinal: z.boolean().optional(),
    context: z.object({ reference: z.string().min(1), stream: z.string().min(1), seq: z.string().min(1) }),
  }),
})

/** Causes by what the service says became of a message or a call; what it does not say yet is not here. */
const causes: Readonly<Record<string, BounceCause>> = {
  TEXT_INVALID: 'bounce',
  TEXT_INVALID_MESSAGE: 'rejected',
  TEXT_BLOCKED: 'rejected',
  TEXT_CARRIER_BLOCKED: 'rejected',
  TEXT_PROTECT_BLOCKED: 'rejected',
  TEXT_SPAM: 'rejected',
  TEXT_UNREACHABLE: 'expired',
  TEXT_CARRIER_UNREACHABLE: 'expired',
  TEXT_TTL_EXPIRED: 'expired',
  TEXT_UNKNOWN: 'undetermined',
  VOICE_BUSY: 'expired',
  VOICE_NO_ANSWER: 'expired',
  VOICE_TTL_EXPIRED: 'expired',
  VOICE_FAILED: 'undetermined',
}

const arrivals: ReadonlySet<string> = new Set(['TEXT_DELIVERED', 'VOICE_COMPLETED'])

/**
 * What became of a code: it arrived, or it is lost and why; null while that is open. Carriers that tell of no arrival say
 * at last that they took it (`TEXT_SUCCESSFUL`), which is all there is to know. A call that was picked up is told again
 * once it was heard to its end.
 */
export const fateOfCode = ({
  eventType,
  isFinal,
}: z.output<typeof CodeEvent>['detail']): 'arrived' | BounceCause | null => {
  if (isFinal === false) return null
  if (arrivals.has(eventType) || (eventType === 'TEXT_SUCCESSFUL' && isFinal)) return 'arrived'
  return causes[eventType] ?? null
}
