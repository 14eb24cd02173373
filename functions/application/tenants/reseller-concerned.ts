import type { EntityId, ResellerId } from '../../../shared/domain/ids.ts'
import type { Dependencies } from '../../ports/dependencies.ts'

/** The reseller that a letter of its own ledger, or of the ledger of its case, is written to. */
export const resellerConcerned = async (
  { directory }: Pick<Dependencies, 'directory'>,
  entityId: EntityId,
  stream: string,
): Promise<ResellerId> => {
  if (stream.startsWith('rsl_')) return stream as ResellerId
  const found = await directory.discontinuance(entityId, stream as `dsc_${string}`)
  if (!found) throw new Error(`no ${stream}`)
  return found.state.resellerId
}
