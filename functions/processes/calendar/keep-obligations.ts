import { escalateObligations, overdueOn } from '../../../shared/domain/discontinuance/keeping-obligations.ts'
import { dayInJapan, type Instant, type PlainDate } from '../../../shared/domain/plain-date.ts'
import { done } from '../../../shared/domain/result.ts'
import type { CaseRef } from '../../ports/directory.ts'
import type { World } from '../../ports/world.ts'
import { change } from '../../application/change.ts'
import { progressOf } from '../../application/cases/progress.ts'
import { runCommand } from '../../application/run-command.ts'
import { systemStamp } from '../../application/system-stamp.ts'
import type { KeptDiscontinuance } from '../../../shared/domain/discontinuance/states.ts'

const casesAtOnce = 100

/**
 * What the calendar brings to cases: an obligation whose day has passed is escalated, once, with a letter to the
 * implementing entity; that every user was told is noted instead where that is so. Goes through whatever is overdue
 * today or was left from an earlier day; done twice, it is done once. Gives the number of cases it wrote to.
 */
export const keepObligations =
  (world: World) =>
  async (mayGoOn: () => boolean = () => true): Promise<number> => {
    const today = dayInJapan(world.clock.now())
    let kept = 0
    for (const ref of await world.directory.casesOverdue(today, casesAtOnce)) {
      if (!mayGoOn()) return kept
      if (await escalate(world, ref, today)) kept += 1
    }
    return kept
  }

/** False where there was nothing to write, or someone else wrote it meanwhile. */
const escalate = async (world: World, ref: CaseRef, today: PlainDate): Promise<boolean> => {
  const { entityId, discontinuanceId } = ref
  const before = await world.directory.discontinuance(entityId, discontinuanceId)
  if (!before || overdueOn(before.state, today).length === 0) return false
  const key = `${discontinuanceId}/${before.version}`
  const stamp = systemStamp('keep-obligations', key, world.clock.now())
  const landed = await runCommand(world.commits, stamp, async () => {
    const found = await world.directory.discontinuance(entityId, discontinuanceId)
    if (!found) throw new Error(`no ${discontinuanceId}`)
    const { state } = found
    const telling = await tellingOf(world, state, stamp.at)
    const events = [...escalateObligations(state, today, telling), ...(telling.toCount ? tallyOf(state) : [])]
    if (events.length === 0) return done(0)
    const changed = change('discontinuance', discontinuanceId, found, events, stamp.at)
    return world.commits.commit({ stamp, answer: events.length, changes: [changed] })
  })
  // The same version of the same case is the same command: whoever comes second only hears what was written.
  return landed.ok && landed.value > 0 && !landed.replayed
}

const tallyOf = ({ entityId }: KeptDiscontinuance) => [{ type: 'tally-asked' as const, entityId }]

/**
 * Whether everyone was told, asked only where that is what is overdue. Of a large case it is known once it was counted
 * today: until then it waits, and is asked to be counted.
 */
const tellingOf = async (
  world: World,
  state: KeptDiscontinuance,
  now: Instant,
): Promise<{ readonly everyoneTold: boolean | null; readonly toCount: boolean }> => {
  const today = dayInJapan(now)
  if (!state.reached || !overdueOn(state, today).some(({ code }) => code === 'tellSmes')) {
    return { everyoneTold: false, toCount: false }
  }
  const { takeovers, countedAt, counting } = await progressOf(world, state, now)
  const isOfToday = countedAt !== null && dayInJapan(countedAt) === today
  return isOfToday
    ? { everyoneTold: takeovers.opened === 0, toCount: false }
    : { everyoneTold: null, toCount: !counting }
}
