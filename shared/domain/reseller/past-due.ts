import type { PlainDate } from '../plain-date.ts'
import { stageOfRequirement, type RequirementCode } from './requirement.ts'
import type { ExistingReseller, ResellerEvent } from './states.ts'

type Owing = Pick<ExistingReseller, 'stage' | 'requirements' | 'foundPastDue'>

/** The due days of what a reseller owes, the first first. */
export const requirementsOwed = ({
  stage,
  requirements,
}: Pick<ExistingReseller, 'stage' | 'requirements'>): readonly PlainDate[] =>
  stage === 'discontinued'
    ? []
    : [...new Set(requirements.filter(({ met }) => met === null).map(({ dueOn }) => dueOn))].toSorted()

/** The next due day of what a reseller owes that nobody was asked to look into yet; null where there is none. */
export const requirementsDueNext = ({ stage, requirements, foundPastDue }: Owing): PlainDate | null =>
  requirementsOwed({ stage, requirements }).find((dueOn) => !foundPastDue || dueOn > foundPastDue) ?? null

/** Find what is late as of a day and was not looked into yet. The last day itself is still in time. */
export const findPastDue = (
  reseller: Owing,
  today: PlainDate,
):
  | {
      readonly dueOn: PlainDate
      readonly codes: readonly RequirementCode[]
      readonly events: readonly ResellerEvent[]
    }
  | undefined => {
  const dueOn = requirementsDueNext(reseller)
  if (!dueOn || today <= dueOn) return undefined
  const codes = reseller.requirements
    .filter((one) => stageOfRequirement(one, today) === 'pastDue' && one.dueOn === dueOn)
    .map(({ code }) => code)
  return { dueOn, codes, events: [{ type: 'requirements-found-past-due', dueOn }] }
}
