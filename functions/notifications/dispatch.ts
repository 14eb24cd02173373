import { isPrinted } from '../../shared/domain/aggregates/delivery.ts'
import type { EventRef } from '../ports/event-ref.ts'
import type { LedgerEvent, Outcome, OwedDelivery } from '../ports/ledger.ts'
import type { Dependencies } from '../ports/dependencies.ts'
import { untoldAfter } from './bounces/untold-letters.ts'
import { sendBy } from './channels/index.ts'
import { noticeOf } from './people/notice-of.ts'
import { tellPeople } from './people/tell-people.ts'
import { resolve } from './recipients/index.ts'
import type { Addressed } from './recipients/recipient.ts'

/**
 * Delivers what an event still owes, and keeps a receipt for each. A letter may go out twice if a server dies between
 * sending and noting it, never not at all. Work and printed letters are handed to the worker, which notes the receipt
 * when they are done; a sweep that is here for letters only hands none. An event is handed over once, whatever it owes:
 * two workers at once would print the same letter.
 */
export const deliverEvent =
  (deps: Dependencies) =>
  async (ref: EventRef, handWork = true): Promise<void> => {
    const event = await deps.ledger.event(ref)
    if (!event) return
    let handed = false
    const { isAllDone } = await settleOwed(deps, event, async (owed) => {
      if (owed.by !== 'work' && !isPrinted(owed)) return notify(deps, event, owed)
      if (handWork && !handed) await (owesWork(event) ? deps.work.hand(ref) : deps.work.enqueueLetter(ref))
      handed = true
      return 'left'
    })
    if (isAllDone) await deps.ledger.clearPending(ref)
  }

const owesWork = ({ deliveries }: LedgerEvent): boolean =>
  deliveries.some(({ by, outcome }) => by === 'work' && outcome === null)

/**
 * Outcome of a delivery; or it is `left` to whoever else sees to it; or it is `unfinished`, and nothing after it may
 * begin.
 */
type Settled = Outcome | 'left' | 'unfinished'

/**
 * Goes through what an event still owes, in its order, and writes the receipt of each before the next begins. What follows
 * from a letter that reached nobody has followed by then. Says whether it came to the end, and whether nothing is owed any
 * more.
 */
export const settleOwed = async (
  deps: Dependencies,
  event: LedgerEvent,
  settle: (owed: OwedDelivery) => Promise<Settled>,
): Promise<{ readonly isFinished: boolean; readonly isAllDone: boolean }> => {
  let { deliveries } = event
  for (const owed of event.deliveries) {
    if (owed.outcome !== null) continue
    const outcome = await settle(owed)
    if (outcome === 'unfinished') return { isFinished: false, isAllDone: false }
    if (outcome === 'left') continue
    deliveries = deliveries.map((one) => (one.id === owed.id ? { ...one, outcome } : one))
    const untoldOf = await untoldAfter(deps, event, owed, outcome)
    await deps.ledger.receive({ ...event, deliveries }, owed.id, outcome, deps.clock.now(), untoldOf)
  }
  return { isFinished: true, isAllDone: deliveries.every(({ outcome }) => outcome !== null) }
}

/**
 * Sends a letter an event owes, where there is one to send, and says what became of it. A notice to people is done when
 * each who wants to know was written to, or has it in the next digest.
 */
export const notify = async (
  deps: Dependencies,
  event: LedgerEvent,
  owed: Exclude<OwedDelivery, { by: 'work' }>,
): Promise<Outcome> => {
  if (owed.to === 'people') {
    await tellPeople(deps, await noticeOf(deps, event, owed))
    return 'done'
  }
  const of = { stream: event.stream, seq: event.seq }
  const { letter, after } = await resolve(owed.to, deps, event, owed)
  const send = ({ copy: _, ...one }: Addressed, reference: string) =>
    sendBy(owed.by, deps, { letter: { ...one, reference, of }, event, owed })
  if (typeof letter !== 'string' && letter.copy) await send(letter.copy, `${owed.id}-copy`)
  const outcome = typeof letter === 'string' ? letter : await send(letter, owed.id)
  await after?.(outcome)
  return outcome
}
