import type * as z from 'zod'
import type { ContractView } from '../../../shared/api/views/contract.ts'
import { explanationOnRecord } from '../../../shared/domain/contract/explanation.ts'
import type { LiveContract, EndedContract } from '../../../shared/domain/contract/states.ts'
import type { ContractId } from '../../../shared/domain/ids.ts'
import { doubtsInShort, doubtsOfConclusion, doubtsOfDeal } from '../../../shared/policy/judging.ts'
import type { RowOutcome } from '../../papers/results.ts'
import type { ConcludedStage } from '../../../shared/domain/contract/contract-words.ts'

/**
 * Answer to the command of an imported row, for ever: the contract it made, in which stage, and what was left open of
 * it. Whoever wants to see the contract reads it.
 */
type ImportAnswer = {
  readonly contractId: ContractId
  readonly stage: ConcludedStage
  readonly doubts: RowOutcome['doubts']
}

export const importAnswer = ({ state }: { readonly state: LiveContract | EndedContract }): ImportAnswer => ({
  contractId: state.deal.contractId,
  stage: state.stage,
  doubts: doubtsOf(state.deal, state),
})

type Shown = z.output<typeof ContractView>

/** Contract that a row made, by the answer on record. Earlier versions answered the whole view of the contract. */
export const recordedBy = (answer: ImportAnswer | Shown): Omit<ImportAnswer, 'stage'> & { readonly stage: string } => {
  if (!('terms' in answer)) return answer
  const { contractId, stage, edition, service, terms } = answer
  return { contractId, stage, doubts: doubtsOf({ edition, monitoringType: service.monitoringType, ...terms }, answer) }
}

/** Doubts left open of a contract as it was put on record. */
const doubtsOf = (
  deal: Parameters<typeof doubtsOfDeal>[0],
  recorded: Parameters<typeof explanationOnRecord>[0],
): RowOutcome['doubts'] => {
  const { signedOn } = recorded
  const explanation = explanationOnRecord(recorded)
  return doubtsInShort([
    ...doubtsOfDeal(deal),
    ...(signedOn ? doubtsOfConclusion(deal.edition, { explanation, signedOn }) : []),
  ])
}
