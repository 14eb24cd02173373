import type { Instant, PlainDate } from '../plain-date.ts'
import type { Breach, Refusal, RefusalKind } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { Explanation } from './explanation.ts'
import type { ContractRevision, Contract, DraftedContract, ExistingContract, OfferedContract } from './states.ts'
import type { ContractEvent } from './events.ts'
import { wrongStage } from './in-stage.ts'

type Decided<Kind extends RefusalKind> = Result<readonly ContractEvent[], Refusal<Kind>>
type Judged = { readonly breaches: readonly Breach[] }

const breached = ({ breaches }: Judged) =>
  breaches.length > 0 ? refuse<Refusal<'breaches-standard'>>({ kind: 'breaches-standard', breaches }) : undefined

const inPreparation = (contract: Contract): contract is DraftedContract | OfferedContract =>
  contract.stage === 'drafted' || contract.stage === 'offered'

/** A draft already meets every rule on what a contract says; only explaining and signing are still to come. */
export const draftContract = (deal: ContractRevision, judged: Judged): Decided<'breaches-standard'> =>
  breached(judged) ?? ok([{ type: 'contract-drafted', deal }])

/**
 * A new revision. An open link dies with the old text. The explanation is asked for again, unless what was explained
 * reads the same to the byte, as where only a wrong mail address of the signatory is put right.
 */
export const reviseContract = (
  contract: ExistingContract,
  deal: ContractRevision,
  { readsTheSame, ...judged }: Judged & { readonly readsTheSame: boolean },
): Decided<'wrong-stage' | 'breaches-standard'> => {
  if (!inPreparation(contract)) return wrongStage(contract, 'drafted', 'offered')
  const keeps = readsTheSame && contract.explanation !== null ? ({ keepsExplanation: true } as const) : {}
  return breached(judged) ?? ok([{ type: 'contract-revised', deal, ...keeps }])
}

/** Records that the conditions were explained. No one explains tomorrow what is signed today. */
export const explainContract = (
  contract: ExistingContract,
  { explanation, explanationSha256 }: { readonly explanation: Explanation; readonly explanationSha256: string },
  { today }: { readonly today: PlainDate },
): Decided<'wrong-stage' | 'out-of-order'> => {
  if (contract.stage !== 'drafted') return wrongStage(contract, 'drafted')
  if (explanation.on > today) {
    return refuse({ kind: 'out-of-order', what: 'explanation.on', given: today, notBefore: explanation.on })
  }
  return ok([{ type: 'contract-explained', explanation, explanationSha256 }])
}

/** Opens the signing link, once nothing but the SME's own acts is missing. Sent again, the link before is dead. */
export const offerContract = (
  contract: ExistingContract,
  { nonce, expiresAt }: { readonly nonce: string; readonly expiresAt: Instant },
  judged: Judged,
): Decided<'wrong-stage' | 'breaches-standard'> => {
  if (!inPreparation(contract)) return wrongStage(contract, 'drafted', 'offered')
  return breached(judged) ?? ok([{ type: 'contract-offered', nonce, expiresAt }])
}

/** Takes back a draft or an open offer. */
export const voidContract = (
  contract: ExistingContract,
  reason: 'withdrawn' | 'sellerDiscontinued',
): Decided<'wrong-stage'> => {
  if (!inPreparation(contract)) return wrongStage(contract, 'drafted', 'offered')
  return ok([{ type: 'contract-voided', reason }])
}
