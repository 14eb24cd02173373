import type { World } from '../ports/world.ts'
import { lapse } from './discontinuances/lapse-discontinuance.ts'

const atOnce = 100

/**
 * What time brings to things other than contracts: proposals that were waited out. Goes through whatever is marked for
 * a moment that is over; done twice, it is done once. Gives how many it wrote down.
 */
export const keepWatch =
  (world: World) =>
  async (mayGoOn: () => boolean = () => true): Promise<number> => {
    let written = 0
    for (const over of await world.directory.over(world.clock.now(), atOnce)) {
      if (!mayGoOn()) return written
      if (await lapse(world, over.entityId, over.id)) written += 1
    }
    return written
  }
