import type { PlainDate } from '../plain-date.ts'
import type { ContractEvent } from './events.ts'

/** Ways a paper contract that is over by now can have come to its end. */
export const paperEndings = ['expired', 'cancelledBySme', 'terminated'] as const
export type PaperEnding = (typeof paperEndings)[number]

/** The end of a paper contract that was over when it was put on record: its last day, and how it came to it. */
export type PaperEnd = { readonly on: PlainDate; readonly why: PaperEnding }

/** The event of such an end. Nobody is told: the SME knows of it, or has forgotten it, and nothing follows from it now. */
export const endOnRecord = ({ on, why }: PaperEnd, attestationSha256: string): ContractEvent => ({
  type: 'contract-ended',
  on,
  ending: why,
  wordSha256: why === 'expired' ? null : attestationSha256,
  penaltyExTaxYen: 0,
  onRecordOnly: true,
})
