import type { Answer } from '../../../shared/domain/command.ts'
import type { RequestContext } from '../../../shared/api/request-context.ts'
import type { ContractId } from '../../../shared/domain/ids.ts'
import type { Refusal, UsualRefusal } from '../../../shared/domain/refusal.ts'
import type { Result } from '../../../shared/domain/result.ts'
import { smeSlot } from '../../ports/unique-keys.ts'
import type { ContractAsRead } from '../../ports/contracts.ts'
import { numbered } from '../../ports/papers.ts'
import { holdsPlace } from '../../../shared/domain/contract/succession.ts'
import type { Change, Check, UniqueKey, EvidenceDocument } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change, versionAfter } from '../change.ts'
import { withPendingTakeover } from '../../../shared/policy/pending-takeover.ts'
import { contractView } from '../../views/contract-view.ts'
import { findActionableContract, governingGuardCheck, type Seller } from './contract-access.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'
import type { UntoldRef } from '../../ports/event-ref.ts'
import { disclosureForm } from '../../papers/texts.ts'

/**
 * A contract as it stands for a decision: with what its guard already says, and the version by which evidence documents
 * are named.
 */
export type ContractForDecision = {
  readonly read: ContractAsRead
  readonly state: ExistingContract
  readonly version: number
  /** Events that have to be written down first. */
  readonly caught: readonly ContractEvent[]
}

export type Step = {
  readonly events: readonly ContractEvent[]
  readonly papers?: readonly EvidenceDocument[]
  readonly checks?: readonly Check[]
  /** The SME's name in the text the step may bring into force, where that was read already. */
  readonly name?: string
  /** Unique keys that this takes. */
  readonly claims?: readonly UniqueKey[]
  /** Unique keys that this gives up, beside the SME's place where the contract ends. */
  readonly releases?: readonly UniqueKey[]
  /** Changes of other things in the same transaction. */
  readonly also?: readonly Change[]
  /** Letters that this tells by another way. */
  readonly told?: readonly UntoldRef[]
}

/** A contract as read, with what its portfolio guard has brought about and no worker has written down yet. */
export const contractForDecision = (read: ContractAsRead, at: RequestContext['at']): ContractForDecision => {
  const { state, events } = withPendingTakeover(read, at)
  return { read, state, caught: events, version: read.kept.version + events.length }
}

/** The name a contract goes by after a step: that of the text in force, which the step may have brought. */
const nameAfter = async (
  { contracts }: Pick<Dependencies, 'contracts'>,
  { kept, name }: ContractAsRead,
  { deal }: ExistingContract,
  { papers = [], name: known }: Step,
): Promise<string> => {
  if (deal.revision === kept.state.deal.revision) return name
  if (known !== undefined) return known
  const brought = papers.find((paper) => paper.name === numbered('document', deal.revision))
  const text = brought ? disclosureForm.read(brought.content) : await contracts.document(deal.contractId, deal.revision)
  return text.sme.name
}

/**
 * Change that one step on a contract writes: the contract, its evidence documents, and its SME's place where it ends.
 */
export const stepChange = async (
  deps: Pick<Dependencies, 'contracts'>,
  { read, caught }: ContractForDecision,
  taken: Step,
  at: RequestContext['at'],
) => {
  const { kept } = read
  const { events, papers = [], checks, claims = [], told = [], releases = [], also = [] } = taken
  const { contractId, serviceId, smeId } = kept.state.deal
  const stepped = change('contract', contractId, kept, [...caught, ...events], at, { papers })
  const changed = { ...stepped, name: await nameAfter(deps, read, stepped.state as ExistingContract, taken) }
  const ends = holdsPlace(kept.state) && changed.state.stage === 'ended'
  return {
    changed,
    changes: [changed, ...also],
    checks: checks ?? [governingGuardCheck(read)],
    claims,
    told,
    releases: [...releases, ...(ends ? [smeSlot(serviceId, smeId, contractId)] : [])],
  }
}

/**
 * Reads the contract, decides, and writes one step on it while its governing portfolio guard stands. Only whoever may act
 * on the contract may take the step, unless `find` finds it for others.
 */
export const step = async <No>(
  deps: Dependencies,
  contractId: ContractId,
  { who, at, metadata }: RequestContext<Seller>,
  decide: (now: ContractForDecision) => Promise<Result<Step, No>> | Result<Step, No>,
  find: typeof findActionableContract = findActionableContract,
): Promise<Answer<ReturnType<typeof contractView>, No | Refusal<'not-found' | 'wrong-stage' | UsualRefusal>>> => {
  const found = await find(deps.contracts, who, contractId)
  if (!found.ok) return found
  const now = contractForDecision(found.value, at)
  const decision = await decide(now)
  if (!decision.ok) return decision
  const { changed, ...commit } = await stepChange(deps, now, decision.value, at)
  return deps.commits.commit({
    metadata,
    answer: contractView(changed.state as ExistingContract, versionAfter(changed), changed.name, found.value.gate),
    ...commit,
  })
}
