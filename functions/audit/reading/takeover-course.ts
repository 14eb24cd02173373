import { startOfDayInJapan } from './fields/days.ts'
import { gapsOf, newCoverage, noted, told, untold, type Looked } from './fields/coverage.ts'
import type { Entry, Stream } from './entries.ts'

/** Intervals of who answers, or is party, one after another. */
type Line = { readonly party: string; readonly from: string; until: string | null }[]

type Takeover = {
  readonly discontinuanceId: string
  readonly since: string
  readonly late: boolean
  stage: 'opened' | 'told' | 'settled'
  settlement: string | null
  coverage: Looked
}

/** Backward step: something undone that was done for an SME, or an SME that came late. Its case must know at once. */
export type Backward = {
  readonly of: string
  readonly where: string
  readonly command: string
  readonly as: 'takeover-set-back' | 'late-contract-joined'
}

/** Course of a contract's takeovers, taken from its own events alone, and what of them could not come. */
export type TakeoverCourse = {
  readonly takeovers: readonly object[]
  readonly responsibility: Line
  readonly counterparty: Line
  readonly backwards: readonly Backward[]
  readonly wrong: readonly { readonly where: string; readonly what: string }[]
  /** Cases in which its SME is still to be told. */
  readonly untoldIn: readonly string[]
}

/** Hands over to another from an instant on; an interval never ends before it began. */
const handTo = (line: Line, party: string, at: string): void => {
  const last = line.at(-1)
  if (!last || last.party === party) return
  last.until = at < last.from ? last.from : at
  line.push({ party, from: last.until, until: null })
}

const endAt = (line: Line, at: string): void => {
  const last = line.at(-1)
  if (last) last.until = at < last.from ? last.from : at
}

/** Beginning of a contract: its seller, and since when: its moment of signature, or the day a paper was signed. */
const beginningOf = (entries: readonly Entry<'contract'>[]) => {
  let [seller, entityId] = ['', '']
  for (const [index, { event, at }] of entries.entries()) {
    if ('deal' in event) ({ seller, entityId } = event.deal)
    if (event.type === 'contract-signed') return { index, seller, entityId, from: at }
    if (event.type === 'contract-attested') return { index, seller, entityId, from: startOfDayInJapan(event.signedOn) }
  }
  return undefined
}

/** Finding on how a takeover is settled, beside the stage it comes from. */
const wrongSettlement = (
  { event, command }: Entry<'contract'>,
  next: Entry<'contract'> | undefined,
  { entityId, holder, leaver }: { readonly entityId: string; readonly holder: string; readonly leaver: unknown },
): string | undefined => {
  if (event.type !== 'takeover-settled') return undefined
  switch (event.settlement) {
    case 'endedBySme': {
      const end = next?.command === command && next.event.type === 'contract-ended' ? next.event : undefined
      if (end?.ending !== 'endedInTakeover') return 'is settled by an end that did not come'
      if (event.holder !== holder) return `is ended out of the hands of ${event.holder}, and ${holder} held it`
      return end.wordSha256 !== null && end.wordSha256 === event.consentSha256 ? undefined : 'is ended without evidence'
    }
    case 'movedToReseller':
      return event.holder === entityId || event.holder === leaver ? `is moved to ${event.holder}` : undefined
    default:
      return event.holder === entityId ? undefined : `is served on by ${event.holder}`
  }
}

/**
 * Goes through a contract's ledger and makes of its takeovers what the words of the events say: opened, told, settled; untold
 * by a letter that came back; each facet confirmed or lost; who answers and who is party from when. It asks nothing of what
 * a contract's state says. Null for a contract that was never concluded. `leaverOf` says whose case a case is.
 */
export const takeoverCourseOf = (
  { entries }: Stream<'contract'>,
  leaverOf: (discontinuanceId: string) => unknown,
): TakeoverCourse | null => {
  const begun = beginningOf(entries)
  if (!begun) return null
  const { entityId, seller, from } = begun
  const takeovers: Takeover[] = []
  const responsibility: Line = [{ party: seller, from, until: null }]
  const counterparty: Line = [{ party: seller, from, until: null }]
  const backwards: Backward[] = []
  const wrong: { where: string; what: string }[] = []
  let holder = seller
  let ended = false
  for (const [index, entry] of entries.entries()) {
    const { event, at, where, command } = entry
    const now = takeovers.at(-1)
    const open = now !== undefined && now.stage !== 'settled'
    const no = (what: string | false | undefined) => void (what && wrong.push({ where, what }))
    const backward = (as: Backward['as'], of = now?.discontinuanceId ?? '') =>
      void backwards.push({ of, where, command, as })
    if (event.type.startsWith('takeover-') && event.type !== 'takeover-opened' && !now) {
      no(`says ${event.type} of what was not taken over`)
      continue
    }
    switch (event.type) {
      case 'takeover-opened': {
        const { discontinuanceId, since, late } = event
        no(open && 'is taken over before the takeover before was settled')
        no((ended || index <= begun.index) && 'is taken over, and is not live')
        if (late) backward('late-contract-joined', discontinuanceId)
        takeovers.push({ discontinuanceId, since, late, stage: 'opened', settlement: null, coverage: newCoverage() })
        handTo(responsibility, entityId, since)
        break
      }
      case 'takeover-told':
      case 'takeover-notice-sent-again':
        no(!open && 'is told of a takeover that was settled')
        if (!now || event.type !== 'takeover-told') break
        now.stage = 'told'
        now.coverage = told(now.coverage, at)
        break
      case 'takeover-notice-bounced':
        if (!now || !event.untold) break
        if (now.stage === 'told') now.stage = 'opened'
        now.coverage = untold(now.coverage)
        backward('takeover-set-back')
        break
      case 'takeover-coverage-noted': {
        if (!now) break
        const since = now.coverage[event.facet].lost
        const early = event.statedAt < now.since || event.statedAt > at
        no(early && `notes ${event.facet} as of ${event.statedAt}`)
        no(event.finding === 'confirmed' && since !== null && event.statedAt < since && 'is found before it was lost')
        now.coverage = noted(now.coverage, event)
        if (event.finding === 'lost') backward('takeover-set-back')
        break
      }
      case 'takeover-settled': {
        if (!now) break
        const { settlement } = event
        no(!open && 'is settled again')
        no(now.stage === 'opened' && settlement !== 'endedBySme' && 'is settled without its SME having been told')
        const leaver = leaverOf(now.discontinuanceId)
        no(wrongSettlement(entry, entries[index + 1], { entityId, holder, leaver }))
        Object.assign(now, { stage: 'settled', settlement })
        if (settlement === 'endedBySme') break
        holder = event.holder
        handTo(responsibility, holder, at)
        if (settlement !== 'servedByImplementingEntity') handTo(counterparty, holder, at)
        break
      }
      case 'contract-ended':
        ended = true
        no(open && 'ends with its takeover open')
        no((event.ending === 'endedInTakeover') !== (now?.settlement === 'endedBySme') && `ends as ${event.ending}`)
        endAt(responsibility, at)
        endAt(counterparty, at)
        break
      default:
    }
  }
  return {
    takeovers: takeovers.map(({ coverage, ...one }) => ({ ...one, coverage: gapsOf(coverage) })),
    responsibility,
    counterparty,
    backwards,
    wrong,
    untoldIn: takeovers.flatMap(({ stage, discontinuanceId }) => (stage === 'opened' ? [discontinuanceId] : [])),
  }
}
