import type { Breach, Refusal, RefusalKind } from '../refusal.ts'
import type { Instant } from '../plain-date.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { ContractEvent } from './events.ts'
import { wrongStage } from './in-stage.ts'
import type { ContractRevision, ExistingContract, LiveContract } from './states.ts'

/**
 * Ways on from a dispute: the record is corrected and the SME asked again; it is kept and the SME answered; or the
 * contract is annulled, which is an end of its own.
 */
export const disputeWays = ['corrected', 'kept', 'annulled'] as const
export type DisputeWay = (typeof disputeWays)[number]

type Decided<Kind extends RefusalKind> = Result<readonly ContractEvent[], Refusal<Kind>>
type Sent = { readonly nonce: string; readonly expiresAt: Instant }

/** A live contract whose SME said that its record is wrong, and whom nobody has answered yet. */
export const undecidedDispute = (contract: ExistingContract): Result<LiveContract, Refusal<'wrong-stage'>> => {
  if (contract.stage !== 'live') return wrongStage(contract, 'live')
  const { stage } = contract.confirmation
  return stage === 'disputed'
    ? ok(contract)
    : refuse({ kind: 'wrong-stage', what: 'confirmation', stage, needs: ['disputed'] })
}

/** The record is kept as it is, and the SME told why. It is asked again: it may confirm, or say once more what is wrong. */
export const keepRecord = (
  contract: ExistingContract,
  answer: Sent & { readonly answerSha256: string },
): Decided<'wrong-stage'> => {
  const disputed = undecidedDispute(contract)
  return disputed.ok ? ok([{ type: 'attestation-kept', ...answer }]) : disputed
}

/** True where a correction changes the term itself, by which what was already served and renewed is counted. */
const movesTerm = ({ deal }: LiveContract, { startOn, endOn }: ContractRevision): boolean =>
  startOn !== deal.startOn || endOn !== deal.endOn

/** Instant since when an SME disputes the record and nobody has answered; null where it does not. */
export const disputedAt = (contract: ExistingContract): Instant | null =>
  contract.stage === 'live' && contract.confirmation.stage === 'disputed' ? contract.confirmation.at : null

/**
 * The record is put right as the SME says, and the SME is asked again. It is no change of what was agreed: the paper is
 * what was agreed, and the record follows it. A wrong term is not put right here: such a contract is annulled and put on
 * record anew.
 */
export const correctRecord = (
  contract: ExistingContract,
  correction: Sent & { readonly deal: ContractRevision; readonly answerSha256: string },
  { breaches }: { readonly breaches: readonly Breach[] },
): Decided<'wrong-stage' | 'does-not-fit' | 'breaches-standard'> => {
  const disputed = undecidedDispute(contract)
  if (!disputed.ok) return disputed
  const { deal } = disputed.value
  if (movesTerm(disputed.value, correction.deal))
    return refuse({
      kind: 'does-not-fit',
      what: 'terms.startOn',
      given: `${correction.deal.startOn} – ${correction.deal.endOn}`,
      needs: `${deal.startOn} – ${deal.endOn}`,
    })
  if (breaches.length > 0) return refuse({ kind: 'breaches-standard', breaches })
  return ok([{ type: 'attestation-corrected', ...correction }])
}
