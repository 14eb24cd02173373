import { coverageOf, gapSince } from '../../shared/domain/contract/coverage.ts'
import type { Instant } from '../../shared/domain/plain-date.ts'
import type { Coverage, EndedContract, LiveContract, Takeover } from '../../shared/domain/contract/states.ts'

type Made = LiveContract | EndedContract

const facetsOf = ({ monitoring, contact, insurance }: Coverage) => ({
  monitoring: monitoring.stage,
  contact: contact.stage,
  insurance: insurance.stage,
})

const openSince = (contract: Made, { coverage }: Takeover): Instant | null =>
  contract.stage === 'live' ? gapSince(coverage) : null

/** The coverage of a contract's takeover, whatever the time: the gaps that are over, and since when one is open. */
export const coverageView = (contract: Made, takeover: Takeover) => {
  const { coverage, since } = takeover
  const open = openSince(contract, takeover)
  const until = open ?? coverage.gaps.at(-1)?.until ?? since
  return { ...coverageOf(contract, takeover, until), ...facetsOf(coverage), gapSince: open }
}

/** Minutes as people read them: hours, to one decimal. */
export const hoursOf = (minutes: number): number => Math.round(minutes / 6) / 10

/** The coverage of a takeover as a list shows it, its gaps counted up to now. */
export const coverageLine = (contract: Made, takeover: Takeover, now: Instant) => {
  const { stage, gapMinutes } = coverageOf(contract, takeover, now)
  return { stage, ...facetsOf(takeover.coverage), gapMinutes, gapHours: hoursOf(gapMinutes) }
}
