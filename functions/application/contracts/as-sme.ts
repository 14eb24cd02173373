import { numbersOf } from '../../../shared/domain/short-number.ts'
import type { RequestContext } from '../../../shared/api/request-context.ts'
import type { PrincipalOf } from '../../../shared/domain/people.ts'
import { refuse } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { leavingView } from '../../views/contract-view.ts'
import { contractForDecision, stepChange, type ContractForDecision, type Step } from './step.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'

export type Sme = PrincipalOf<'sme'>

export const noLink = refuse({ kind: 'link-not-usable' as const })

/** The contract of whoever came through a link, as its portfolio guard says it is. */
export const own = async (
  { contracts }: Dependencies,
  { who, at }: RequestContext<Sme>,
): Promise<ContractForDecision | undefined> => {
  const read = await contracts.find(who.contractId)
  return read && contractForDecision(read, at)
}

/** Writes the SME's step on its contract and answers where the contract stands now. */
export const written = async (
  deps: Dependencies,
  now: ContractForDecision,
  taken: Step,
  { at, metadata }: RequestContext<Sme>,
) => {
  const { changed, ...commit } = await stepChange(deps, now, taken, at)
  const after = changed.state as ExistingContract
  const made = after.stage === 'live' || after.stage === 'ended' ? after : null
  const answer = {
    ...numbersOf(after.deal.contractId),
    stage: after.stage,
    confirmation: made?.confirmation.stage ?? null,
    signedOn: made?.signedOn ?? null,
    leaving: leavingView(made),
  }
  return deps.commits.commit({ metadata, answer, ...commit })
}
