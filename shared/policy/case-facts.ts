import type { ExistingSubmission } from '../domain/submission/states.ts'
import { dayInJapan } from '../domain/plain-date.ts'
import type { DiscontinuanceFacts } from '../standard/model/occasion.ts'
import type { ExistingDiscontinuance } from '../domain/discontinuance/states.ts'

/** Facts that the rules on a discontinuance ask of a case; undefined while it is only proposed. */
export const factsOf = (
  state: ExistingDiscontinuance,
  reports: readonly ExistingSubmission[],
  contractsTakenOver: number,
): DiscontinuanceFacts | undefined => {
  if (state.since === null) return undefined
  const sentOn = (toIpa: boolean) => {
    const sentAt = reports.find(({ to }) => (to === 'ipa') === toIpa)?.sentAt
    return sentAt ? dayInJapan(sentAt) : null
  }
  return {
    occurredOn: state.occurredOn,
    reportedToIpaOn: sentOn(true),
    reportedToRegistrationBodyOn: sentOn(false),
    contractsListed: listed(state),
    contractsTakenOver,
  }
}

export const listed = ({ list, late }: ExistingDiscontinuance): number => (list?.contracts ?? 0) + late
