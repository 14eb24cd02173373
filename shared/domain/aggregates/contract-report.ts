import { hasExpired } from '../exception/exception.ts'
import type { ExceptionId, PortfolioOwner } from '../ids.ts'
import { daysAfter, type PlainDate } from '../plain-date.ts'
import { prefectures, type Prefecture } from '../places.ts'
import type { MonitoringType } from '../service/facts.ts'

/** Facts the report asks of a contract. It is counted under whoever signed it, for good, so that sums stay sums. */
export type ReportedContract = {
  readonly seller: PortfolioOwner
  readonly monitoringType: MonitoringType
  readonly prefecture: Prefecture
  readonly signedOn: PlainDate | null
  readonly endedOn: PlainDate | null
  /** The day of each takeover: a contract may be taken over more than once. */
  readonly takenOverOn: readonly PlainDate[]
  /** Answer of the SME to a contract attested from paper, and the day since which it is awaited; null for any other. */
  readonly attested: {
    readonly answer: 'confirmed' | 'disputed' | 'awaiting'
    readonly since: PlainDate | null
  } | null
  /** True for a contract that does not bind all functions together (第2章1.(6)). */
  readonly separate: boolean
  /** The exception it was made under. */
  readonly exception: {
    readonly exceptionId: ExceptionId
    readonly expiresOn: PlainDate
    readonly withdrawn: boolean
  } | null
}

export type Span = { readonly from: PlainDate; readonly until: PlainDate }

/**
 * Days for which the link to answer by is good: an SME that has not answered this many days after its paper contract
 * was put on record gives no answer (our own choice).
 */
export const unansweredAfterDays = 30

/**
 * Of the live contracts that were attested from paper: how many their SMEs confirmed, disputed or have not answered
 * yet, and of those how many went without an answer for too long. It is what stands on the day the report is read.
 */
export type Answers = {
  readonly confirmed: number
  readonly disputed: number
  readonly awaitingConfirmation: number
  readonly unanswered: number
}
type Flows = { readonly new: number; readonly ended: number; readonly takenOver: number }
export type Tally = { readonly live: number } & Flows & Answers
export type Cell = {
  readonly seller: PortfolioOwner
  readonly monitoringType: MonitoringType
  readonly prefecture: Prefecture
  readonly month: string
  readonly new: number
  readonly ended: number
  readonly takenOver: number
}
export type ContractReport = {
  /**
   * Of the live contracts: how many are separate ones; of those, how many stand under an exception that holds at the
   * end of the span, and how many under one that has expired or was withdrawn.
   */
  readonly totals: Tally & {
    readonly exceptions: number
    readonly exceptionsInForce: number
    readonly exceptionsLapsed: number
  }
  /** Live contracts by the exception that no longer holds. Nothing happens to them by itself: people look into it. */
  readonly lapsed: ReadonlyMap<ExceptionId, number>
  readonly bySeller: ReadonlyMap<PortfolioOwner, Tally>
  readonly byMonitoringType: ReadonlyMap<MonitoringType, Tally>
  readonly byPrefecture: ReadonlyMap<Prefecture, Tally>
  readonly byMonth: ReadonlyMap<string, Flows>
  readonly cells: readonly Cell[]
}

const within = ({ from, until }: Span, day: PlainDate | null): day is PlainDate =>
  day !== null && from <= day && day <= until

/** Everything a tally counts. */
export const tallied = [
  'live',
  'new',
  'ended',
  'takenOver',
  'confirmed',
  'disputed',
  'awaitingConfirmation',
  'unanswered',
] as const satisfies readonly (keyof Tally)[]
const tallyBy = (of: (what: keyof Tally) => number) =>
  Object.fromEntries(tallied.map((what) => [what, of(what)])) as Tally
const none = tallyBy(() => 0)
const add = (a: Tally, b: Tally): Tally => tallyBy((what) => a[what] + b[what])

const answersOf = ({ attested }: ReportedContract, today: PlainDate): Answers => {
  const { answer = null, since = null } = attested ?? {}
  const awaiting = answer === 'awaiting'
  return {
    confirmed: answer === 'confirmed' ? 1 : 0,
    disputed: answer === 'disputed' ? 1 : 0,
    awaitingConfirmation: awaiting ? 1 : 0,
    unanswered: awaiting && since !== null && today > daysAfter(since, unansweredAfterDays) ? 1 : 0,
  }
}

/** Live at the end of the span: signed by then, and not ended by then. */
const tallyOf = (contract: ReportedContract, span: Span, today: PlainDate): Tally => {
  const { signedOn, endedOn, takenOverOn } = contract
  const live = signedOn !== null && signedOn <= span.until && (endedOn === null || endedOn > span.until)
  return {
    ...none,
    ...(live ? { live: 1, ...answersOf(contract, today) } : {}),
    new: within(span, signedOn) ? 1 : 0,
    ended: within(span, endedOn) ? 1 : 0,
    takenOver: takenOverOn.filter((day) => within(span, day)).length,
  }
}

const flowsOf = ({ new: begun, ended, takenOver }: Tally): Flows => ({ new: begun, ended, takenOver })

const monthOf = (day: PlainDate): string => day.slice(0, 7)

class Sums<Key> {
  readonly #sums = new Map<Key, Tally>()
  add(key: Key, tally: Tally): void {
    this.#sums.set(key, add(this.#sums.get(key) ?? none, tally))
  }
  sorted(compare: (a: Key, b: Key) => number): ReadonlyMap<Key, Tally> {
    return new Map([...this.#sums].sort(([a], [b]) => compare(a, b)))
  }
}

/** For keys, no two of which are the same. */
const byText = (a: string, b: string) => (a < b ? -1 : 1)

/** Counts contracts over a span of days, as read on a day: pure, and the same for the same contracts in any order. */
export const reportContracts = (
  contracts: Iterable<ReportedContract>,
  span: Span,
  today: PlainDate,
): ContractReport => {
  let totals = none
  let exceptions = 0
  let exceptionsInForce = 0
  const lapsed = new Map<ExceptionId, number>()
  const bySeller = new Sums<PortfolioOwner>()
  const byType = new Sums<MonitoringType>()
  const byPrefecture = new Sums<Prefecture>()
  const byMonth = new Sums<string>()
  const cells = new Map<string, Cell>()

  const inMonth = (contract: ReportedContract, day: PlainDate | null, what: 'new' | 'ended' | 'takenOver') => {
    if (!within(span, day)) return
    const { seller, monitoringType, prefecture } = contract
    const month = monthOf(day)
    byMonth.add(month, { ...none, [what]: 1 })
    const key = [seller, monitoringType, prefecture, month].join('|')
    const cell = cells.get(key) ?? { seller, monitoringType, prefecture, month, new: 0, ended: 0, takenOver: 0 }
    cells.set(key, { ...cell, [what]: cell[what] + 1 })
  }

  for (const contract of contracts) {
    const tally = tallyOf(contract, span, today)
    if (!Object.values(tally).some((n) => n > 0)) continue
    totals = add(totals, tally)
    if (tally.live > 0 && contract.separate) exceptions += 1
    if (tally.live > 0 && contract.exception) {
      const { exceptionId, withdrawn } = contract.exception
      if (withdrawn || hasExpired(contract.exception, span.until))
        lapsed.set(exceptionId, (lapsed.get(exceptionId) ?? 0) + 1)
      else exceptionsInForce += 1
    }
    bySeller.add(contract.seller, tally)
    byType.add(contract.monitoringType, tally)
    byPrefecture.add(contract.prefecture, tally)
    inMonth(contract, contract.signedOn, 'new')
    inMonth(contract, contract.endedOn, 'ended')
    for (const day of contract.takenOverOn) inMonth(contract, day, 'takenOver')
  }

  return {
    totals: {
      ...totals,
      exceptions,
      exceptionsInForce,
      exceptionsLapsed: [...lapsed.values()].reduce((sum, n) => sum + n, 0),
    },
    lapsed: new Map([...lapsed].sort(([a], [b]) => byText(a, b))),
    bySeller: bySeller.sorted(byText),
    byMonitoringType: byType.sorted(byText),
    byPrefecture: byPrefecture.sorted((a, b) => prefectures.indexOf(a) - prefectures.indexOf(b)),
    byMonth: new Map([...byMonth.sorted(byText)].map(([month, tally]) => [month, flowsOf(tally)])),
    cells: [...cells].sort(([a], [b]) => byText(a, b)).map(([, cell]) => cell),
  }
}
