import { type ChangeKind, changedFacts } from '../../../shared/domain/service/change.ts'
import type { ExistingService } from '../../../shared/domain/service/service.ts'
import type { ServiceChangeFacts } from '../../../shared/standard/model/occasion.ts'
import type { Dependencies } from '../../ports/dependencies.ts'

/** Facts on the change of a version from the one before it; undefined for a first version, which changes nothing. */
export const changeTo = async (
  { facts }: Pick<Dependencies, 'facts'>,
  { serviceId, versions }: Pick<ExistingService, 'serviceId' | 'versions'>,
  number: number,
  kind: ChangeKind | null,
): Promise<ServiceChangeFacts | undefined> => {
  const before = versions.find((one) => one.number === number - 1)
  const after = versions.find((one) => one.number === number)
  if (!before || !after) return undefined
  return {
    changed: changedFacts(await facts(serviceId, before.number), await facts(serviceId, after.number)),
    editionChanged: before.edition !== after.edition,
    kind,
  }
}
