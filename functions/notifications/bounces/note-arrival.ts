import type { Dependencies } from '../../ports/dependencies.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { UntoldRef } from '../../ports/event-ref.ts'
import { personOfReference } from '../people/mail-to.ts'

/** A letter that arrived, and when it was sent, if that is told. */
export type Arrival = UntoldRef & { readonly sentAt?: Instant }

/**
 * Notes that the reader's own mail server took a letter: only then its receipt says delivered. Told twice, or of a letter
 * that is not ours, it changes nothing. One heard of before its own receipt says accepted, and no more. A notice that
 * arrived says that its person's address works again.
 */
export const noteArrival =
  ({ clock, ledger, people }: Pick<Dependencies, 'clock' | 'ledger' | 'people'>) =>
  (letter: Arrival): Promise<void> => {
    const person = personOfReference(letter.deliveryId)
    if (person !== null) return people.noteArrival(person, letter.sentAt ?? clock.now())
    return ledger.arrived(letter, letter.deliveryId, clock.now())
  }
