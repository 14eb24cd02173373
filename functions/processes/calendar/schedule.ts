import type { Dependencies } from '../../ports/dependencies.ts'
import { clearExports } from '../export/clear-exports.ts'
import type { MayGoOn } from '../operation/runner.ts'
import { runObligationSchedule } from './obligation-schedule.ts'
import { runContractSchedule } from './contract-schedule.ts'
import { remindOfLinks } from './remind-of-links.ts'
import { tellAhead } from './tell-ahead.ts'
import { sendDigests } from './send-digests.ts'
import { expireOverdue } from './expire-overdue.ts'

/** Job of the calendar: it goes through what is due, as long as it may, and says how much it wrote. Idempotent. */
type ScheduledJob = {
  readonly name: string
  readonly run: (deps: Dependencies) => (mayGoOn?: MayGoOn) => Promise<number>
}

/**
 * Jobs of the calendar, in their order: terms that are over, renewals, cancellations whose day has come; proposals that
 * were waited out, requirements past due and signing locks left behind; exports whose files go; obligations past due; links
 * that are about to run out unsigned; what is due or about to lapse; digests.
 */
export const schedule = [
  { name: 'turns', run: runContractSchedule },
  { name: 'watched', run: expireOverdue },
  { name: 'exportsCleared', run: clearExports },
  { name: 'overdue', run: runObligationSchedule },
  { name: 'reminded', run: remindOfLinks },
  { name: 'ahead', run: tellAhead },
  { name: 'digests', run: sendDigests },
] as const satisfies readonly ScheduledJob[]
export type ScheduledName = (typeof schedule)[number]['name']
