import type { World } from '../../ports/world.ts'
import type { DiscontinuanceId, ResellerId } from '../../../shared/domain/ids.ts'
import type { Over } from '../../ports/directory.ts'
import { noticePastDue } from '../../application/tenants/notice-concern.ts'
import { lapse } from '../../application/cases/lapse-discontinuance.ts'

const atOnce = 100

/**
 * What time brings to things other than contracts: proposals that were waited out, requirements that were not met in
 * time, and fences that an approval left behind. Goes through whatever is marked for a moment that is over; done twice, it is done once. Gives how many it wrote
 * down.
 */
export const keepWatch =
  (world: World) =>
  async (mayGoOn: () => boolean = () => true): Promise<number> => {
    let written = 0
    for (const over of await world.directory.over(world.clock.now(), atOnce)) {
      if (!mayGoOn()) return written
      if (await writeDown(world, over)) written += 1
    }
    return written
  }

const writeDown = (world: World, over: Over): Promise<boolean> =>
  'fenced' in over ? world.commits.takeDownFences(over.fenced, world.clock.now()) : writeDownOver(world, over)

const writeDownOver = (world: World, { entityId, id }: Exclude<Over, { fenced: unknown }>): Promise<boolean> =>
  isReseller(id) ? noticePastDue(world, { entityId, resellerId: id }) : lapse(world, entityId, id)

const isReseller = (id: DiscontinuanceId | ResellerId): id is ResellerId => id.startsWith('rsl_')
