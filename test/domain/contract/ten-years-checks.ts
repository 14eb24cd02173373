import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'
import { evolvers } from '../../../shared/domain/aggregates/aggregates.ts'
import type { ConsentKind } from '../../../shared/domain/contract/contract-words.ts'
import { openLinkOf } from '../../../shared/domain/contract/link.ts'
import { daysAfter, type Instant, type PlainDate } from '../../../shared/domain/plain-date.ts'
import { entityId } from '../given.ts'
import {
  type ContractRevision,
  noContract,
  type Contract,
  type LiveContract,
} from '../../../shared/domain/contract/states.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'

/** What a first term would follow on; no contract begins that early. */
const unsaid = '2000-01-01' as PlainDate

export type Happened = { readonly event: ContractEvent; readonly at: Instant }

/** What is known of a contract without asking it: the text agreed, the texts to come, what was consented to. */
export type Told = {
  deal: ContractRevision | null
  next: ContractRevision | null
  consents: Map<ConsentKind, 'given' | 'withdrawn'>
  wished: Set<string>
}

export const tell = (told: Told, before: Contract, event: ContractEvent): void => {
  switch (event.type) {
    case 'contract-drafted':
    case 'contract-attested':
      told.deal = event.deal
      break
    case 'contract-amended':
      told.deal = event.deal
      expect(event.next?.startOn).toBe(told.next?.startOn)
      told.next = event.next ?? told.next
      break
    case 'contract-renewed':
      expect(event.deal.startOn).toBe(daysAfter(told.deal?.endOn ?? unsaid, 1))
      told.deal = event.deal
      break
    case 'amendment-signed': {
      const proposal = before.stage === 'live' ? before.proposal : null
      if (proposal?.kind === 'renewal') told.next = proposal.deal
      else told.deal = proposal?.deal ?? null
      break
    }
    case 'term-begun':
      expect(told.next?.startOn).toBe(daysAfter(told.deal?.endOn ?? unsaid, 1))
      told.deal = told.next
      told.next = null
      break
    case 'contract-signed':
      if (event.remoteSupportConsent) told.consents.set('remoteSupport', 'given')
      break
    case 'consent-given':
      told.consents.set(event.kind, 'given')
      break
    case 'consent-withdrawn':
      told.consents.set(event.kind, 'withdrawn')
      break
    case 'cancellation-requested':
      told.wished.add(event.on)
      break
    default:
  }
}

/** Everything that must be so of a contract after each event. */
export const wrongIn = (contract: Contract, happened: readonly Happened[], told: Told): string | undefined => {
  const folded = happened.reduce<Contract>((state, { event, at }) => evolvers.contract(state, event, at), noContract)
  if (!isDeepStrictEqual(folded, contract)) return 'is not what its ledger folds to'
  if (contract.stage !== 'live' && contract.stage !== 'ended') return undefined
  const { responsibility, counterparty, takeover, holder, deal, consents, next } = contract
  for (const track of [responsibility, counterparty]) {
    if (track.some(({ from }, n) => n > 0 && track[n - 1]?.until !== from)) return 'has a gap or an overlap'
    if (track.at(-1)?.until !== (contract.stage === 'ended' ? contract.endedAt : null)) return 'answers beyond its end'
  }
  const open = takeover !== null && takeover.stage !== 'settled'
  const answers = responsibility.at(-1)?.party
  const leaving = takeover?.settlement === 'endedBySme'
  if (contract.stage === 'live' && answers !== (open || leaving ? entityId : holder))
    return `is answered for by ${answers}`
  if (consents.length !== told.consents.size) return 'has consents nobody gave'
  if (consents.some(({ kind, stage }) => told.consents.get(kind) !== stage)) return 'has other consents'
  if (!isDeepStrictEqual(deal, told.deal)) return 'says other than what was agreed'
  if (contract.stage === 'live' && !isDeepStrictEqual(next?.deal ?? null, told.next)) return 'has another next term'
  const { ownLink, proposal, confirmation } = contract
  const links = [ownLink, proposal?.link, confirmation.stage === 'awaiting' ? confirmation.link : null]
  if (links.filter(Boolean).length !== (openLinkOf(contract) ? 1 : 0)) return 'has more than one open link'
  return contract.stage === 'ended' ? wrongEnd(contract, happened, told) : undefined
}

const wrongEnd = (
  { ending, endedOn, deal, takeover }: Extract<Contract, { stage: 'ended' }>,
  happened: readonly Happened[],
  { wished }: Told,
): string | undefined => {
  const last = happened.at(-1)?.event
  if (last?.type !== 'contract-ended') return 'goes on after its end'
  if ((ending === 'expired') !== (last.wordSha256 === null)) return `is ${ending} with the wrong word`
  if (ending === 'expired' && endedOn !== deal.endOn) return 'expired on another day than its last'
  if (ending === 'cancelledBySme' && !wished.has(endedOn)) return 'was left on a day nobody wished'
  if ((ending === 'endedInTakeover') !== (takeover?.settlement === 'endedBySme')) return `is ${ending} in its takeover`
  return last.penaltyExTaxYen > 0 && ending !== 'cancelledBySme' ? 'costs a penalty for no leaving' : undefined
}

/** Why a live contract may still stand after the last day of its term. */
export const mayStand = ({ announced, takeover, deal }: LiveContract, today: PlainDate): boolean =>
  today <= deal.endOn ||
  (takeover !== null && takeover.stage !== 'settled') ||
  (announced !== null && (announced.held || today <= announced.answerBy))
