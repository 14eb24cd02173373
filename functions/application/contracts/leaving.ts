import { requestCancellation as decideRequest } from '../../../shared/domain/contract/ending.ts'
import { penaltyFor } from '../../../shared/domain/contract/penalty.ts'
import { daysAfter, type PlainDate } from '../../../shared/domain/plain-date.ts'
import { ok } from '../../../shared/domain/result.ts'
import { paperAt } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { ContractForDecision } from './step.ts'
import type { ContractRevision } from '../../../shared/domain/contract/states.ts'
import { type Cancellation, cancellationForm } from '../../papers/words-of-smes.ts'

/** Cost of leaving on a day for an SME, by the formula in its own terms, and whether it may leave at any time. */
const termsOfLeaving = async ({ facts, calendar }: Dependencies, deal: ContractRevision, on: PlainDate) => {
  const { penalty, userMayCancelAnyTime } = (await facts(deal.serviceId, deal.serviceVersion)).termination
  const wholeMonthsLeft = on < deal.endOn ? calendar.wholeMonths(daysAfter(on, 1), deal.endOn) : 0
  return {
    mayCancelAnyTime: userMayCancelAnyTime,
    penaltyExTaxYen: penaltyFor(penalty, {
      on,
      wholeMonthsLeft,
      endOn: deal.endOn,
      monthlyFeeExTaxYen: deal.monthlyFeeExTaxYen,
    }),
  }
}

type When = { readonly today: PlainDate; readonly earlierDecided?: boolean }

/**
 * The SME's wish to leave as a step on its contract, whoever writes it down. An earlier day that was decided on costs it
 * no more than leaving today.
 */
export const wishToLeave = async (
  deps: Dependencies,
  { state, version }: ContractForDecision,
  body: Cancellation,
  { today, earlierDecided = false }: When,
) => {
  const paper = paperAt(deps.digest, 'cancellation', version, cancellationForm.write(body))
  const { on, ground = null } = body
  const [terms, now] = await Promise.all([
    termsOfLeaving(deps, state.deal, on),
    termsOfLeaving(deps, state.deal, today),
  ])
  const decision = decideRequest(
    state,
    { on, wordSha256: paper.sha256, ground: ground !== null },
    on < today ? { ...terms, penaltyExTaxYen: Math.min(terms.penaltyExTaxYen, now.penaltyExTaxYen) } : terms,
    { today, earlierDecided },
  )
  return decision.ok ? ok({ events: decision.value, papers: [paper] }) : decision
}
