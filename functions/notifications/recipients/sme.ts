import { codeComesBy, factorsReach } from '../../../shared/domain/contract/contact.ts'
import type { Disclosure } from '../../../shared/domain/contract/disclosure.ts'
import { linkOf } from '../../../shared/domain/contract/link.ts'
import { reminderDue } from '../../../shared/domain/contract/reminder.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'
import type { ContractId, DiscontinuanceId } from '../../../shared/domain/ids.ts'
import { nonceSentBy } from '../../application/contracts/nonce-sent.ts'
import { statedAddress } from '../../application/contracts/stated-address.ts'
import type { LedgerEvent } from '../../ports/ledger.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { codeCall, codeMessage } from '../templates/contract-letters.ts'
import type { OwedTo, Resolve, Resolved } from './recipient.ts'
import { revisionMeant, revisionReached, smeContent } from './sme-content.ts'
import { contactCall, contactMessage } from '../templates/contact-letters.ts'
import { copyToNew, stillWaits } from './contact-that-waits.ts'
import { tellByMail } from './tell-by-mail.ts'

type Letter = Extract<OwedTo<'sme'>, { by: 'mail' }>

/** The contract of an SME that is written to, the text the letter is about, and where the SME is reached. */
type Reached = {
  readonly state: ExistingContract
  readonly disclosure: Disclosure
  readonly reached: ReturnType<typeof factorsReach>
  readonly codeBy: ReturnType<typeof codeComesBy>
}

const overtaken: Resolved = { letter: 'overtaken' }
const nobodyToWriteTo: Resolved = { letter: 'givenUp' }

/** An SME is reached by what it agreed to: its links and letters by mail, its codes by phone. */
export const toSme: Resolve<'sme'> = async (deps, owing, owed) => {
  const contractId = owing.stream as ContractId
  const read = await deps.contracts.find(contractId)
  if (!read) throw new Error(`no ${contractId}`)
  const { state } = read.kept
  const disclosure = await deps.contracts.document(contractId, revisionMeant(state, owing.event))
  const { sme } = await disclosureOf(deps, disclosure, revisionReached(state, owing.event, owed))
  const reached = { state, disclosure, reached: factorsReach(sme), codeBy: codeComesBy(sme) }
  if (owed.by === 'mail') return letterTo(deps, owing, owed, reached)
  const tells = owed.template === 'contact-change-told' ? wordByPhone : codeTo
  return tells(deps, owing, owed, reached)
}

/** The text of another revision of a contract; the one at hand where it is that. */
const disclosureOf = async (
  { contracts }: Pick<Dependencies, 'contracts'>,
  atHand: Disclosure,
  revision: number,
): Promise<Disclosure> => (revision === atHand.revision ? atHand : contracts.document(atHand.contractId, revision))

/** Word by telephone of a change of contact, to where the SME was reached; nothing once it is decided. */
const wordByPhone = async (
  deps: Dependencies,
  { event }: LedgerEvent,
  { by }: OwedTo<'sme'>,
  { state, disclosure, reached: { phone } }: Reached,
): Promise<Resolved> => {
  const waits = await stillWaits(deps, state, event)
  if (!waits) return overtaken
  if (!phone) return nobodyToWriteTo
  const text = by === 'voice' ? contactCall(disclosure, waits.from) : contactMessage(disclosure, waits.from, waits.url)
  return { letter: { to: phone, subject: '', text } }
}

/** A code of the link that is open, for as long as no other link has taken its place. */
const codeTo = async (
  { links }: Dependencies,
  { event, at }: LedgerEvent,
  { by }: OwedTo<'sme'>,
  { state, disclosure, reached: { phone } }: Reached,
): Promise<Resolved> => {
  const link = linkOf(state)
  if (!link) return overtaken
  if (!phone) return nobodyToWriteTo
  const n = 'n' in event ? event.n : undefined
  // A link that replaced it since has sent no code under this number.
  if (n !== undefined && !link.codes?.some((code) => code.n === n && code.at === at)) return overtaken
  const code = await links.codeFor(link.nonce, n ?? link.codesSent)
  const text = by === 'voice' ? codeCall(disclosure, code) : codeMessage(disclosure, code)
  return { letter: { to: phone, subject: '', text } }
}

const letterTo = async (
  deps: Dependencies,
  { stream, seq, event }: LedgerEvent,
  owed: Letter,
  { state, disclosure, reached, codeBy }: Reached,
): Promise<Resolved> => {
  const contractId = stream as ContractId
  const history = followsAnAddress(event) ? await deps.ledger.eventsOf(contractId) : []
  const stated = history.length > 0 ? await statedAddress(deps, contractId, seq, history) : undefined
  const to = stated?.mail ?? reached.mail
  const about = caseOfNotice(event, seq, history)
  // A notice that comes again after a later takeover began tells of what is over, and tells nobody of the later one.
  if (owed.template === 'takeover-notice' && state.stage === 'live' && state.takeover?.discontinuanceId !== about)
    return overtaken
  const content = await smeContent(deps, state, { disclosure, codeBy }, { event, seq }, owed.template)
  if (!content) return overtaken
  if (!to) return nobodyToWriteTo
  const copy = await copyToNew(deps, state, { disclosure, content, template: owed.template })
  const letter = { to, ...content, ...(copy ? { copy } : {}) }
  if (asksForAnAnswer(owed.template))
    return {
      letter,
      after: async (outcome) => {
        if (outcome === 'accepted') await remindOf(deps, state, event)
      },
    }
  if (owed.template !== 'takeover-notice' || !about) return { letter }
  return {
    letter,
    after: async (outcome) => {
      if (outcome === 'accepted') await tellByMail(deps, contractId, { deliveryId: owed.id, discontinuanceId: about })
    },
  }
}

/** True of a letter that brings a link to sign or to confirm by, and not only reminds of it. */
const asksForAnAnswer = (template: Letter['template']): boolean =>
  template === 'signing-link' || template === 'attestation-to-confirm' || template === 'dispute-answered'

/** Puts the reminder of a link down, for three days before it runs out. */
const remindOf = async (
  { notices, clock }: Dependencies,
  state: ExistingContract,
  event: LedgerEvent['event'],
): Promise<void> => {
  const nonce = nonceSentBy(event)
  const on = nonce === undefined ? null : reminderDue(state, nonce, clock.now())
  if (nonce !== undefined && on) await notices.remindLater({ contractId: state.deal.contractId, nonce }, on)
}

/** True of an event whose letter may go to an address stated within the takeover. The first notice is before any. */
const followsAnAddress = ({ type }: LedgerEvent['event']): boolean =>
  type === 'takeover-notice-sent-again' || type === 'takeover-settled'

/** The case a notice is of: that of its own event, or of the takeover it was sent again in. */
const caseOfNotice = (
  event: LedgerEvent['event'],
  seq: number,
  history: readonly LedgerEvent[],
): DiscontinuanceId | undefined => {
  const opened = history.findLast((one) => one.seq < seq && one.event.type === 'takeover-opened')?.event ?? event
  return opened.type === 'takeover-opened' ? opened.discontinuanceId : undefined
}
