import type { Trouble } from '../../../shared/api/problem.ts'
import type { ContractId, EntityId } from '../../../shared/domain/ids.ts'
import type { ExistingOperation } from '../../../shared/domain/platform/operation.ts'
import type { ContractAsRead } from '../../ports/contracts.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { statedAddress, hasMail } from '../contracts/stated-address.ts'
import type { StepGround, TakeoverTask } from './decide-row.ts'
import type { WorkRow } from '../../papers/takeover-work.ts'
import type { RowOutcome } from '../../papers/results.ts'

/** Context in which rows are worked on. */
export type Aim = {
  readonly deps: Dependencies
  readonly task: TakeoverTask
  readonly inputSha256: string
  /** Owner of the portfolio guards of whoever is to serve from now on; null where nobody changes. */
  readonly target: Parameters<Dependencies['contracts']['gatesOf']>[0] | null
}

type OfCase = Pick<ExistingOperation, 'entityId' | 'operationId' | 'discontinuanceId'>

/** The case that an operation works on. */
export const caseOf = async (
  { directory }: Dependencies,
  { entityId, discontinuanceId }: Omit<OfCase, 'operationId'>,
) => {
  const about = discontinuanceId && (await directory.discontinuance(entityId, discontinuanceId))
  if (!about) throw new Error(`no ${discontinuanceId}`)
  return about
}

export type Reads = readonly (ContractAsRead | undefined)[]

/** Reads what some rows are decided on, at this moment. */
export const groundOf = async (
  { deps, task, inputSha256, target }: Aim,
  of: OfCase,
  rows: readonly WorkRow[],
): Promise<{ readonly ground: StepGround; readonly reads: Reads }> => {
  const { entityId, operationId } = of
  const ids = rows.flatMap((row) => contractOf(row) ?? [])
  const [about, all, targets] = await Promise.all([
    caseOf(deps, of),
    deps.contracts.findAll(ids),
    target ? deps.contracts.gatesOf(target) : [],
  ])
  const byId = new Map<ContractId, ContractAsRead | undefined>(ids.map((id, index) => [id, all[index]]))
  const excepted = task.work === 'move' ? all.flatMap((read) => read?.kept.state.deal.exceptionId ?? []) : []
  const exceptions = await Promise.all([...new Set(excepted)].map((id) => deps.directory.exception(entityId, id)))
  const unwritten = all.flatMap((read) => (read && !hasMail(read.kept.state) ? [read.kept.state.deal.contractId] : []))
  const stated = await Promise.all(
    (task.work === 'sendNoticeAgain' ? unwritten : []).map(async (id) => ((await statedAddress(deps, id)) ? [id] : [])),
  )
  const { discontinuanceId } = about.state
  return {
    reads: rows.map((row) => {
      const id = contractOf(row)
      return id === null ? undefined : byId.get(id)
    }),
    ground: {
      task,
      input: { operationId, sha256: inputSha256 },
      entityId,
      discontinuanceId,
      about,
      targets,
      stated: new Set(stated.flat()),
      exceptions: new Map(exceptions.flatMap((one) => (one ? [[one.state.exceptionId, one]] : []))),
      digest: deps.digest,
      now: deps.clock.now(),
    },
  }
}

/** The contract a row is about, whether it can be worked on or not; null where its number cannot be read. */
const contractOf = (row: WorkRow): ContractId | null => ('contractId' in row ? row.contractId : (row.about ?? null))

/** Outcome of a row: taken in, or why not. */
export const resultOf = (
  row: WorkRow,
  read: ContractAsRead | undefined,
  entityId: EntityId,
  refusal?: Trouble,
): RowOutcome => ({
  row: row.row,
  line: row.line ?? null,
  // Nothing is said of another's contract.
  name: read?.kept.state.deal.entityId === entityId ? read.name : '',
  verdict: refusal ? 'refused' : 'accepted',
  contractId: contractOf(row),
  replayed: false,
  formerly: null,
  refusal: refusal ?? null,
  sameAs: null,
  differsFrom: null,
  doubts: [],
})
