import type { Instant, PlainDate } from '../plain-date.ts'
import type { Breach, Refusal, RefusalKind } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import { passedLink } from './link.ts'
import { unfitToSign } from './term-bounds.ts'
import type { ExistingContract } from './states.ts'
import type { ContractEvent } from './events.ts'
import { wrongStage } from './in-stage.ts'

type Decided<Kind extends RefusalKind> = Result<readonly ContractEvent[], Refusal<Kind>>

export type Signature = {
  readonly nonce: string
  readonly documentSha256: string
  readonly remoteSupportConsent: boolean
  readonly signatureSha256: string
}

/**
 * The SME signs the very text it was shown. The link's code has been entered, every item acknowledged, and no rule
 * objects; the caller's transaction checks that no guard of portfolio or service has moved since it was read.
 */
export const signContract = (
  contract: ExistingContract,
  { nonce, ...signature }: Signature,
  { breaches, at, today }: { readonly breaches: readonly Breach[]; readonly at: Instant; readonly today: PlainDate },
): Decided<
  'wrong-stage' | 'link-not-usable' | 'document-changed' | 'breaches-standard' | 'does-not-fit' | 'out-of-order'
> => {
  if (contract.stage !== 'offered') return wrongStage(contract, 'offered')
  const link = passedLink(contract, nonce, at, 'sign')
  if (!link.ok) return link
  const unfit = unfitToSign(contract.deal, today)
  if (unfit) return refuse(unfit)
  if (signature.documentSha256 !== contract.deal.documentSha256) return refuse({ kind: 'document-changed' })
  if (breaches.length > 0) return refuse({ kind: 'breaches-standard', breaches })
  return ok([{ type: 'contract-signed', signedOn: today, ...signature }])
}

/** The SME says no. The contract is void, its link dead. */
export const declineContract = (
  contract: ExistingContract,
  nonce: string,
  at: Instant,
): Decided<'wrong-stage' | 'link-not-usable'> => {
  if (contract.stage !== 'offered') return wrongStage(contract, 'offered')
  const link = passedLink(contract, nonce, at, 'sign')
  return link.ok ? ok([{ type: 'contract-voided', reason: 'declined' }]) : link
}

/**
 * A contract signed on paper, put on record by a named person. It meets every rule on what a contract says and is
 * live at once; what only the signing person can give is awaited.
 */
export const attestContract = (
  attested: Omit<Extract<ContractEvent, { type: 'contract-attested' }>, 'type'>,
  { breaches, today }: { readonly breaches: readonly Breach[]; readonly today: PlainDate },
): Decided<'out-of-order' | 'breaches-standard'> => {
  const { signedOn } = attested
  if (signedOn > today) return refuse({ kind: 'out-of-order', what: 'signedOn', given: today, notBefore: signedOn })
  if (breaches.length > 0) return refuse({ kind: 'breaches-standard', breaches })
  return ok([{ type: 'contract-attested', ...attested }])
}

type Confirming = Pick<Signature, 'nonce' | 'documentSha256'> & { readonly confirmationSha256: string }

/** The SME stands by the contract that was attested for it. */
export const confirmAttestation = (
  contract: ExistingContract,
  { nonce, documentSha256, confirmationSha256 }: Confirming,
  { breaches, at }: { readonly breaches: readonly Breach[]; readonly at: Instant },
): Decided<'wrong-stage' | 'link-not-usable' | 'document-changed' | 'breaches-standard'> => {
  if (contract.stage !== 'live') return wrongStage(contract, 'live')
  const link = passedLink(contract, nonce, at, 'confirm')
  if (!link.ok) return link
  if (documentSha256 !== contract.deal.documentSha256) return refuse({ kind: 'document-changed' })
  if (breaches.length > 0) return refuse({ kind: 'breaches-standard', breaches })
  return ok([{ type: 'attestation-confirmed', confirmationSha256 }])
}

/** The SME says the attested contract is not what it agreed to. It stays live and served; people look into it. */
export const disputeAttestation = (
  contract: ExistingContract,
  { nonce, disputeSha256 }: { readonly nonce: string; readonly disputeSha256: string },
  at: Instant,
): Decided<'wrong-stage' | 'link-not-usable'> => {
  if (contract.stage !== 'live') return wrongStage(contract, 'live')
  const link = passedLink(contract, nonce, at, 'confirm')
  return link.ok ? ok([{ type: 'attestation-disputed', disputeSha256 }]) : link
}
