import type { World } from '../../ports/world.ts'
import { clearExports } from '../export/clear-exports.ts'
import type { MayGoOn } from '../operation/runner.ts'
import { keepObligations } from './keep-obligations.ts'
import { keepTerms } from './keep-terms.ts'
import { keepWatch } from './keep-watch.ts'

/** One thing the calendar does: it goes through what is due, as long as it may, and says how much it wrote. Idempotent. */
export type ScheduledJob = {
  readonly name: string
  readonly run: (world: World) => (mayGoOn?: MayGoOn) => Promise<number>
}

/**
 * Everything the calendar does, in its order: terms that are over, renewals, cancellations whose day has come; proposals
 * that were waited out, requirements past due and fences left behind; exports whose files go; obligations past due.
 */
export const schedule = [
  { name: 'turns', run: keepTerms },
  { name: 'watched', run: keepWatch },
  { name: 'exportsCleared', run: clearExports },
  { name: 'overdue', run: keepObligations },
] as const satisfies readonly ScheduledJob[]
export type ScheduledName = (typeof schedule)[number]['name']
