import { escalateObligations, overdueOn } from '../../../shared/domain/discontinuance/keeping-obligations.ts'
import { dayInJapan, type Instant, type PlainDate } from '../../../shared/domain/plain-date.ts'
import { ok } from '../../../shared/domain/result.ts'
import type { CaseRef } from '../../ports/directory.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change } from '../../application/change.ts'
import { progressOf } from '../../application/cases/progress.ts'
import { runCommand } from '../../application/run-command.ts'
import { systemMetadata } from '../../application/system-metadata.ts'
import type { ExistingDiscontinuance } from '../../../shared/domain/discontinuance/states.ts'

const casesAtOnce = 100

/**
 * Escalates an obligation whose day has passed, once, with a letter to the implementing entity; that every user was
 * told is noted instead where that is so. Goes through whatever is overdue today or was left from an earlier day;
 * idempotent. Gives the number of cases it wrote to.
 */
export const runObligationSchedule =
  (deps: Dependencies) =>
  async (mayGoOn: () => boolean = () => true): Promise<number> => {
    const today = dayInJapan(deps.clock.now())
    let kept = 0
    for (const ref of await deps.directory.casesOverdue(today, casesAtOnce)) {
      if (!mayGoOn()) return kept
      if (await escalate(deps, ref, today)) kept += 1
    }
    return kept
  }

/** False where there was nothing to write, or someone else wrote it meanwhile. */
const escalate = async (deps: Dependencies, ref: CaseRef, today: PlainDate): Promise<boolean> => {
  const { entityId, discontinuanceId } = ref
  const before = await deps.directory.discontinuance(entityId, discontinuanceId)
  if (!before || overdueOn(before.state, today).length === 0) return false
  const key = `${discontinuanceId}/${before.version}`
  const metadata = systemMetadata('keep-obligations', key, deps.clock.now())
  const landed = await runCommand(deps.commits, metadata, async () => {
    const found = await deps.directory.discontinuance(entityId, discontinuanceId)
    if (!found) throw new Error(`no ${discontinuanceId}`)
    const { state } = found
    const telling = await tellingOf(deps, state, metadata.at)
    const events = [...escalateObligations(state, today, telling), ...(telling.toCount ? tallyOf(state) : [])]
    if (events.length === 0) return ok(0)
    const changed = change('discontinuance', discontinuanceId, found, events, metadata.at)
    return deps.commits.commit({ metadata, answer: events.length, changes: [changed] })
  })
  // The same version of the same case is the same command: whoever comes second only hears what was written.
  return landed.ok && landed.value > 0 && !landed.replayed
}

const tallyOf = ({ entityId }: ExistingDiscontinuance) => [{ type: 'tally-asked' as const, entityId }]

/**
 * State of telling everyone, asked only where that is what is overdue. Of a large case it is known once it was counted
 * today: until then it waits, and is asked to be counted.
 */
const tellingOf = async (
  deps: Dependencies,
  state: ExistingDiscontinuance,
  now: Instant,
): Promise<{ readonly everyoneTold: boolean | null; readonly toCount: boolean }> => {
  const today = dayInJapan(now)
  if (!state.reached || !overdueOn(state, today).some(({ code }) => code === 'tellSmes')) {
    return { everyoneTold: false, toCount: false }
  }
  const { takeovers, countedAt, counting } = await progressOf(deps, state, now)
  const isOfToday = countedAt !== null && dayInJapan(countedAt) === today
  return isOfToday
    ? { everyoneTold: takeovers.opened === 0, toCount: false }
    : { everyoneTold: null, toCount: !counting }
}
