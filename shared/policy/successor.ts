import { dayInJapan, type Instant } from '../domain/plain-date.ts'
import type { Refusal } from '../domain/refusal.ts'
import { refuseIfRestricted, type PortfolioGuard } from '../domain/reseller/guard.ts'
import { judgeContract } from './judging.ts'
import type { ContractRevision } from '../domain/contract/states.ts'
import type { Eligibility } from './eligibility.ts'

/**
 * Objection to a contract's being served by whoever is behind a guard: it signs nobody new, it is the SME itself, or
 * the contract would not conform.
 */
export const objectionTo = (
  gate: PortfolioGuard,
  deal: ContractRevision,
  exception: Eligibility['exception'],
  now: Instant,
): Refusal<'wrong-stage' | 'does-not-fit' | 'breaches-standard'> | undefined => {
  const { owner } = gate
  const restricted = refuseIfRestricted(gate, now)
  if (restricted) return restricted
  if (owner !== deal.entityId && gate.corporateNumber === deal.smeId)
    return { kind: 'does-not-fit', what: 'resellerId', given: owner, needs: 'another than the SME of the contract' }
  // Exception under its seller, passed on to the next; it must still hold, though.
  const passedOn = exception && { ...exception, state: { ...exception.state, seller: owner } }
  const ground = { gate, exception: passedOn, slotHeldBy: deal.contractId }
  const breaches = judgeContract({ ...deal, seller: owner }, ground, { day: dayInJapan(now) })
  return owner !== deal.entityId && breaches.length > 0 ? { kind: 'breaches-standard', breaches } : undefined
}
