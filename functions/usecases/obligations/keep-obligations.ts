import type { KeptDiscontinuance } from '../../../shared/domain/discontinuance/discontinuance.ts'
import { escalateObligations, overdueOn } from '../../../shared/domain/discontinuance/keeping-obligations.ts'
import { dayInJapan, type Instant, type PlainDate } from '../../../shared/domain/plain-date.ts'
import { refuse } from '../../../shared/domain/result.ts'
import type { CaseRef } from '../../ports/directory.ts'
import type { World } from '../../ports/world.ts'
import { change } from '../change.ts'
import { progressOf } from '../discontinuances/progress.ts'
import { runCommand } from '../run-command.ts'
import { systemStamp } from '../system-stamp.ts'

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
    if (!found) return refuse({ kind: 'changed-meanwhile' as const })
    const everyoneTold = await isEveryoneTold(world, found.state, stamp.at)
    const events = escalateObligations(found.state, today, { everyoneTold })
    if (events.length === 0) return refuse({ kind: 'changed-meanwhile' as const })
    const changed = change('discontinuance', discontinuanceId, found, events, stamp.at)
    return world.commits.commit({ stamp, answer: events.length, changes: [changed] })
  })
  return landed.ok
}

/** The book is read only where telling is what is overdue. */
const isEveryoneTold = async (world: World, state: KeptDiscontinuance, now: Instant): Promise<boolean> => {
  const today = dayInJapan(now)
  if (!state.reached || !overdueOn(state, today).some(({ code }) => code === 'tellSmes')) return false
  const { takeovers } = await progressOf(world, state, now)
  return takeovers.opened === 0
}
