import type { ServiceId } from '../ids.ts'
import type { PlainDate } from '../plain-date.ts'
import type { ExistingReseller } from './states.ts'

/** An authorization to resell a service that lapses after a day. */
type AuthorizationLapse = { readonly serviceId: ServiceId; readonly lastDay: PlainDate }

/** Authorizations of a reseller that lapse: none of one that stopped, nor where a period of the service has no last day. */
export const lapsesOfReseller = ({
  stage,
  authorizations,
}: Pick<ExistingReseller, 'stage' | 'authorizations'>): readonly AuthorizationLapse[] =>
  stage === 'discontinued'
    ? []
    : Object.entries(authorizations).flatMap(([serviceId, periods]) => {
        const days = periods.map(({ until }) => until)
        const lastDay = days
          .filter((day) => day !== null)
          .toSorted()
          .at(-1)
        return lastDay && !days.includes(null) ? [{ serviceId: serviceId as ServiceId, lastDay }] : []
      })
