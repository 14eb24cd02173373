import type { EntityId, OperationId } from '../../../shared/domain/ids.ts'
import type { Actor } from '../../../shared/domain/people.ts'
import { isThrough } from '../../../shared/domain/platform/operation.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { RowOfBook } from '../../application/import/book-rows.ts'
import type { ImportRun } from '../../application/import/import-row.ts'
import { rowsPerStep } from '../../application/operations/results.ts'
import { resultsForm } from '../../papers/results.ts'
import { commitStep, finish, runOperation } from '../operation/runner.ts'
import { runFrom, resultsFor } from '../../application/import/rows-of-step.ts'

/**
 * Works through an imported book, step by step, and can stop and begin again at any of them. Rows that meet on one
 * SME's place are taken in row order; all others side by side. A rehearsal judges them and records none. True when the
 * book is done.
 */
export const runImport =
  (deps: Dependencies) =>
  async (operationId: OperationId, actor: Actor, mayGoOn: () => boolean): Promise<boolean> => {
    const entityId = actor.tenant as EntityId
    let run: (ImportRun & { readonly rows: readonly RowOfBook[] }) | undefined
    return runOperation(deps, entityId, operationId, mayGoOn, async (found) => {
      if (isThrough(found.state)) return finish(deps, found)
      run ??= await runFrom(deps, found, actor)
      const { done } = found.state
      const results = await resultsFor(run, run.rows.slice(done, done + rowsPerStep))
      const accepted = results.filter(({ verdict }) => verdict === 'accepted').length
      const refused = results.length - accepted
      await commitStep(deps, found, {
        command: 'advance-import',
        results: resultsForm.write({ rows: results }),
        accepted,
        refused,
      })
    })
  }
