import type { KeptDiscontinuance } from '../shapes/case.ts'
import type { Book } from './book.ts'
import type { Stream } from './entries.ts'
import { keptAll, soldBy, streamsOf } from './looking-up.ts'

/** Takeover of one contract inside a case, as the contract's own ledger tells it. */
type TakeoverStory = {
  readonly contractId: string
  readonly where: string
  readonly since: string
  readonly late: boolean
  readonly stage: 'opened' | 'told' | 'settled'
  /** True where something else began, or the contract ended, before it was settled. */
  readonly cutShort: boolean
  /** Number of times something of it was found lost, by an earlier word or by none. */
  readonly lost: number
}

/** Every takeover in a contract's ledger, in order, with its case. */
const storiesIn = ({ id, entries }: Stream<'contract'>): readonly (TakeoverStory & { readonly of: string })[] => {
  const stories: { -readonly [Key in keyof TakeoverStory]: TakeoverStory[Key] & {} }[] = []
  const ids: string[] = []
  for (const { event, where } of entries) {
    const open = stories.at(-1)
    const unsettled = open !== undefined && open.stage !== 'settled'
    switch (event.type) {
      case 'takeover-opened': {
        if (unsettled) open.cutShort = true
        const { since, late, discontinuanceId } = event
        stories.push({ contractId: id, where, since, late, stage: 'opened', cutShort: false, lost: 0 })
        ids.push(discontinuanceId)
        break
      }
      case 'takeover-told':
        if (unsettled) open.stage = 'told'
        break
      case 'takeover-coverage-noted':
        if (open && event.finding === 'lost') open.lost += 1
        break
      case 'takeover-notice-bounced':
        if (!open || !event.untold) break
        open.lost += 1
        if (open.stage === 'told') open.stage = 'opened'
        break
      case 'takeover-settled':
        if (open) open.stage = 'settled'
        break
      case 'contract-ended':
        if (unsettled) open.cutShort = true
        break
      default:
    }
  }
  return stories.map((story, index) => ({ ...story, of: ids[index] ?? '' }))
}

/** Everyone in whose hands a contract ever was: its seller, and whoever came to hold it. */
const handsOf = (stream: Stream<'contract'>): ReadonlySet<string> =>
  new Set([
    soldBy(stream) ?? '',
    ...stream.entries.flatMap(({ event }) => (event.type === 'takeover-settled' ? [event.holder] : [])),
  ])

/** A case with every takeover in it, and every contract that was ever in its reseller's hands. */
export type Case = {
  readonly id: string
  readonly where: string
  readonly state: KeptDiscontinuance
  readonly stories: readonly TakeoverStory[]
  readonly hands: readonly Stream<'contract'>[]
}

/** All cases of the book. */
export const casesOf = (book: Book): readonly Case[] => {
  const contracts = streamsOf(book, 'contract')
  const stories = Map.groupBy(contracts.flatMap(storiesIn), ({ of }) => of)
  const hands = Map.groupBy(
    contracts.flatMap((stream) => [...handsOf(stream)].map((party) => ({ party, stream }))),
    ({ party }) => party,
  )
  return keptAll(book, 'discontinuance').map(({ id, where, state }) => ({
    id,
    where,
    state,
    stories: stories.get(id) ?? [],
    hands: (hands.get(state.resellerId) ?? []).map(({ stream }) => stream),
  }))
}
