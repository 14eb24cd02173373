import { knownOnOf } from '../../../shared/domain/discontinuance/proposing.ts'
import type { Instant, PlainDate } from '../../../shared/domain/plain-date.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { ExistingContract, Takeover } from '../../../shared/domain/contract/states.ts'

/** The instant of a takeover, and the day its difficulty was known, as its case has them. */
export const takenOver = async (
  { directory }: Pick<Dependencies, 'directory'>,
  { deal }: ExistingContract,
  { discontinuanceId, since }: Pick<Takeover, 'discontinuanceId' | 'since'>,
): Promise<{ readonly since: Instant; readonly knownOn: PlainDate }> => {
  const about = await directory.discontinuance(deal.entityId, discontinuanceId)
  if (!about) throw new Error(`no ${discontinuanceId}`)
  return { since, knownOn: knownOnOf(about.state) }
}
