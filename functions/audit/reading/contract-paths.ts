import type { ConsentKind } from '../shapes/contract-parts.ts'
import type { Contract, LiveContract } from '../shapes/contract.ts'
import type { ContractEvent } from '../shapes/contract-events.ts'
import type { Instant } from '../shapes/ids.ts'
import { dayInJapan } from './fields/days.ts'
import { mayCome } from './paths.ts'

/** The one link of a contract that opens, and what for. Where it has two, neither does. */
const openLink = (contract: Contract) => {
  if (contract.stage === 'offered') return { purpose: 'sign', link: contract.link } as const
  if (contract.stage === 'ended') return contract.ownLink && ({ purpose: 'papers', link: contract.ownLink } as const)
  if (contract.stage !== 'live') return null
  const { ownLink, proposal, confirmation } = contract
  const links = [
    { purpose: 'own', link: ownLink },
    { purpose: 'amend', link: proposal?.link ?? null },
    { purpose: 'confirm', link: confirmation.stage === 'awaiting' ? confirmation.link : null },
  ] as const
  const [open, other] = links.flatMap((one) => (one.link ? [{ ...one, link: one.link }] : []))
  return open && !other ? open : null
}

const passed = (contract: Contract, purpose: 'sign' | 'amend' | 'confirm'): boolean => {
  const open = openLink(contract)
  return open?.purpose === purpose && open.link.passedAt !== null
}

const unsettled = ({ takeover }: LiveContract): boolean => takeover !== null && takeover.stage !== 'settled'

const consented = ({ consents }: LiveContract, kind: ConsentKind): boolean =>
  consents.some((one) => one.kind === kind && one.stage === 'given')

/** True where a wish to leave is for a day of the present term; before the first one it is for a day of that. */
const ofThisTerm = ({ deal, servedFrom, leaving }: LiveContract): boolean =>
  leaving !== null && (deal.startOn === servedFrom || leaving.on >= deal.startOn)

/** True where the SME has asked to leave within this term and not said the last word. */
const undecided = (contract: LiveContract): boolean => contract.leaving?.confirmed === false && ofThisTerm(contract)

const mayRenew = (contract: LiveContract, today: string): boolean => {
  const { announced, next, deal } = contract
  return !unsettled(contract) && deal.renewal !== null && !announced?.held && next === null && deal.endOn < today
}

/** True where a live contract has what an event asks of it beside its stage. */
const liveMay = (contract: LiveContract, event: ContractEvent, at: Instant): boolean => {
  const today = dayInJapan(at)
  const { deal, takeover, proposal, confirmation, leaving, announced, next } = contract
  const quiet = !unsettled(contract)
  switch (event.type) {
    case 'contract-explained':
      return proposal !== null
    case 'contract-offered':
      return proposal !== null && proposal.explanation !== null
    case 'attestation-confirmed':
    case 'attestation-disputed':
      return passed(contract, 'confirm')
    case 'attestation-kept':
      return confirmation.stage === 'disputed'
    case 'attestation-corrected':
      return confirmation.stage === 'disputed' && event.deal.revision === contract.lastRevision + 1
    case 'form-read':
      return contract.entry === 'attested'
    case 'confirmation-asked':
      return confirmation.stage === 'awaiting'
    case 'contract-amended':
      if (event.next !== null && event.next.revision !== event.deal.revision + 1) return false
      if (event.contactChange !== undefined) return event.deal.revision === contract.lastRevision + 1
      return quiet && leaving?.confirmed !== true && event.deal.revision === contract.lastRevision + 1
    case 'amendment-proposed':
      return quiet && leaving?.confirmed !== true && event.deal.revision === contract.lastRevision + 1
    case 'amendment-withdrawn':
      return proposal !== null && (event.reason === 'withdrawn' || passed(contract, 'amend'))
    case 'amendment-signed':
      return proposal !== null && proposal.explanation !== null && passed(contract, 'amend')
    case 'renewal-announced':
      return quiet && deal.renewal !== null && announced === null && next === null && event.endOn === deal.endOn
    case 'renewal-held':
      // An announcement that did not reach its SME holds its renewal at once.
      if (event.unheard !== undefined) return announced !== null && !announced.held
      // A term beyond all days that are kept is held as well, and departs from nothing.
      return mayRenew(contract, today) && !(event.departsFrom.length > 0 && undecided(contract))
    case 'contract-renewed':
      return mayRenew(contract, today) && !undecided(contract)
    case 'term-begun':
      return quiet && next !== null && next.deal.startOn <= today
    case 'cancellation-withdrawn':
      return leaving !== null
    case 'cancellation-confirmed':
      return leaving !== null && !leaving.confirmed && leaving.on > today && ofThisTerm(contract)
    case 'consent-given':
      return !consented(contract, event.kind)
    case 'consent-withdrawn':
      return consented(contract, event.kind)
    case 'takeover-opened':
      return quiet && takeover?.discontinuanceId !== event.discontinuanceId
    case 'takeover-coverage-noted': {
      const { statedAt } = event
      return takeover !== null && takeover.since <= statedAt && statedAt <= at
    }
    case 'takeover-told':
    case 'takeover-notice-sent-again':
      return !quiet
    case 'takeover-notice-bounced':
      return takeover !== null
    case 'takeover-settled':
      // Whoever ends need not have been told before.
      return takeover?.stage === 'told' || (takeover?.stage === 'opened' && event.settlement === 'endedBySme')
    case 'contract-ended':
      return mayEnd(contract, event, today)
    default:
      return true
  }
}

/** True where nothing has come of a paper contract but its record: only then it may end there and then. */
const overWhenAttested = ({ entry, confirmation, takeover, lastRevision, leaving }: LiveContract): boolean =>
  entry === 'attested' &&
  confirmation.stage === 'awaiting' &&
  !confirmation.link &&
  !takeover &&
  lastRevision === 1 &&
  !leaving

/** True where a contract may end so: a takeover is settled first, a term over first, a wish on record first. */
const mayEnd = (
  contract: LiveContract,
  { ending, on, onRecordOnly }: Extract<ContractEvent, { type: 'contract-ended' }>,
  today: string,
): boolean => {
  const { deal, takeover, leaving, next, signedOn } = contract
  if (onRecordOnly) return overWhenAttested(contract) && on <= today && signedOn <= on && on <= deal.endOn
  const left = takeover?.settlement === 'endedBySme'
  switch (ending) {
    case 'endedInTakeover':
      return left
    case 'cancelledBySme':
      return !left && !unsettled(contract) && leaving !== null && leaving.on === on && ofThisTerm(contract)
    case 'expired':
      return !unsettled(contract) && !left && on === deal.endOn && on < today && !next && !deal.renewal
    case 'terminated':
    case 'annulled':
      return !left && !unsettled(contract)
  }
}

const remindedAheadMs = 3 * 86_400_000

/** True in the last three days of the link that a contract waits for an answer by, as the reminder names it. */
const mayBeReminded = (
  contract: Contract,
  { link, expiresAt, toConfirm }: Extract<ContractEvent, { type: 'link-reminded' }>,
  at: Instant,
): boolean => {
  const open = openLink(contract)
  const asks = open && open.purpose !== 'own' && (open.purpose === 'confirm') === (toConfirm === true)
  const ahead = Date.parse(expiresAt) - Date.parse(at)
  const isThis = asks && open.link.nonce === link && open.link.expiresAt === expiresAt
  return isThis === true && ahead > 0 && ahead <= remindedAheadMs
}

/** True where an event may come of a contract at a moment: its stage, the link, the code, how far a takeover is. */
export const contractMay = (contract: Contract, event: ContractEvent, at: Instant): boolean => {
  if (!mayCome(contract, event)) return false
  switch (event.type) {
    case 'signing-code-requested':
    case 'signing-code-refused':
    case 'signing-code-accepted':
    case 'code-letter-asked':
      return openLink(contract) !== null
    case 'link-sent-again':
      return openLink(contract)?.link.nonce === event.nonce
    case 'code-letter-printed': {
      const letter = openLink(contract)?.link.letter
      return letter?.n === event.n && letter.printedAt === undefined
    }
    case 'link-bounced':
      return openLink(contract)?.link.nonce === event.link
    case 'link-reminded':
      return mayBeReminded(contract, event, at)
    case 'contract-signed':
      return passed(contract, 'sign')
    case 'contract-voided':
      return event.reason !== 'declined' || passed(contract, 'sign')
    case 'contract-offered':
      if (contract.stage === 'drafted' || contract.stage === 'offered') return contract.explanation !== null
      break
    default:
  }
  return contract.stage !== 'live' || liveMay(contract, event, at)
}
