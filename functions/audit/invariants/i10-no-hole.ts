import type { Interval } from '../shapes/contract-parts.ts'
import type { EndedContract, LiveContract } from '../shapes/contract.ts'
import { startOfDayInJapan } from '../reading/fields/days.ts'
import type { Invariant } from './invariant.ts'
import { concluded } from '../reading/looking-up.ts'

/** Findings where the intervals of a contract leave the line from its start to its end, or to no end. */
const holesIn = (track: string, intervals: readonly Interval[], from: string, until: string | null) => {
  const wrong: string[] = []
  let at: string | null = from
  for (const interval of intervals) {
    if (at === null) wrong.push(`${track} goes on after an open interval`)
    else if (interval.from !== at) {
      wrong.push(`${track} has ${interval.from > at ? 'a gap' : 'an overlap'} at ${at}`)
    }
    if (interval.until !== null && interval.until < interval.from) wrong.push(`${track} ends before it begins`)
    at = interval.until
  }
  if (at !== until) wrong.push(`${track} ends ${at ?? 'never'} instead of ${until ?? 'never'}`)
  return wrong
}

/** A signature counts from its moment; a paper from the beginning of the day in Japan it was signed. */
const startOf = ({ entry, liveAt, signedOn }: LiveContract | EndedContract): string =>
  entry === 'signed' ? liveAt : startOfDayInJapan(signedOn)

/**
 * I10. Responsibility has neither gap nor overlap: its intervals follow one another from the signature on, the last is
 * open while the contract lives, and closed at its end. The same for the counterparty.
 */
export const noHole: Invariant = {
  id: 'I10',
  says: { ja: '責任の期間に、隙間も重なりもない', en: 'responsibility without gap or overlap' },
  check: ({ heads }, see) => {
    for (const { where, contract } of heads.values()) {
      const made = concluded(contract)
      if (!made) continue
      const [from, until] = [startOf(made), made.stage === 'ended' ? made.endedAt : null]
      see(
        where,
        ...holesIn('responsibility', made.responsibility, from, until),
        ...holesIn('counterparty', made.counterparty, from, until),
      )
    }
  },
}
