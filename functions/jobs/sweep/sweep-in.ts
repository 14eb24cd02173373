import type { Context } from 'aws-lambda'
import { isForWorker } from '../../../shared/domain/aggregates/delivery.ts'
import type { LedgerEvent } from '../../ports/ledger.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { deliverEvent } from '../../notifications/dispatch.ts'
import { sweep } from '../../notifications/sweep.ts'
import { schedule } from '../../processes/calendar/schedule.ts'
import { logTrouble } from '../trouble.ts'

const minute = 60_000
/** A worker may live for a quarter of an hour; only then is it clear that work has been dropped. */
const workEveryMinutes = 15
/** Time enough to finish a delivery that was begun. */
const marginMs = 10_000

/**
 * Delivers what the relay has missed. Anything younger than a minute is still the relay's. One event that cannot be
 * delivered does not keep the others waiting; it is told of at the end, and comes again with the next sweep. Then
 * everything the calendar does.
 */
export const sweepIn =
  (deps: Dependencies, deliver = deliverEvent(deps)) =>
  async (_: unknown, { getRemainingTimeInMillis }: Pick<Context, 'getRemainingTimeInMillis'>): Promise<void> => {
    const figures = { owed: 0, failed: 0, oldestOwedSeconds: 0 }
    await sweep(deps, async (ref) => {
      if (getRemainingTimeInMillis() < marginMs) return
      const event = await deps.ledger.event(ref)
      if (!event) return
      const age = Date.parse(deps.clock.now()) - Date.parse(event.at)
      figures.owed += 1
      if (!owesOnlyWork(event)) figures.oldestOwedSeconds = Math.max(figures.oldestOwedSeconds, Math.floor(age / 1_000))
      const minutes = Math.floor(age / minute)
      const workIsDue = minutes % workEveryMinutes === 0
      if (minutes < 1 || (owesOnlyWork(event) && !workIsDue)) return
      try {
        await deliver(ref, workIsDue)
      } catch (error) {
        logTrouble(`sweep ${ref.stream}#${ref.seq}`, error)
        figures.failed += 1
      }
    })()
    const mayGoOn = () => getRemainingTimeInMillis() >= marginMs
    const scheduled: Record<string, number> = {}
    for (const { name, run } of schedule) scheduled[name] = await run(deps)(mayGoOn)
    console.log({ what: 'swept', ...figures, ...scheduled })
    if (figures.failed > 0) throw new Error(`${figures.failed} events could not be delivered`)
  }

/**
 * Letters are due at every sweep. Work, and letters the worker prints, are handed again once in a worker's life, or the
 * queue would fill with the same thing; whatever else their event owes does not wait for it.
 */
const owesOnlyWork = ({ deliveries }: LedgerEvent): boolean => {
  const open = deliveries.filter(({ outcome }) => outcome === null)
  return open.length > 0 && open.every(isForWorker)
}
