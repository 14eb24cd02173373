import { noteCoverage } from '../../../shared/domain/contract/coverage.ts'
import { sendNoticeAgain, settleTakeover } from '../../../shared/domain/contract/takeover.ts'
import type { Trouble } from '../../../shared/api/problem.ts'
import { shardOf, type ContractId, type DiscontinuanceId, type EntityId } from '../../../shared/domain/ids.ts'
import type { ExistingException } from '../../../shared/domain/exception/exception.ts'
import { dayInJapan, type Instant } from '../../../shared/domain/plain-date.ts'
import type { PortfolioGuard } from '../../../shared/domain/reseller/guard.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { ContractAsRead } from '../../ports/contracts.ts'
import { evidenceAlone, paperAt } from '../../ports/papers.ts'
import type { Change, Check, Commit, Versioned, EvidenceDocument } from '../../ports/records.ts'
import type { Digest } from '../../ports/dependencies.ts'
import { change } from '../change.ts'
import { governingGuardCheck } from '../contracts/contract-access.ts'
import type { WorkInput, WorkRow } from '../../papers/takeover-work.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'
import type { ExistingDiscontinuance } from '../../../shared/domain/discontinuance/states.ts'
import { objectionTo } from '../../../shared/policy/successor.ts'
import { hasMail, noMail } from '../contracts/stated-address.ts'
import { inCase } from '../cases/in-case.ts'
import { targetCheck } from '../contracts/guard-checks.ts'

/** Task to be done to each contract. */
export type TakeoverTask = WorkInput | { readonly work: 'move' }

/** Facts on which the rows of one step are decided, as read at its beginning. */
export type StepGround = {
  readonly task: TakeoverTask
  /** The operation's input, and its hash: the evidence of a coverage. */
  readonly input: { readonly operationId: `opr_${string}`; readonly sha256: string }
  readonly entityId: EntityId
  readonly discontinuanceId: DiscontinuanceId
  readonly about: Versioned<ExistingDiscontinuance>
  /** Portfolio guards of whoever is to serve from now on, by shard; none where nobody changes. */
  readonly targets: readonly PortfolioGuard[]
  /** Contracts without a mail address of their own for whose SME somebody stated one. */
  readonly stated: ReadonlySet<ContractId>
  readonly exceptions: ReadonlyMap<string, Versioned<ExistingException>>
  readonly digest: Digest
  readonly now: Instant
}

/** Part that one contract adds to the transaction of its step. */
export type Ready = {
  readonly change: Change
  readonly pointers: NonNullable<Commit<unknown>['pointers']>
  readonly checks: readonly Check[]
  /** True where something that was done for its SME is undone, which its case has to know of. */
  readonly setsBack: boolean
}

type Decided = {
  readonly events: readonly ContractEvent[]
  readonly papers?: readonly EvidenceDocument[]
  readonly target?: PortfolioGuard
}

/** Decides one row as the single command would: the same decisions, the same refusals. */
export const decideRow = (
  ground: StepGround,
  row: WorkRow,
  read: ContractAsRead | undefined,
): Result<Ready, Trouble> => {
  if ('errors' in row) return refuse({ kind: 'malformed', errors: row.errors })
  const { entityId, discontinuanceId, about, now, task } = ground
  const found = inCase(read, entityId, discontinuanceId, now)
  if (!found.ok) return found
  const { contractId } = row
  const decided = decide(ground, row, found.value)
  if (!decided.ok) return decided
  const { events, papers = [], target } = decided.value
  const setsBack = task.work === 'noteCoverage' && task.finding === 'lost'
  const { kept, name } = found.value.read
  return ok({
    change: change('contract', contractId, kept, [...found.value.now.events, ...events], now, { papers, name }),
    pointers: target ? [{ holder: target.owner, contractId }] : [],
    setsBack,
    checks: [
      governingGuardCheck(found.value.read),
      // A case that is closed meanwhile takes no finding any more; where something is lost, it changes itself.
      ...(task.work === 'noteCoverage' && !setsBack
        ? [{ state: 'discontinuance' as const, id: discontinuanceId, entityId, version: about.version }]
        : []),
      ...(target ? [targetCheck(target, contractId)] : []),
    ],
  })
}

const decide = (ground: StepGround, row: NamedRow, found: Found): Result<Decided, Trouble> => {
  switch (ground.task.work) {
    case 'noteCoverage':
      return noted(ground, ground.task, found)
    case 'sendNoticeAgain':
      return sentAgain(ground, row, found)
    case 'serveOn':
    case 'move':
      return settled(ground, row, found)
  }
}

type NamedRow = Extract<WorkRow, { contractId: unknown }>
type Found = Extract<ReturnType<typeof inCase>, { ok: true }>['value']

const noted = (
  { input, about, now }: StepGround,
  { facet, finding, statedAt }: Extract<TakeoverTask, { work: 'noteCoverage' }>,
  { now: { state } }: Found,
): Result<Decided, Trouble> => {
  const decision = noteCoverage(
    state,
    { facet, finding, statedAt, evidenceSha256: input.sha256, operationId: input.operationId },
    { now, caseClosed: about.state.stage === 'closed' },
  )
  return decision.ok ? ok({ events: decision.value }) : decision
}

const sentAgain = (
  { stated }: StepGround,
  { contractId }: NamedRow,
  { now: { state } }: Found,
): Result<Decided, Trouble> => {
  const decision = sendNoticeAgain(state, { addressSha256: null })
  if (!decision.ok) return decision
  return hasMail(state) || stated.has(contractId) ? ok({ events: decision.value }) : refuse(noMail(state))
}

/** Whom it moves to must be open and the contract conform there; who serves on without a move is the implementing entity. */
const settled = (
  { task, targets, exceptions, digest, now }: StepGround,
  { contractId, consent }: NamedRow,
  { read, now: { state, events } }: Found,
): Result<Decided, Trouble> => {
  const today = dayInJapan(now)
  if (consent && consent.on > today)
    return refuse({ kind: 'out-of-order', what: 'consent.on', given: today, notBefore: consent.on })
  const target = targets[shardOf(contractId)]
  if (!target) throw new Error(`nobody is to serve ${contractId}`)
  const { exceptionId } = state.deal
  const exception = exceptionId === undefined ? null : (exceptions.get(exceptionId) ?? null)
  const objection = objectionTo(target, state.deal, exception, now)
  if (objection) return refuse(objection)
  const paper = consent && paperAt(digest, 'consent', read.kept.version + events.length, evidenceAlone(consent))
  const decision = settleTakeover(state, {
    settlement: task.work === 'move' ? 'movedToReseller' : 'servedByImplementingEntity',
    holder: target.owner,
    consentSha256: paper?.sha256 ?? null,
    on: today,
  })
  return decision.ok ? ok({ events: decision.value, papers: paper ? [paper] : [], target }) : decision
}
