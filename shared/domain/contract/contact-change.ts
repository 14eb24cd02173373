import type { Refusal, RefusalKind } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { ContractRevision, ExistingContract, LiveContract } from './states.ts'
import type { ContactGround } from './contract-words.ts'
import type { ContractEvent } from './events.ts'
import type { ContactChangeWait } from './service-events.ts'
import { codeWayOf } from '../phone.ts'
import { daysAfter, type PlainDate } from '../plain-date.ts'
import { wrongStage } from './in-stage.ts'

/** A change that is not decided: which event proposed it, who, and how the SME was told, where that still counts. */
export type ProposedContactChange = {
  readonly seq: number
  readonly proposedBy: string
  readonly changeSha256: string
  readonly waits: ContactChangeWait | null
}

/** An event of a contract's ledger, as far as changes of the contact are read from it. */
type OfContact = {
  readonly seq: number
  readonly actor: { readonly sub: string }
  readonly event: ContractEvent | { readonly type: string }
}

/**
 * The change that is not decided, if there is one. The last proposal counts, until it is made, withdrawn or stopped, the SME
 * signs another contact itself, or another SME succeeds.
 */
export const waitingContactChange = (history: readonly OfContact[]): ProposedContactChange | null =>
  history.reduce<ProposedContactChange | null>(undecidedAfter, null)

const undecidedAfter = (open: ProposedContactChange | null, one: OfContact): ProposedContactChange | null => {
  const event = one.event as ContractEvent
  switch (event.type) {
    case 'contact-change-proposed': {
      const { changeSha256, waits = null } = event
      return { seq: one.seq, proposedBy: one.actor.sub, changeSha256, waits }
    }
    case 'contact-change-unheard':
      return open && { ...open, waits: null }
    case 'contact-change-withdrawn':
    case 'contact-change-stopped':
    case 'sme-succeeded':
      return null
    case 'contract-amended':
    case 'amendment-signed':
      return event.contactBefore === undefined ? open : null
    default:
      return open
  }
}

/** Records that a contact which stays as it is was verified. */
export const verifyContact = (contract: ExistingContract, changeSha256: string): Decided<'wrong-stage'> =>
  contract.stage === 'live' ? ok([{ type: 'contact-verified', changeSha256 }]) : wrongStage(contract, 'live')

/** Days in which a change can be stopped from where the SME was reached. */
export const daysToStop = 7

/**
 * Telling of a change, by the contact the SME has: null where the ground says that nothing reaches it there, or where there
 * is nothing to be reached by.
 */
export const toldBefore = (
  { mail, phone }: { readonly mail: string | null; readonly phone: string | null },
  { ground, stop, today }: { readonly ground: ContactGround; readonly stop: string; readonly today: PlainDate },
): ContactChangeWait | null => {
  const byPhone = phone === null ? null : codeWayOf(phone)
  if (ground === 'lost' || (mail === null && byPhone === null)) return null
  return { from: daysAfter(today, daysToStop + 1), stop, byMail: mail !== null, byPhone }
}

/** A live contract with the day of the contact that waits after an event, or without one. */
export const withContactFrom = ({ contactFrom, ...contract }: LiveContract, event: ContractEvent): LiveContract => {
  if (event.type === 'contact-change-proposed' && event.waits) return { ...contract, contactFrom: event.waits.from }
  const stays = event.type === 'amendment-signed' && event.contactBefore === undefined
  return stays && contactFrom ? { ...contract, contactFrom } : contract
}

type Decided<Kind extends RefusalKind> = Result<readonly ContractEvent[], Refusal<Kind>>

/** Proposes a new contact. A proposal that waited before is replaced. */
export const proposeContactChange = (
  contract: ExistingContract,
  changeSha256: string,
  waits: ContactChangeWait | null,
): Decided<'wrong-stage'> =>
  contract.stage === 'live'
    ? ok([{ type: 'contact-change-proposed', changeSha256, ...(waits ? { waits } : {}) }])
    : wrongStage(contract, 'live')

const noneWaits = refuse<Refusal<'wrong-stage'>>({
  kind: 'wrong-stage',
  what: 'contactChange',
  stage: 'none',
  needs: ['proposed'],
})

/** A live contract with the change that waits on it. */
export type Waiting = { readonly live: LiveContract; readonly waiting: ProposedContactChange }

/** The contract and its waiting change, where there are both. */
export const contactChangeOn = (
  contract: ExistingContract,
  waiting: ProposedContactChange | null,
): Result<Waiting, Refusal<'wrong-stage'>> => {
  if (contract.stage !== 'live') return wrongStage(contract, 'live')
  return waiting ? ok({ live: contract, waiting }) : noneWaits
}

/** What a change makes of a contract: its texts with another contact, and the evidence document on it. */
export type ContactMade = {
  readonly deal: ContractRevision
  readonly next: ContractRevision | null
  readonly amendmentSha256: string
}

const made = ({ live, waiting }: Waiting, { deal, next, amendmentSha256 }: ContactMade): ContractEvent => {
  const contact = { contactBefore: live.deal.revision, contactChange: waiting.seq }
  return {
    type: 'contract-amended',
    deal,
    next,
    amendmentSha256,
    ...contact,
    ...(waiting.waits ? { unstopped: true } : {}),
  }
}

/**
 * A second person makes it so, where the SME is not told before. It is in force at once; every link that went to where the
 * SME was reached is dead.
 */
export const approveContactChange = (
  change: Waiting,
  { approvedBy, ...texts }: ContactMade & { readonly approvedBy: string },
): Decided<'second-person-needed' | 'wrong-stage'> => {
  const { proposedBy, waits } = change.waiting
  if (waits)
    return refuse({ kind: 'wrong-stage', what: 'contactChange', stage: `told until ${waits.from}`, needs: ['unheard'] })
  if (proposedBy === approvedBy) return refuse({ kind: 'second-person-needed' })
  return ok([made(change, texts)])
}

/** Word of the change where the SME was reached: whether it may have arrived there, by what became of each letter. */
export type Word = { readonly outcome: string | null; readonly cameBack?: string | undefined }

/** True where some word of it may have arrived. */
export const wasHeard = (words: readonly Word[]): boolean =>
  words.some(({ outcome, cameBack }) => !cameBack && (outcome === 'accepted' || outcome === 'delivered'))

/** The day has come: the change takes effect, or, where no word of it arrived, is left to two people. */
export const contactChangeDue = (change: Waiting, heard: boolean, texts: ContactMade): readonly ContractEvent[] =>
  heard ? [made(change, texts)] : [{ type: 'contact-change-unheard' }]

const notWaiting = refuse<Refusal<'link-not-usable'>>({ kind: 'link-not-usable', cause: 'answered' })

/** Stops a change from where the SME was reached, by the link that was sent there. */
export const stopContactChange = (
  contract: ExistingContract,
  waiting: ProposedContactChange | null,
  stop: string,
): Decided<'link-not-usable'> => {
  const open = contract.stage === 'live' && waiting?.waits?.stop === stop
  return open ? ok([{ type: 'contact-change-stopped' }]) : notWaiting
}
