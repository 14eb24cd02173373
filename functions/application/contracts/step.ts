import type { Answer } from '../../../shared/domain/command.ts'
import type { Call } from '../../../shared/api/call.ts'
import type { Disclosure } from '../../../shared/domain/contract/disclosure.ts'
import type { ContractId } from '../../../shared/domain/ids.ts'
import type { Refusal, UsualRefusal } from '../../../shared/domain/refusal.ts'
import type { Result } from '../../../shared/domain/result.ts'
import { smePlace } from '../../ports/claims.ts'
import type { ContractAsRead } from '../../ports/contracts.ts'
import { numbered } from '../../ports/papers.ts'
import type { Check, Claim, Paper } from '../../ports/records.ts'
import type { World } from '../../ports/world.ts'
import { change, versionAfter } from '../change.ts'
import { caughtUp } from '../../../shared/policy/catch-up.ts'
import { contractView } from '../../views/contract-view.ts'
import { actable, governingCheck, type Seller } from './contract-access.ts'
import type { KeptContract } from '../../../shared/domain/contract/states.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'
import type { UntoldRef } from '../../ports/event-ref.ts'

/** A contract as it stands for a decision: with what its gate already says of it, and the version papers are named by. */
export type Standing = {
  readonly read: ContractAsRead
  readonly state: KeptContract
  readonly version: number
  /** What has to be written down first. */
  readonly caught: readonly ContractEvent[]
}

export type Step = {
  readonly events: readonly ContractEvent[]
  readonly papers?: readonly Paper[]
  readonly checks?: readonly Check[]
  /** The SME's name in the text the step may bring into force, where that was read already. */
  readonly name?: string
  /** What only one may hold, and this takes. */
  readonly claims?: readonly Claim[]
  /** Letters that this tells by another way. */
  readonly told?: readonly UntoldRef[]
}

/** A contract as read, with what its gate has brought about and no worker has written down yet. */
export const standing = (read: ContractAsRead, at: Call['at']): Standing => {
  const { state, events } = caughtUp(read, at)
  return { read, state, caught: events, version: read.kept.version + events.length }
}

/** The name a contract goes by after a step: that of the text in force, which the step may have brought. */
const nameAfter = async (
  { contracts }: Pick<World, 'contracts'>,
  { kept, name }: ContractAsRead,
  { deal }: KeptContract,
  { papers = [], name: known }: Step,
): Promise<string> => {
  if (deal.revision === kept.state.deal.revision) return name
  if (known !== undefined) return known
  const brought = papers.find((paper) => paper.name === numbered('document', deal.revision))
  const text = (brought?.content ?? (await contracts.document(deal.contractId, deal.revision))) as Disclosure
  return text.sme.name
}

/** What one step on a contract writes: it, its papers, and its SME's place where it ends. */
export const stepChange = async (
  world: Pick<World, 'contracts'>,
  { read, caught }: Standing,
  taken: Step,
  at: Call['at'],
) => {
  const { kept } = read
  const { events, papers = [], checks, claims = [], told = [] } = taken
  const { contractId, serviceId, smeId } = kept.state.deal
  const stepped = change('contract', contractId, kept, [...caught, ...events], at, { papers })
  const changed = { ...stepped, name: await nameAfter(world, read, stepped.state as KeptContract, taken) }
  const ends = kept.state.stage === 'live' && changed.state.stage === 'ended'
  return {
    changed,
    changes: [changed],
    checks: checks ?? [governingCheck(read)],
    claims,
    told,
    releases: ends ? [smePlace(serviceId, smeId, contractId)] : [],
  }
}

/** Reads the contract, decides, and writes one step on it while its governing gate stands. */
export const step = async <No>(
  world: World,
  contractId: ContractId,
  { who, at, stamp }: Call<Seller>,
  decide: (now: Standing) => Promise<Result<Step, No>> | Result<Step, No>,
): Promise<Answer<ReturnType<typeof contractView>, No | Refusal<'not-found' | 'wrong-stage' | UsualRefusal>>> => {
  const found = await actable(world.contracts, who, contractId)
  if (!found.ok) return found
  const now = standing(found.value, at)
  const decision = await decide(now)
  if (!decision.ok) return decision
  const { changed, ...commit } = await stepChange(world, now, decision.value, at)
  return world.commits.commit({
    stamp,
    answer: contractView(changed.state as KeptContract, versionAfter(changed), changed.name, found.value.gate),
    ...commit,
  })
}
