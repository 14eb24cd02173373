import type { Call } from '../../../shared/api/call.ts'
import { openLinkOf, passedLink } from '../../../shared/domain/contract/link.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { done, type Result } from '../../../shared/domain/result.ts'
import type { World } from '../../ports/world.ts'
import { noLink, own, type Sme } from './as-sme.ts'
import type { Deal, KeptContract } from '../../../shared/domain/contract/states.ts'

/** The deal that waits for this person's word; only for who came through its own link and code. */
export const waitingText = async (world: World, call: Call<Sme>): Promise<Result<Deal, Refusal<'link-not-usable'>>> => {
  const now = await own(world, call)
  const open = now && openLinkOf(now.state)
  if (!now || !open || open.purpose === 'own') return noLink
  const link = passedLink(now.state, call.who.nonce, call.at, open.purpose)
  return link.ok ? done(dealMeant(now.state, open.purpose === 'amend')) : link
}

/** The new revision where one waits to be signed; otherwise what the contract says. */
const dealMeant = (contract: KeptContract, toAmend: boolean): Deal =>
  toAmend && contract.stage === 'live' ? (contract.proposal ?? contract).deal : contract.deal
