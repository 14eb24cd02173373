import type { EntityId, OperationId } from '../../../shared/domain/ids.ts'
import type { ExistingOperation } from '../../../shared/domain/platform/operation.ts'
import { numbered, type PaperContent } from '../../ports/papers.ts'
import type { Commits, Versioned } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change } from '../../application/change.ts'
import { systemMetadata } from '../../application/system-metadata.ts'

/** True while there is time to begin another step. */
export type MayGoOn = () => boolean

/**
 * Runs an operation step by step until it is finished, or until there is no time for another step. The operation is read
 * anew before each step, so a worker that begins again, or works beside another, goes on from what is on record. True
 * when it is finished.
 */
export const runOperation = async (
  { directory }: Pick<Dependencies, 'directory'>,
  entityId: EntityId,
  operationId: OperationId,
  mayGoOn: MayGoOn,
  step: (found: Versioned<ExistingOperation>) => Promise<void>,
): Promise<boolean> => {
  for (;;) {
    const found = await directory.operation(entityId, operationId)
    if (!found) throw new Error(`no ${operationId}`)
    if (found.state.stage === 'finished') return true
    if (!mayGoOn()) return false
    await step(found)
  }
}

/** The evidence document that a step's results are kept in. */
export const resultsPaper = (
  { digest }: Pick<Dependencies, 'digest'>,
  { steps }: ExistingOperation,
  content: PaperContent,
) => ({
  name: numbered('results', steps + 1),
  content,
  sha256: digest(content),
})

/** Result of a step, as its operation counts it. */
type Step = {
  /** The name its command bears, with the number of the step: a step is committed once. */
  readonly command: string
  readonly results: PaperContent
  readonly accepted: number
  readonly refused: number
  /** True where the operation is finished with it. */
  readonly finishes?: boolean
}

/**
 * Commits a step with its results. Idempotent: where another worker committed the same step first, its results stand,
 * and the answer is their hash.
 */
export const commitStep = async (
  deps: Dependencies,
  found: Versioned<ExistingOperation>,
  { command, results, accepted, refused, finishes = false }: Step,
): Promise<Awaited<ReturnType<Commits['commit']>>> => {
  const { operationId, steps } = found.state
  const paper = resultsPaper(deps, found.state, results)
  const advanced = { type: 'operation-advanced' as const, accepted, refused, resultsSha256: paper.sha256 }
  const events = finishes ? [advanced, { type: 'operation-finished' as const }] : [advanced]
  const now = deps.clock.now()
  return deps.commits.commit({
    metadata: systemMetadata(command, `${operationId}/${steps + 1}`, now),
    answer: paper.sha256,
    changes: [change('operation', operationId, found, events, now, { papers: [paper] })],
  })
}

/** Finishes an operation whose steps are all done. Idempotent. */
export const finish = async (deps: Dependencies, found: Versioned<ExistingOperation>): Promise<void> => {
  const { operationId } = found.state
  const now = deps.clock.now()
  await deps.commits.commit({
    metadata: systemMetadata('finish-operation', operationId, now),
    answer: true,
    changes: [change('operation', operationId, found, [{ type: 'operation-finished' }], now)],
  })
}
