import type { Refusal, RefusalKind } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { ContractRevision, ExistingContract, LiveContract } from './states.ts'
import type { ContractEvent } from './events.ts'
import { wrongStage } from './in-stage.ts'

/** A change that waits for a second person: which event proposed it, and who. */
export type ProposedContactChange = { readonly seq: number; readonly proposedBy: string; readonly changeSha256: string }

/** An event of a contract's ledger, as far as changes of the contact are read from it. */
export type OfContact = {
  readonly seq: number
  readonly actor: { readonly sub: string }
  readonly event: ContractEvent | { readonly type: string }
}

/** The change that waits, if one does. The last proposal counts; approved or withdrawn, it waits no more. */
export const waitingContactChange = (history: readonly OfContact[]): ProposedContactChange | null => {
  const last = history.findLast(
    ({ event }) => event.type.startsWith('contact-change-') || (event.type === 'contract-amended' && isOfTwo(event)),
  )
  return last && last.event.type === 'contact-change-proposed' && 'changeSha256' in last.event
    ? { seq: last.seq, proposedBy: last.actor.sub, changeSha256: last.event.changeSha256 }
    : null
}

const isOfTwo = (event: OfContact['event']): boolean => 'contactChange' in event && event.contactChange !== undefined

type Decided<Kind extends RefusalKind> = Result<readonly ContractEvent[], Refusal<Kind>>

/** Proposes a new contact. A proposal that waited before is replaced. */
export const proposeContactChange = (contract: ExistingContract, changeSha256: string): Decided<'wrong-stage'> =>
  contract.stage === 'live' ? ok([{ type: 'contact-change-proposed', changeSha256 }]) : wrongStage(contract, 'live')

const noneWaits = refuse<Refusal<'wrong-stage'>>({
  kind: 'wrong-stage',
  what: 'contactChange',
  stage: 'none',
  needs: ['proposed'],
})

/** A live contract with the change that waits on it. */
type Waiting = { readonly live: LiveContract; readonly waiting: ProposedContactChange }

/** The contract and its waiting change, where there are both. */
export const contactChangeOn = (
  contract: ExistingContract,
  waiting: ProposedContactChange | null,
): Result<Waiting, Refusal<'wrong-stage'>> => {
  if (contract.stage !== 'live') return wrongStage(contract, 'live')
  return waiting ? ok({ live: contract, waiting }) : noneWaits
}

type Approving = {
  readonly approvedBy: string
  readonly deal: ContractRevision
  readonly next: ContractRevision | null
  readonly amendmentSha256: string
}

/** A second person makes it so. It is in force at once; every link that went to where the SME was reached is dead. */
export const approveContactChange = (
  { live, waiting }: Waiting,
  { approvedBy, deal, next, amendmentSha256 }: Approving,
): Decided<'second-person-needed'> => {
  if (waiting.proposedBy === approvedBy) return refuse({ kind: 'second-person-needed' })
  const contact = { contactBefore: live.deal.revision, contactChange: waiting.seq }
  return ok([{ type: 'contract-amended', deal, next, amendmentSha256, ...contact }])
}
