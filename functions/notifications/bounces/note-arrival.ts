import type { Dependencies } from '../../ports/dependencies.ts'
import type { UntoldRef } from '../../ports/event-ref.ts'

/**
 * Notes that the reader's own mail server took a letter: only then its receipt says delivered. Told twice, or of a letter
 * that is not ours, it changes nothing. One heard of before its own receipt says accepted, and no more.
 */
export const noteArrival =
  ({ clock, ledger }: Pick<Dependencies, 'clock' | 'ledger'>) =>
  (letter: UntoldRef): Promise<void> =>
    ledger.arrived(letter, letter.deliveryId, clock.now())
