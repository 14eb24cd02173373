import type { PortfolioGate } from '../domain/reseller/gate.ts'
import type { ServiceGate } from '../domain/service/gate.ts'
import type { ContractId } from '../domain/ids.ts'
import type { KeptException } from '../domain/exception/exception.ts'
import type { PlainDate } from '../domain/plain-date.ts'

/**
 * What a contract is judged on beside what it says: the gates of its seller's portfolio and of its service, the contract
 * that holds its SME's place for the service, and the exception it names, each as it stands now.
 */
export type Eligibility = {
  readonly gate: PortfolioGate
  readonly serviceGate: ServiceGate
  readonly placeHeldBy: ContractId | null
  readonly exception: { readonly state: KeptException } | null
}

/** The last day of a term that begins on a day and lasts so many months. */
export type TermCalendar = { readonly lastDayOfTerm: (startOn: PlainDate, months: number) => PlainDate }
