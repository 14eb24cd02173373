import type { EntityId, OperationId } from '../../../shared/domain/ids.ts'
import { dayInJapan } from '../../../shared/domain/plain-date.ts'
import { clearExport } from '../../../shared/domain/platform/operation.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change } from '../../application/change.ts'
import { systemMetadata } from '../../application/system-metadata.ts'
import { partsOf } from '../../application/operations/export-parts.ts'

const exportsAtOnce = 100
const filesAtOnce = 16

/**
 * Lets go of every export whose last day has passed; a worker takes its files away. Idempotent. Gives
 * how many were let go.
 */
export const clearExports =
  (deps: Dependencies) =>
  async (mayGoOn: () => boolean = () => true): Promise<number> => {
    const now = deps.clock.now()
    const today = dayInJapan(now)
    let cleared = 0
    for (const { entityId, operationId } of await deps.directory.exportsToClear(today, exportsAtOnce)) {
      if (!mayGoOn()) return cleared
      const found = await deps.directory.operation(entityId, operationId)
      const events = found ? clearExport(found.state, today) : []
      if (!found || events.length === 0) continue
      const landed = await deps.commits.commit({
        metadata: systemMetadata('clear-export', operationId, now),
        answer: today,
        changes: [change('operation', operationId, found, events, now)],
      })
      if (landed.ok) cleared += 1
    }
    return cleared
  }

/** Takes the files of an export that was let go out of the vault. True when none is left. */
export const emptyExport =
  (deps: Dependencies) =>
  async (entityId: EntityId, operationId: OperationId, mayGoOn: () => boolean): Promise<boolean> => {
    const found = await deps.directory.operation(entityId, operationId)
    if (!found?.state.clearedOn) throw new Error(`${operationId} was not let go`)
    const today = dayInJapan(deps.clock.now())
    const parts = [...(await partsOf(deps, operationId, found.state.steps))]
    while (parts.length > 0) {
      if (!mayGoOn()) return false
      const some = parts.splice(0, filesAtOnce)
      const outcomes = await Promise.all(some.map(({ name }) => deps.vault.remove(name, today)))
      if (outcomes.includes('kept')) throw new Error(`the vault keeps files of ${operationId} still`)
    }
    return true
  }
