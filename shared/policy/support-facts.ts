import { freeSupportsWithin, installedOnIn } from '../domain/contract/emergency-support.ts'
import { dayInJapan, daysAfter, type PlainDate } from '../domain/plain-date.ts'
import type { ServiceFacts } from '../domain/service/facts.ts'
import type { EmergencySupportFacts } from '../standard/model/occasion.ts'
import type { ExistingContract } from '../domain/contract/states.ts'
import type { ContractEvent } from '../domain/contract/events.ts'
import type { TermCalendar } from './eligibility.ts'
import type { EmergencySupport } from '../domain/contract/service-events.ts'

const monthsOfYear = 12

/** The contract year a day falls in: years are counted from the first day of service (当社解釈). */
export const contractYear = (
  calendar: TermCalendar,
  startOn: PlainDate,
  day: PlainDate,
): { readonly from: PlainDate; readonly until: PlainDate } => {
  let from = startOn
  for (let year = 1; ; year += 1) {
    const until = calendar.lastDayOfTerm(startOn, monthsOfYear * year)
    if (day <= until) return { from, until }
    from = daysAfter(until, 1)
  }
}

/** The first day of service, which renewals do not move. */
export const servedFrom = (contract: ExistingContract): PlainDate =>
  contract.stage === 'live' || contract.stage === 'ended' ? contract.servedFrom : contract.deal.startOn

type SupportGiven = EmergencySupport & {
  readonly placeNamed?: string | null
  readonly place: string | null
  readonly setUpReasoned: boolean
}

/** Facts that the rules ask of a support: what was given, by which terms, and what stood in the ledger before it. */
export const supportFacts = (
  { calendar }: { readonly calendar: TermCalendar },
  contract: ExistingContract,
  { emergencySupport }: Pick<ServiceFacts, 'emergencySupport'>,
  before: readonly ContractEvent[],
  { installedOn, ...given }: SupportGiven,
): EmergencySupportFacts => {
  const from = servedFrom(contract)
  const installed = [installedOnIn(before), installedOn ?? null].filter((day) => day !== null).toSorted()
  return {
    ...given,
    travelExpenses: emergencySupport.travelExpenses,
    freePromised: emergencySupport.freePerContractYear,
    signedOn: 'signedOn' in contract ? contract.signedOn : from,
    servedFrom: from,
    installedOn: installed.at(-1) ?? null,
    freeSupportsUsed: freeSupportsWithin(before, contractYear(calendar, from, dayInJapan(given.startedAt))),
  }
}
