import type { Call } from '../../../shared/api/call.ts'
import type { PrincipalOf } from '../../../shared/domain/people.ts'
import { refuse } from '../../../shared/domain/result.ts'
import type { World } from '../../ports/world.ts'
import { leavingView } from '../../views/contract-view.ts'
import { standing, stepChange, type Standing, type Step } from './step.ts'
import type { KeptContract } from '../../../shared/domain/contract/states.ts'

export type Sme = PrincipalOf<'sme'>

export const noLink = refuse({ kind: 'link-not-usable' as const })

/** The contract of whoever came through a link, as its gate says it is. */
export const own = async ({ contracts }: World, { who, at }: Call<Sme>): Promise<Standing | undefined> => {
  const read = await contracts.find(who.contractId)
  return read && standing(read, at)
}

/** Writes the SME's step on its contract and answers where the contract stands now. */
export const written = async (world: World, now: Standing, taken: Step, { at, stamp }: Call<Sme>) => {
  const { changed, ...commit } = await stepChange(world, now, taken, at)
  const after = changed.state as KeptContract
  const made = after.stage === 'live' || after.stage === 'ended' ? after : null
  const answer = {
    contractId: after.deal.contractId,
    stage: after.stage,
    confirmation: made?.confirmation.stage ?? null,
    signedOn: made?.signedOn ?? null,
    leaving: leavingView(made),
  }
  return world.commits.commit({ stamp, answer, ...commit })
}
