import type { HandlersOf } from '../../../shared/api/route.ts'
import type { concernRoutes } from '../../../shared/api/routes/concerns.ts'
import type { World } from '../../ports/world.ts'
import { dismissConcern } from './dismiss-concern.ts'
import { raiseConcern } from './raise-concern.ts'
import { getConcern, listConcerns } from './read-concerns.ts'

/** The use cases about concerns. */
export const concernsIn = (world: World): HandlersOf<typeof concernRoutes> => ({
  raiseConcern: raiseConcern(world),
  dismissConcern: dismissConcern(world),
  listConcerns: listConcerns(world),
  getConcern: getConcern(world),
})
