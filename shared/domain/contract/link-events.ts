import type { CodeWay } from '../phone.ts'
import type { Instant } from '../plain-date.ts'
import type { BounceCause } from './contract-words.ts'

export type CodeEvent =
  /** A code is sent: which one (absent where it was the last, as it always was before), and where not by SMS, how. */
  | { readonly type: 'signing-code-requested'; readonly n?: number; readonly by?: Exclude<CodeWay, 'sms'> }
  /** A code was entered: which one. */
  | { readonly type: 'signing-code-accepted'; readonly n?: number }
  /** A code was wrong. `lastTry` where no other may be tried with this link: it is dead. */
  | { readonly type: 'signing-code-refused'; readonly lastTry?: true }

/** A code by letter: the link lives on until its code has run out. */
export type CodeLetterEvent =
  | { readonly type: 'code-letter-asked'; readonly n: number; readonly expiresAt: Instant }
  | {
      readonly type: 'code-letter-printed'
      readonly n: number
      /** SHA-256 of the evidence document that says where the letter goes. */
      readonly letterSha256: string
      readonly expiresAt: Instant
    }

/** What befalls a link and changes nothing of it: its letter came back, or its SME was reminded of it. */
export type LinkNotedEvent =
  | {
      readonly type: 'link-bounced'
      /** The nonce of the link, and the letter that came back. */
      readonly link: string
      readonly deliveryId: string
      readonly cause: BounceCause
    }
  /**
   * A link to answer by was not answered, three days before it runs out. `opened` where its SME has asked for a code,
   * `toConfirm` where it asks to confirm the record of a paper contract and not to sign.
   */
  | {
      readonly type: 'link-reminded'
      readonly link: string
      readonly expiresAt: Instant
      readonly opened?: true
      readonly toConfirm?: true
    }

/** Events of links: they are sent, a code is sent for them, and one is entered. Offering a text sends one too. */
export type LinkEvent =
  | CodeEvent
  | CodeLetterEvent
  | LinkNotedEvent
  /** The SME is asked once more to confirm what was attested for it. */
  | { readonly type: 'confirmation-asked'; readonly nonce: string; readonly expiresAt: Instant }
  | { readonly type: 'own-link-sent'; readonly nonce: string; readonly expiresAt: Instant }
  /** The link that is open goes out once more as it is: somebody asked for it from "who serves me now". */
  | { readonly type: 'link-sent-again'; readonly nonce: string }
