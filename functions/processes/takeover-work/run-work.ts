import { setTimeout as pause } from 'node:timers/promises'
import type { ContractId, EntityId, OperationId } from '../../../shared/domain/ids.ts'
import type { Actor } from '../../../shared/domain/people.ts'
import { isThrough, type ExistingOperation } from '../../../shared/domain/platform/operation.ts'
import { numbered } from '../../ports/papers.ts'
import type { Change, Check, Versioned } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change } from '../../application/change.ts'
import {
  decideRow,
  type Ready,
  type StepGround,
  type TakeoverTask,
} from '../../application/takeover-work/decide-row.ts'
import { caseOf, groundOf, resultOf, type Aim, type Reads } from '../../application/takeover-work/ground.ts'
import { allListed, listMore } from '../../application/takeover-work/listing.ts'
import { metadataOfStep } from '../../application/takeover-work/steps.ts'
import { resultsForm, type RowOutcome } from '../../papers/results.ts'
import { finish, resultsPaper, runOperation } from '../operation/runner.ts'
import { rowsOf } from '../../application/takeover-work/work-input.ts'
import { moveInputForm, workInputForm, type WorkRow } from '../../papers/takeover-work.ts'

/** A transaction holds a hundred items. Its 4 MB are never near: a contract's items are a few kilobytes. */
const maxItems = 100
/** The command, the operation, its event and its results; and its end, if this step is the last. */
const ownItems = 5
/** Number of rows that alone would fill a transaction, so that none is read for nothing. */
const mostRows = { noteCoverage: 46, serveOn: 31, sendNoticeAgain: 47, move: 23 } as const satisfies Record<
  TakeoverTask['work'],
  number
>
const maxAttempts = 8

/**
 * Works on takeovers row by row of what was asked, as many to a transaction as it holds: what befalls the contracts, the
 * results and how far the operation is are one. So it can stop anywhere and begin again, two workers do no harm, and no
 * row is done twice. True when all is done.
 */
export const runTakeoverWork =
  (deps: Dependencies) =>
  async (operationId: OperationId, actor: Actor, mayGoOn: () => boolean): Promise<boolean> => {
    const entityId = actor.tenant as EntityId
    let run: Run | undefined
    let pace: Pace = { rows: Infinity, attempts: 0 }
    return runOperation(deps, entityId, operationId, mayGoOn, async (found) => {
      if (isThrough(found.state)) await finish(deps, found)
      else if (found.state.total === null) await list(deps, found, actor)
      else {
        run ??= await runFrom(deps, found, actor)
        pace = await step(run, found, pace)
      }
    })
  }

type Run = Aim & { readonly actor: Actor; readonly rows: readonly WorkRow[] }

/** Number of rows a step may take, and how often the first of them stood in the way of others meanwhile. */
type Pace = { readonly rows: number; readonly attempts: number }

const list = async (deps: Dependencies, found: Versioned<ExistingOperation>, actor: Actor): Promise<void> => {
  const { on } = workInputForm.read(await deps.ledger.paper(found.state.operationId, numbered('input', 1)))
  if (!('where' in on)) throw new Error(`${found.state.operationId} has nothing to list`)
  await listMore(deps, found, (await caseOf(deps, found.state)).state, on.where, actor)
}

const runFrom = async (deps: Dependencies, { state }: Versioned<ExistingOperation>, actor: Actor): Promise<Run> => {
  const { operationId, entityId, kind } = state
  const first = await deps.ledger.paper(operationId, numbered('input', 1))
  const common = { deps, actor, inputSha256: deps.digest(first) }
  if (kind === 'moveContracts') {
    const { papers, resellerId, rows } = moveInputForm.read(first)
    const others = Array.from({ length: papers - 1 }, (_, index) => numbered('input', index + 2))
    const rest = (await deps.ledger.papers(operationId, others)).map(moveInputForm.read)
    return {
      ...common,
      task: { work: 'move' },
      rows: [...rows, ...rest.flatMap((paper) => paper.rows)],
      target: resellerId,
    }
  }
  const task = workInputForm.read(first)
  const named = 'contractIds' in task.on ? task.on.contractIds : await allListed(deps, state)
  return { ...common, task, rows: rowsOf([...named]), target: task.work === 'serveOn' ? entityId : null }
}

type Taken = {
  readonly results: readonly RowOutcome[]
  readonly ready: readonly Ready[]
  readonly checks: readonly Check[]
}

/** Commits one transaction's worth of rows. Gives the pace of the next: slower where others were in the way. */
const step = async (run: Run, found: Versioned<ExistingOperation>, pace: Pace): Promise<Pace> => {
  const { deps, actor, task } = run
  const { operationId, done, steps } = found.state
  const most = Math.min(pace.rows, mostRows[task.work])
  const rows = run.rows.slice(done, done + most)
  const { ground, reads } = await groundOf(run, found.state, rows)
  // A single row that others keep changing is left to a person; the rest goes on.
  const given = pace.attempts < maxAttempts ? takeIn(ground, rows, reads) : leftAlone(ground, rows, reads)
  const { results, ready, checks } = given
  const paper = resultsPaper(deps, found.state, resultsForm.write({ rows: results }))
  const advanced = {
    type: 'operation-advanced' as const,
    accepted: ready.length,
    refused: results.length - ready.length,
    resultsSha256: paper.sha256,
  }
  const isLast = done + results.length >= run.rows.length
  const events = isLast ? [advanced, { type: 'operation-finished' as const }] : [advanced]
  const landed = await deps.commits.commit({
    metadata: metadataOfStep(operationId, String(steps + 1), actor, ground.now),
    answer: steps + 1,
    changes: [
      change('operation', operationId, found, events, ground.now, { papers: [paper] }),
      ...ready.map((one) => one.change),
      ...setBack(ground, ready),
    ],
    pointers: ready.flatMap(({ pointers }) => pointers),
    checks,
  })
  // A lost answer needs no retry here: the operation itself says whether the step is done.
  if (landed.ok || landed.refusal.kind === 'outcome-unknown') return { rows: 2 * results.length, attempts: 0 }
  if (landed.refusal.kind !== 'changed-meanwhile') throw new Error(`${operationId}: ${landed.refusal.kind}`)
  const attempts = results.length === 1 ? pace.attempts + 1 : 0
  await pause(Math.random() * 10 * 2 ** Math.min(attempts, 6))
  return { rows: Math.max(1, Math.floor(results.length / 2)), attempts }
}

const nameOf = (check: Check): string => JSON.stringify(check)

/** Takes rows in, in their order, until the transaction is full. What many of them check is checked once. */
const takeIn = (ground: StepGround, rows: readonly WorkRow[], reads: Reads): Taken => {
  const results: RowOutcome[] = []
  const ready: Ready[] = []
  const checks = new Map<string, Check>()
  let items = ownItems
  for (const [index, row] of rows.entries()) {
    const decided = decideRow(ground, row, reads[index])
    if (decided.ok) {
      const { change: changed, pointers, checks: asked, setsBack } = decided.value
      const fresh = asked.filter((check) => !checks.has(nameOf(check)))
      const backwards = setsBack ? 1 + Number(!ready.some((one) => one.setsBack)) : 0
      const own = 1 + changed.events.length + changed.papers.length + pointers.length + fresh.length + backwards
      if (items + own > maxItems) break
      items += own
      for (const check of fresh) checks.set(nameOf(check), check)
      ready.push(decided.value)
    }
    results.push(resultOf(row, reads[index], ground.entityId, decided.ok ? undefined : decided.refusal))
  }
  return { results, ready, checks: [...checks.values()] }
}

/** The case with everything that this step sets back in it. */
const setBack = ({ about, discontinuanceId, now }: StepGround, ready: readonly Ready[]): readonly Change[] => {
  const events = ready
    .filter(({ setsBack }) => setsBack)
    .map((one) => ({ type: 'takeover-set-back' as const, contractId: one.change.id as ContractId }))
  return events.length > 0 ? [change('discontinuance', discontinuanceId, about, events, now)] : []
}

const leftAlone = ({ entityId }: StepGround, [row]: readonly WorkRow[], [read]: Reads): Taken => ({
  results: row ? [resultOf(row, read, entityId, { kind: 'changed-meanwhile' })] : [],
  ready: [],
  checks: [],
})
