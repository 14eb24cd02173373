import { madeAt } from './made-at.ts'

type Said = Readonly<Record<string, unknown>>

const usualWindowMs = 72 * 3_600_000

const isObject = (value: unknown): value is Said => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Adds what an event of 0.2.0 did not say: its contracts did not renew themselves; cases and operations as their rows
 * have it.
 */
const completed = (event: Said): Said => {
  if (isObject(event['deal'])) return { ...event, deal: { renewal: null, ...event['deal'] } }
  if (event['type'] === 'discontinuance-proposed')
    return { approveBy: madeAt(event['discontinuanceId'], usualWindowMs), ...event }
  return event['type'] === 'operation-accepted' ? { owner: event['entityId'], ...event } : event
}

/** Bears on the reading alone: the text of an event is what its chain is over, and is never written anew. */
export const event1To2 = (stored: Said): unknown => {
  const { event } = stored
  return isObject(event) ? { ...stored, event: completed(event) } : stored
}
