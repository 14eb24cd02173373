import type { LedgerEvent } from '../../ports/ledger.ts'

/** The nonce of the link an event sends. */
export const nonceSentBy = (event: LedgerEvent['event']): string | undefined => {
  if (event.type === 'contract-attested') return event.confirmBy?.nonce
  return 'nonce' in event ? event.nonce : undefined
}
