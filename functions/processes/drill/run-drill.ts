import { fanOutProgress } from '../../../shared/domain/discontinuance/fan-out.ts'
import { shardCount, type EntityId, type OperationId } from '../../../shared/domain/ids.ts'
import type { ExistingOperation } from '../../../shared/domain/platform/operation.ts'
import { takeoverSeconds, type DrillEvent } from '../../../shared/domain/reseller/drill.ts'
import { partsOf, scoreTenths, type ReadinessFacts } from '../../../shared/domain/reseller/readiness.ts'
import { pastDueOn } from '../../../shared/domain/reseller/requirement.ts'
import { numbered, paperAt } from '../../ports/papers.ts'
import type { Versioned } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { drillForm, type DrillInput, type DrillStep, drillInputForm, drillStepForm } from '../../papers/drills.ts'
import { change } from '../../application/change.ts'
import { systemMetadata } from '../../application/system-metadata.ts'
import type { PortfolioCursor } from '../../application/contracts/portfolio.ts'
import { commitStep, runOperation } from '../operation/runner.ts'
import { beforeFirstStep, nextStep } from './drill-step.ts'
import type { DrillPaper } from '../../../shared/domain/reseller/drill-paper.ts'
import { readWhole } from '../../application/read-whole.ts'

/**
 * Goes through a reseller's book as its takeover would, step by step, and can stop and begin again at any of them. All
 * it writes is its own progress, and at last one event of the reseller. True when it is done.
 */
export const runDrill =
  (deps: Dependencies) =>
  async (entityId: EntityId, operationId: OperationId, mayGoOn: () => boolean): Promise<boolean> => {
    const input = drillInputForm.read(await deps.ledger.paper(operationId, 'input-0001'))
    let last: { readonly steps: number; readonly step: DrillStep } = { steps: 0, step: beforeFirstStep }
    return runOperation(deps, entityId, operationId, mayGoOn, async (found) => {
      const { steps } = found.state
      // Another worker, or this one before it died, may have come further.
      if (last.steps !== steps) last = { steps, step: await stepAt(deps, operationId, steps) }
      const { place } = last.step
      if (!place) await finish(deps, found, input, last.step)
      else last = (await advance(deps, found, input, { ...last.step, place }, mayGoOn)) ?? last
    })
  }

const stepAt = async ({ ledger }: Dependencies, operationId: OperationId, step: number): Promise<DrillStep> =>
  drillStepForm.read(await ledger.paper(operationId, numbered('results', step)))

/** Notes one step. Undefined where another worker noted the same one first: its results stand. */
const advance = async (
  deps: Dependencies,
  found: Versioned<ExistingOperation>,
  input: DrillInput,
  before: DrillStep & { readonly place: PortfolioCursor },
  mayGoOn: () => boolean,
): Promise<{ readonly steps: number; readonly step: DrillStep } | undefined> => {
  const { operationId, steps } = found.state
  const step = await nextStep(deps, operationId, input, before, mayGoOn)
  const results = drillStepForm.write(step)
  const noted = await commitStep(deps, found, {
    command: 'advance-drill',
    results,
    accepted: (step.place?.shard ?? shardCount) - before.place.shard,
    refused: 0,
  })
  return noted.ok && noted.value === deps.digest(results) ? { steps: steps + 1, step } : undefined
}

/** The book is through: the operation ends and the reseller has its drill, in one transaction. */
const finish = async (
  deps: Dependencies,
  found: Versioned<ExistingOperation>,
  { resellerId, on, handover }: DrillInput,
  { tally, pages, readMs }: DrillStep,
): Promise<void> => {
  const { entityId, operationId, steps } = found.state
  const reseller = await deps.directory.reseller(entityId, resellerId)
  if (!reseller) throw new Error(`no ${resellerId}`)
  const facts: ReadinessFacts = {
    handover,
    requirementsPastDue: pastDueOn(reseller.state.requirements, on),
    book: tally,
  }
  const perMinute = await measuredPace(deps, entityId)
  const content: DrillPaper = {
    on,
    handover,
    tally,
    pages,
    readMs,
    steps,
    perMinute,
    takeoverSeconds: takeoverSeconds(tally.contracts, { perMinute, readMs }),
    parts: partsOf(facts),
    scoreTenths: scoreTenths(facts),
  }
  const paper = paperAt(deps.digest, 'drill', reseller.version, drillForm.write(content))
  const event: DrillEvent = {
    type: 'drill-run',
    operationId,
    on,
    tally,
    scoreTenths: content.scoreTenths,
    sha256: paper.sha256,
    paper: reseller.version + 1,
  }
  const now = deps.clock.now()
  // Optimistic lock: where the reseller moved meanwhile, nothing was written, and the next turn reads it anew.
  await deps.commits.commit({
    metadata: systemMetadata('finish-drill', operationId, now),
    answer: true,
    changes: [
      change('operation', operationId, found, [{ type: 'operation-finished' }], now),
      change('reseller', resellerId, reseller, [event], now, { papers: [paper] }),
    ],
  })
}

/** Contracts a minute that the last takeover of the implementing entity went through, as its checkpoints have it. */
const measuredPace = async ({ directory, contracts }: Dependencies, entityId: EntityId): Promise<number | null> => {
  const last = readWhole(await directory.discontinuances(entityId))
    .filter(({ state }) => state.reached && (state.list?.contracts ?? 0) > 0)
    .toSorted((a, b) => ((a.state.since ?? '') < (b.state.since ?? '') ? 1 : -1))[0]
  if (!last) return null
  const { discontinuanceId, list, reached } = last.state
  return fanOutProgress({ list, reached }, await contracts.checkpoints(discontinuanceId)).perMinute
}
