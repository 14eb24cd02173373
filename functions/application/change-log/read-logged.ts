import type { AggregateKind, StateOf } from '../../../shared/domain/aggregates/aggregates.ts'
import type { LoggedEvent } from '../../ports/change-log.ts'
import type { EventRef } from '../../ports/event-ref.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { LedgerEvent } from '../../ports/ledger.ts'
import { nothing, step } from '../../views/change-log/changes.ts'
import { nameSaidIn } from '../../views/change-log/logged-view.ts'

/**
 * Events of a ledger up to which its state is folded for a change log (当社の設定). What comes after them is shown by what
 * it says itself: a ledger of thousands of events costs a page no more than one of two hundred.
 */
export const foldedUpTo = 200

/** Ledgers that are read at the same time. */
const readAtOnce = 25

const keyOf = ({ stream, seq }: EventRef): string => `${stream}#${seq}`

/** An event with the states before and after it; null where its ledger is too long to be folded up to it. */
export type Logged = {
  readonly event: LedgerEvent
  readonly states: { readonly before: StateOf<AggregateKind>; readonly after: StateOf<AggregateKind> } | null
  /** Its object's name, as far as the ledger says one up to it. */
  readonly name: string | null
}

const folded = (ledger: readonly LedgerEvent[], asked: ReadonlySet<number>): readonly Logged[] => {
  const found: Logged[] = []
  let state: StateOf<AggregateKind> = nothing
  let name: string | null = null
  for (const event of ledger) {
    const before = state
    state = step(state, event)
    name = nameSaidIn(event) ?? name
    if (asked.has(event.seq)) found.push({ event, states: { before, after: state }, name })
  }
  return found
}

/**
 * Events of a page, each with what its object was before and after it. One request for each ledger, however many of its
 * events the page has, and one for each hundred events beyond what is folded.
 */
export const readLogged = async (
  { changeLog }: Pick<Dependencies, 'changeLog'>,
  logged: readonly LoggedEvent[],
): Promise<readonly Logged[]> => {
  const byStream = Map.groupBy(
    logged.filter(({ seq }) => seq <= foldedUpTo),
    ({ stream }) => stream,
  )
  const streams = [...byStream]
  const read = new Map<string, Logged>()
  for (let from = 0; from < streams.length; from += readAtOnce) {
    const ledgers = await Promise.all(
      streams.slice(from, from + readAtOnce).map(async ([stream, asked]) => {
        const seqs = asked.map(({ seq }) => seq)
        return folded(await changeLog.upTo({ stream, seq: Math.max(...seqs) }), new Set(seqs))
      }),
    )
    for (const one of ledgers.flat()) read.set(keyOf(one.event), one)
  }
  const beyond = logged.filter((one) => !read.has(keyOf(one)))
  const alone = beyond.length > 0 ? await changeLog.events(beyond) : []
  for (const event of alone) read.set(keyOf(event), { event, states: null, name: nameSaidIn(event) })
  return logged.flatMap((one) => read.get(keyOf(one)) ?? [])
}
