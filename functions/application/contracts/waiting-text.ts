import type { RequestContext } from '../../../shared/api/request-context.ts'
import { openLinkOf, passedLink } from '../../../shared/domain/contract/link.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { noLink, own, type Sme } from './as-sme.ts'
import type { ContractRevision, ExistingContract } from '../../../shared/domain/contract/states.ts'

/** The revision that waits for this person's word; only for who came through its own link and code. */
export const waitingText = async (
  deps: Dependencies,
  call: RequestContext<Sme>,
): Promise<Result<ContractRevision, Refusal<'link-not-usable'>>> => {
  const now = await own(deps, call)
  const open = now && openLinkOf(now.state)
  if (!now || !open || open.purpose === 'own' || open.purpose === 'papers') return noLink
  const link = passedLink(now.state, call.who.nonce, call.at, open.purpose)
  return link.ok ? ok(dealMeant(now.state, open.purpose === 'amend')) : link
}

/** The new revision where one waits to be signed; otherwise what the contract says. */
export const dealMeant = (contract: ExistingContract, toAmend: boolean): ContractRevision =>
  toAmend && contract.stage === 'live' ? (contract.proposal ?? contract).deal : contract.deal
