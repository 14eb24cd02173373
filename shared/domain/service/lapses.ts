import type { PlainDate } from '../plain-date.ts'
import type { ExistingService } from './service.ts'

/** Something of a service that lapses after a day: its registration, or the evidence for a duty of a clause. */
export type ServiceLapse =
  | { readonly what: 'registration'; readonly lastDay: PlainDate }
  | { readonly what: 'evidence'; readonly clause: string; readonly topic: string; readonly lastDay: PlainDate }

/**
 * What of a service lapses, and after which day. Of several pieces of evidence for one duty the one that lasts longest
 * counts, and none lapses while one of them has no last day.
 */
export const lapsesOfService = ({ registration, evidence }: Pick<ExistingService, 'registration' | 'evidence'>) => {
  const lapses: ServiceLapse[] = []
  if (registration?.until) lapses.push({ what: 'registration', lastDay: registration.until })
  for (const same of Map.groupBy(evidence, ({ clause, topic }) => JSON.stringify([clause, topic])).values()) {
    const [first] = same
    const days = same.map(({ validUntil }) => validUntil)
    const lastDay = days
      .filter((day) => day !== null)
      .toSorted()
      .at(-1)
    if (first && lastDay && !days.includes(null))
      lapses.push({ what: 'evidence', clause: first.clause, topic: first.topic, lastDay })
  }
  return lapses as readonly ServiceLapse[]
}
