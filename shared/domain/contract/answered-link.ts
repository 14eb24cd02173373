import { nonceOf } from './dead-link.ts'
import type { ContractEvent } from './events.ts'

const isAnswer = ({ type }: ContractEvent): boolean =>
  type === 'contract-signed' || type === 'amendment-signed' || type === 'attestation-confirmed'

/**
 * True for the last link the SME was sent, if it agreed behind it. Nothing more can be done there; what was agreed can
 * still be taken away as a copy. A link sent later ends that.
 */
export const isAnsweredLink = (events: readonly ContractEvent[], nonce: string): boolean => {
  const sent = events.findLastIndex((event) => nonceOf(event) !== undefined)
  const last = events[sent]
  return last !== undefined && nonceOf(last) === nonce && events.slice(sent + 1).some(isAnswer)
}
