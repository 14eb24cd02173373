import { setTimeout as pause } from 'node:timers/promises'
import type { Trouble } from '../../../shared/api/problem.ts'
import { readForm } from '../../../shared/domain/contract/form-reading.ts'
import type { ContractId, EntityId, OperationId } from '../../../shared/domain/ids.ts'
import type { Actor } from '../../../shared/domain/people.ts'
import { isThrough, type ExistingOperation } from '../../../shared/domain/platform/operation.ts'
import { ok, refuse, type Result as Decided } from '../../../shared/domain/result.ts'
import type { ContractAsRead } from '../../ports/contracts.ts'
import { numbered, paperAt } from '../../ports/papers.ts'
import type { Change, Versioned } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change } from '../../application/change.ts'
import { metadataOfStep } from '../../application/takeover-work/steps.ts'
import { resultsOf } from '../../application/operations/results.ts'
import { resultsForm, type RowOutcome } from '../../papers/results.ts'
import { finish, resultsPaper, runOperation } from '../operation/runner.ts'
import { formReadingForm, type FormReadingInput, formReadingInputForm } from '../../papers/service-records.ts'

/**
 * A contract's head, event and evidence document, so many to a transaction of a hundred items beside the operation's
 * own five.
 */
const rowsPerStep = 31
const maxAttempts = 8

/** Contract of a reading, by its row; null where that row put nothing on record. */
type Row = {
  readonly row: number
  readonly line: number | null
  readonly contractId: ContractId | null
  /** An earlier row of the same contract: the reading is on its record already. */
  readonly sameAs: number | null
}

type Run = {
  readonly deps: Dependencies
  readonly actor: Actor
  readonly input: FormReadingInput
  readonly rows: readonly Row[]
}

/**
 * Puts a reading on record with contract after contract, as many to a transaction as it holds, with the operation's own
 * step: so it can stop anywhere and begin again, and no contract is done twice. True when all is done.
 */
export const runFormReading =
  (deps: Dependencies) =>
  async (operationId: OperationId, actor: Actor, mayGoOn: () => boolean): Promise<boolean> => {
    const entityId = actor.tenant as EntityId
    let run: Run | undefined
    let pace = { rows: rowsPerStep, attempts: 0 }
    return runOperation(deps, entityId, operationId, mayGoOn, async (found) => {
      if (isThrough(found.state)) return finish(deps, found)
      run ??= await runFrom(deps, found.state, actor)
      pace = await step(run, found, pace)
    })
  }

const runFrom = async (
  deps: Dependencies,
  { operationId, entityId }: ExistingOperation,
  actor: Actor,
): Promise<Run> => {
  const input = formReadingInputForm.read(await deps.ledger.paper(operationId, numbered('input', 1)))
  const named = await rowsOf(deps, entityId, input.on)
  const first = new Map<ContractId, number>()
  const rows = named.map((one): Row => {
    const sameAs = one.contractId === null ? null : (first.get(one.contractId) ?? null)
    if (one.contractId !== null && sameAs === null) first.set(one.contractId, one.row)
    return { ...one, sameAs }
  })
  return { deps, actor, input, rows }
}

/** The contracts a reading is of, in the order they were named, or that of the book they came in. */
const rowsOf = async (
  deps: Dependencies,
  entityId: EntityId,
  on: FormReadingInput['on'],
): Promise<readonly Omit<Row, 'sameAs'>[]> => {
  if ('contractIds' in on)
    return on.contractIds.map((contractId, index) => ({ row: index + 1, line: null, contractId }))
  const book = await deps.directory.operation(entityId, on.operationId)
  if (!book) throw new Error(`no ${on.operationId}`)
  const results = await resultsOf(deps, on.operationId, 1, book.state.steps)
  const made = results.filter(({ verdict }) => verdict === 'accepted')
  if (!on.rows) return made.map(({ row, line, contractId }) => ({ row, line, contractId }))
  const byRow = new Map(made.map((one) => [one.row, one]))
  return on.rows.map((row) => {
    const { line = null, contractId = null } = byRow.get(row) ?? {}
    return { row, line, contractId }
  })
}

type Pace = { readonly rows: number; readonly attempts: number }

/** Commits one transaction's worth of contracts. Gives the pace of the next: slower where others were in the way. */
const step = async (run: Run, found: Versioned<ExistingOperation>, pace: Pace): Promise<Pace> => {
  const { deps, actor } = run
  const { operationId, entityId, done: before, steps } = found.state
  const rows = run.rows.slice(before, before + pace.rows)
  const now = deps.clock.now()
  const reads = await readAll(deps, rows)
  const decided = rows.map((row, index) => decide(run, operationId, row, ofEntity(reads[index], entityId), now))
  // A single contract that others keep changing is left to a person; the rest goes on.
  const leftAlone = pace.attempts >= maxAttempts
  const results = rows.map((row, index) => {
    const one = decided[index]
    const trouble = leftAlone ? ({ kind: 'changed-meanwhile' } as const) : one?.ok ? undefined : one?.refusal
    return resultOf(row, ofEntity(reads[index], entityId), trouble)
  })
  const changes = leftAlone ? [] : decided.flatMap((one) => (one.ok && one.value ? [one.value] : []))
  const paper = resultsPaper(deps, found.state, resultsForm.write({ rows: results }))
  const accepted = results.filter(({ verdict }) => verdict === 'accepted').length
  const refused = results.length - accepted
  const advanced = { type: 'operation-advanced' as const, accepted, refused, resultsSha256: paper.sha256 }
  const isLast = before + results.length >= run.rows.length
  const events = isLast ? [advanced, { type: 'operation-finished' as const }] : [advanced]
  const landed = await deps.commits.commit({
    metadata: metadataOfStep(operationId, String(steps + 1), actor, now, 'formReadingStep'),
    answer: steps + 1,
    changes: [change('operation', operationId, found, events, now, { papers: [paper] }), ...changes],
  })
  // A lost answer needs no retry here: the operation itself says whether the step is done.
  if (landed.ok || landed.refusal.kind === 'outcome-unknown')
    return { rows: Math.min(rowsPerStep, 2 * results.length), attempts: 0 }
  if (landed.refusal.kind !== 'changed-meanwhile') throw new Error(`${operationId}: ${landed.refusal.kind}`)
  const attempts = results.length === 1 ? pace.attempts + 1 : 0
  await pause(Math.random() * 10 * 2 ** Math.min(attempts, 6))
  return { rows: Math.max(1, Math.floor(results.length / 2)), attempts }
}

type Read = ContractAsRead | undefined

const readAll = async ({ contracts }: Dependencies, rows: readonly Row[]): Promise<readonly Read[]> => {
  const ids = [...new Set(rows.flatMap(({ contractId }) => contractId ?? []))]
  const all = ids.length > 0 ? await contracts.findAll(ids) : []
  const byId = new Map(ids.map((id, index) => [id, all[index]]))
  return rows.map(({ contractId }) => (contractId === null ? undefined : byId.get(contractId)))
}

/** Contract as read, if it is the entity's: another's does not exist. */
const ofEntity = (read: Read, entityId: EntityId): Read =>
  read?.kept.state.deal.entityId === entityId ? read : undefined

/** Change that a reading makes to one contract; null where an earlier row has made it. */
const decide = (
  { deps, input }: Run,
  operationId: OperationId,
  row: Row,
  read: Read,
  now: ReturnType<Dependencies['clock']['now']>,
): Decided<Change | null, Trouble> => {
  if (!read) return refuse({ kind: 'not-found', what: row.contractId === null ? 'row' : 'contract' })
  if (row.sameAs !== null) return ok(null)
  const { kept, name } = read
  const { formSha256, formName, readBy, readOn, stated, notStated } = input
  const content = formReadingForm.write({ formSha256, formName, readBy, readOn, stated, notStated })
  const paper = paperAt(deps.digest, 'form-reading', kept.version, content)
  const found = { readOn, stated, notStated }
  const decision = readForm(kept.state, { formSha256, operationId, readingSha256: paper.sha256, ...found })
  if (!decision.ok) return decision
  return ok(change('contract', kept.state.deal.contractId, kept, decision.value, now, { papers: [paper], name }))
}

const resultOf = ({ row, line, contractId, sameAs }: Row, read: Read, refusal: Trouble | undefined): RowOutcome => ({
  row,
  line,
  name: read?.name ?? '',
  verdict: refusal ? 'refused' : 'accepted',
  contractId,
  replayed: false,
  formerly: null,
  refusal: refusal ?? null,
  sameAs,
  differsFrom: null,
  doubts: [],
})
