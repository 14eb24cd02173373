import { knownOnOf } from '../../../shared/domain/discontinuance/proposing.ts'
import type { Instant, PlainDate } from '../../../shared/domain/plain-date.ts'
import type { World } from '../../ports/world.ts'
import type { KeptContract, Takeover } from '../../../shared/domain/contract/states.ts'

/** The instant of a takeover, and the day its difficulty was known, as its case has them. */
export const takenOver = async (
  { directory }: Pick<World, 'directory'>,
  { deal }: KeptContract,
  { discontinuanceId, since }: Pick<Takeover, 'discontinuanceId' | 'since'>,
): Promise<{ readonly since: Instant; readonly knownOn: PlainDate }> => {
  const about = await directory.discontinuance(deal.entityId, discontinuanceId)
  if (!about) throw new Error(`no ${discontinuanceId}`)
  return { since, knownOn: knownOnOf(about.state) }
}
