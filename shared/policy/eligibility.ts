import type { PortfolioGuard } from '../domain/reseller/guard.ts'
import type { ServiceGuard } from '../domain/service/guard.ts'
import type { ContractId } from '../domain/ids.ts'
import type { ExistingException } from '../domain/exception/exception.ts'
import type { ExistingSmeIdentity } from '../domain/sme/identity.ts'
import type { PlainDate } from '../domain/plain-date.ts'

/**
 * Facts a contract is judged on beside what it says: the guards of its seller's portfolio and of its service, the
 * contract that holds its SME's place for the service, and the exception it names, each as it stands now.
 */
export type Eligibility = {
  readonly gate: PortfolioGuard
  readonly serviceGuard: ServiceGuard
  readonly slotHeldBy: ContractId | null
  readonly exception: { readonly state: ExistingException } | null
  /** The identity of an SME without 法人番号; null for any other. */
  readonly identity: { readonly state: ExistingSmeIdentity } | null
}

/** The last day of a term that begins on a day and lasts so many months. */
export type TermCalendar = { readonly lastDayOfTerm: (startOn: PlainDate, months: number) => PlainDate }
