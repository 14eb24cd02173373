import type { Call } from '../../../shared/api/call.ts'
import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes.ts'
import { isAnsweredLink } from '../../../shared/domain/contract/answered-link.ts'
import type { ContractEvent, Deal, KeptContract } from '../../../shared/domain/contract/contract.ts'
import { passedLink } from '../../../shared/domain/contract/link.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { done, type Result } from '../../../shared/domain/result.ts'
import type { LedgerEvent } from '../../ports/ledger.ts'
import type { World } from '../../ports/world.ts'
import type { Costs } from '../cost.ts'
import { noLink, own, type Sme } from '../signing/as-sme.ts'
import { contractToPrint, onPaper, writingOf } from './print-documents.ts'
import { certificateOf } from './print-signing-certificate.ts'

type Own = { readonly state: KeptContract; readonly deal: Deal }

/**
 * What an SME may take away of its contract: what stands, behind the link to its own page; or what it has just agreed
 * to, behind the link it did so, for as long as its token is good.
 */
const ownPapers = async (world: World, call: Call<Sme>): Promise<Result<Own, Refusal<'link-not-usable'>>> => {
  const now = await own(world, call)
  if (!now) return noLink
  const { state } = now
  if (passedLink(state, call.who.nonce, call.at, 'own').ok) return done({ state, deal: state.deal })
  if (state.stage !== 'live' && state.stage !== 'ended') return noLink
  const events = await world.ledger.eventsOf(state.deal.contractId)
  const ofContract = events.map(({ event }) => event as ContractEvent)
  return isAnsweredLink(ofContract, call.who.nonce) ? done({ state, deal: agreedTo(events) ?? state.deal }) : noLink
}

/** The text of the last signature: a renewal is signed before it stands. */
const agreedTo = (events: readonly LedgerEvent[]): Deal | undefined => {
  for (const { event } of [...events].reverse())
    if (event.type === 'contract-signed' || event.type === 'amendment-signed')
      return writingOf(events, event.documentSha256).deal
  return undefined
}

export const printOwnContract =
  (world: World): HandlerOf<Routes['printOwnContract']> =>
  async (_, call) => {
    const found = await ownPapers(world, call)
    return found.ok ? onPaper(world, await contractToPrint(world, found.value.deal)) : found
  }

export const printOwnCertificate =
  (world: World): HandlerOf<Routes['printOwnCertificate']> =>
  async (_, call) => {
    const found = await ownPapers(world, call)
    if (!found.ok) return found
    const certificate = await certificateOf(world, found.value.state)
    return certificate.ok ? onPaper(world, certificate.value) : certificate
  }

/** From its own page, of a contract that was changed once; just after signing, the ledger is one request more. */
export const costs: Costs = {
  printOwnContract: { requests: 3, readUnits: 8, writeUnits: 0 },
  printOwnCertificate: { requests: 4, readUnits: 9, writeUnits: 0 },
}
