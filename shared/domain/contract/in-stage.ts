import type { Refusal } from '../refusal.ts'
import { refuse, ok, type Result } from '../result.ts'
import type { Contract, ExistingContract, LiveContract } from './states.ts'

export const wrongStage = (contract: Contract, ...needs: readonly Contract['stage'][]) =>
  refuse<Refusal<'wrong-stage'>>({ kind: 'wrong-stage', what: 'contract', stage: contract.stage, needs })

/** A live contract on which nothing else is being settled; only then can what it says be changed. */
export const quietLive = (contract: ExistingContract): Result<LiveContract, Refusal<'wrong-stage'>> => {
  if (contract.stage !== 'live') return wrongStage(contract, 'live')
  const { takeover } = contract
  if (takeover && takeover.stage !== 'settled')
    return refuse({ kind: 'wrong-stage', what: 'takeover', stage: takeover.stage, needs: ['settled'] })
  return ok(contract)
}
