import type { Notification } from '../../../shared/domain/aggregates/delivery.ts'
import type { LedgerEvent, Outcome, OwedDelivery } from '../../ports/ledger.ts'
import type { Letter, Dependencies } from '../../ports/dependencies.ts'

/** Whom a letter is written to. A notice to people is as many letters as want it, and none of these. */
export type RecipientName = Exclude<Notification['to'], 'people'>

/** A letter that is owed to one kind of recipient. */
export type OwedTo<To extends RecipientName> = Extract<OwedDelivery, { to: To }>

/** Letter with its address. */
export type Addressed = Pick<Letter, 'to' | 'subject' | 'text' | 'attachments'> & {
  /** The same to a contact that waits; what becomes of it is nobody's concern. */
  readonly copy?: Pick<Letter, 'to' | 'subject' | 'text' | 'attachments'>
}

/**
 * A letter with its address; or why there is none to send: `givenUp` where nobody can be written to, which is left to a
 * person, `overtaken` where what it was about is over.
 */
export type Resolved = {
  readonly letter: Addressed | Extract<Outcome, 'givenUp' | 'overtaken'>
  /** Follow-up once it is known what became of the letter, before its receipt is written. Idempotent. */
  readonly after?: (outcome: Outcome) => Promise<void>
}

/** Resolver for a kind of recipient: by the event that owes the letter, as things are when it is sent. */
export type Resolve<To extends RecipientName> = (
  deps: Dependencies,
  event: LedgerEvent,
  owed: OwedTo<To>,
) => Promise<Resolved>
