import type { ContractId } from '../shapes/ids.ts'
import { shardOf } from '../reading/ids.ts'
import type { Invariant } from './invariant.ts'
import { casesOf, type Case } from '../reading/cases.ts'
import { kept } from '../reading/looking-up.ts'
import type { Tally } from '../reading/read-row.ts'

/** A case knows of every setback: each loss that was noted, and each contract that joined late. */
const wrongSetbacks = ({ state, stories }: Case) => {
  const setbacks = stories.reduce((sum, { lost }) => sum + lost, 0) + state.late
  return (state.setbacks ?? 0) !== setbacks && `knows of ${state.setbacks ?? 0} setbacks, and had ${setbacks}`
}

/** Takeovers go forward. A tally that knows of every setback counts as many, and none further on than it is now. */
const wrongTally = ({ shard, setbacks, takeovers }: Tally, { state, stories }: Case) => {
  const known = state.setbacks ?? 0
  if (setbacks !== known) return setbacks > known && `knows of ${setbacks} setbacks, of which there were ${known}`
  const there = stories.filter(({ contractId }) => shardOf(contractId as ContractId) === shard)
  const now = (stage: string) => there.filter((one) => one.stage === stage).length
  const { opened, told, settled } = takeovers
  return (
    (opened + told + settled !== there.length && `counts ${opened + told + settled} of ${there.length}`) ||
    ((opened < now('opened') || settled > now('settled')) && 'counts what was not done')
  )
}

/** I14. What is told of a large case without reading it, and what its closing rests on, is never better than it is. */
export const casesAreCounted: Invariant = {
  id: 'I14',
  says: { ja: '集計はその事案のもので、数え漏らしがない', en: 'a tally is of its case, and counts nobody too few' },
  check: (book, see) => {
    const tallies = Map.groupBy(book.tallies, ({ of }) => of)
    for (const [id, [first]] of tallies) {
      if (first) see(first.where, !kept(book, 'discontinuance', id) && 'is a tally of no case')
    }
    for (const about of casesOf(book)) {
      see(about.where, wrongSetbacks(about))
      for (const tally of tallies.get(about.id) ?? []) see(tally.where, wrongTally(tally, about))
    }
  },
}
