import type { EntityId, OperationId } from '../../../shared/domain/ids.ts'
import type { Actor } from '../../../shared/domain/people.ts'
import { isThrough, type KeptOperation } from '../../../shared/domain/platform/operation.ts'
import { numbered } from '../../ports/papers.ts'
import type { Kept } from '../../ports/records.ts'
import type { World } from '../../ports/world.ts'
import { change } from '../../application/change.ts'
import { systemStamp } from '../../application/system-stamp.ts'
import type { RowOfBook } from '../../application/import/book-rows.ts'
import type { Run } from '../../application/import/import-row.ts'
import { type Result, rowsPerStep, finish } from '../../application/operations/results.ts'
import { runFrom, resultsFor } from '../../application/import/rows-of-step.ts'

/**
 * Works through an imported book, step by step, and can stop and begin again at any of them. Rows that meet on one
 * SME's place are taken in row order; all others side by side. A rehearsal judges them and records none. True when the
 * book is done.
 */
export const runImport =
  (world: World) =>
  async (operationId: OperationId, actor: Actor, mayGoOn: () => boolean): Promise<boolean> => {
    const entityId = actor.tenant as EntityId
    let run: (Run & { readonly rows: readonly RowOfBook[] }) | undefined
    for (;;) {
      const found = await world.directory.operation(entityId, operationId)
      if (!found) throw new Error(`no ${operationId}`)
      const { stage, done } = found.state
      if (stage === 'finished') return true
      if (!mayGoOn()) return false
      if (isThrough(found.state)) {
        await finish(world, found)
        continue
      }
      run ??= await runFrom(world, found, actor)
      await advance(world, found, await resultsFor(run, run.rows.slice(done, done + rowsPerStep)))
    }
  }

const advance = async (world: World, found: Kept<KeptOperation>, results: readonly Result[]): Promise<void> => {
  const { operationId, steps } = found.state
  const paper = { name: numbered('results', steps + 1), content: results, sha256: world.digest(results) }
  const accepted = results.filter(({ verdict }) => verdict === 'accepted').length
  const event = {
    type: 'operation-advanced' as const,
    accepted,
    refused: results.length - accepted,
    resultsSha256: paper.sha256,
  }
  const now = world.clock.now()
  // Where another worker noted the same step first, its results stand; they say the same.
  await world.commits.commit({
    stamp: systemStamp('advance-import', `${operationId}/${steps + 1}`, now),
    answer: steps + 1,
    changes: [change('operation', operationId, found, [event], now, { papers: [paper] })],
  })
}
