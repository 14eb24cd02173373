import * as z from 'zod'
import { fits, type Criteria, type Findable } from '../../../../shared/domain/contract/findable.ts'
import { portfolioOf, portfolioOfContract, type ContractId } from '../../../../shared/domain/ids.ts'
import { plainDate } from '../../../../shared/domain/plain-date.ts'
import type { Listings, Scope } from '../../../ports/listings.ts'
import type { Table } from '../client.ts'
import { day } from '../forms/values.ts'
import { daysPartition, listedKey, smePartition, yearsPartition } from '../keys.ts'
import { readPosition } from '../positions.ts'
import { getRow, queryPage, type Row } from '../read.ts'
import { byAmount, byDay, byName, partsOf, yearsWithin, type Span, type Stretch, type Way } from './cells.ts'
import { amountPlace, contractOfListing, scopesOf, unpackFindable } from './rows.ts'
import type { Readable, Unreadable } from '../../../ports/pages.ts'

/** Progress of a search: the day, and the place within it, of the last contract it looked at. */
const position = z.object({ day, place: z.string() })
type Position = Readonly<z.output<typeof position>>

/** A page that has looked at so many rows for each it may hold gives what it has, and where to go on. */
const looksPerItem = 20
const firstDay = plainDate('1900-01-01')
const lastDay = plainDate('2199-12-31')

export const findInDynamoDb =
  (table: Table): Listings['find'] =>
  async (scope, asked, { limit, after }) => {
    if (isEmpty(asked)) return { items: [], unreadable: [], next: null }
    if (asked.contractId !== undefined) return { ...(await findOne(table, scope, asked.contractId, asked)), next: null }
    const reading = readingOf(table, limit, after)
    const span = spanOf(asked, reading.from)
    const { way, found } = await wayOf(reading, scope, asked, span)
    const items: Findable[] = []
    const page = (next: Position | null) => ({
      items,
      unreadable: reading.unreadable(),
      next: next && JSON.stringify(next),
    })
    let at: Position | null = null
    for await (const one of found) {
      const fit = fits(one, asked)
      if (fit && items.length === limit) return page(at)
      if (fit) items.push(one)
      at = { day: one.signedOn, place: way(one) }
      if (reading.rows() > limit * looksPerItem) return page(at)
    }
    return page(null)
  }

/**
 * The one contract with an id, by what is listed of it: one request, whatever else is asked. What cannot be read does not
 * say who may find it, so only who made the contract is told of that.
 */
const findOne = async (table: Table, scope: Scope, id: ContractId, asked: Criteria): Promise<Readable<Findable>> => {
  const row = await getRow(table, listedKey(id))
  const text = row?.['f'] as string | null | undefined
  if (!text) return { items: [], unreadable: [] }
  try {
    const one = unpackFindable(id, text)
    return { items: scopesOf(one).includes(scope) && fits(one, asked) ? [one] : [], unreadable: [] }
  } catch (error) {
    return { items: [], unreadable: portfolioOf(scope) === portfolioOfContract(id) ? [{ id, error }] : [] }
  }
}

/** A range that ends before it begins. */
const isEmpty = ({ signedFrom, signedUntil, amountFrom, amountUntil }: Criteria): boolean =>
  (signedFrom !== undefined && signedUntil !== undefined && signedUntil < signedFrom) ||
  (amountFrom !== undefined && amountUntil !== undefined && amountUntil < amountFrom)

const spanOf = ({ signedFrom = firstDay, signedUntil = lastDay }: Criteria, from: Position | null): Span => ({
  from: signedFrom,
  until: from && from.day < signedUntil ? from.day : signedUntil,
})

type Found = AsyncGenerator<Findable>

/** The way to what is asked for that passes by least: an SME, a name, an amount, or else the days themselves. */
const wayOf = async (
  reading: Reading,
  scope: Scope,
  asked: Criteria,
  span: Span,
): Promise<{ readonly way: Way['placeOf']; readonly found: Found }> => {
  if (asked.smeId !== undefined)
    return { way: amountPlace, found: alongDays(reading, [smePartition(scope, asked.smeId)], span) }
  const years = yearsWithin(await reading.years(scope), span)
  const [way, other] = [
    ...(asked.nameKey === undefined ? [] : [byName(scope, asked.nameKey)]),
    ...(asked.amountFrom === undefined && asked.amountUntil === undefined ? [] : [byAmount(scope, asked)]),
  ]
  if (way) return { way: way.placeOf, found: inParts(reading, way, other, years, span) }
  const partitions = years.map((year) => daysPartition(scope, year))
  return { way: amountPlace, found: alongDays(reading, partitions, span) }
}

/** Partitions that stand in order of days, one after the other. */
const alongDays = async function* (reading: Reading, partitions: readonly string[], span: Span): Found {
  const { from } = reading
  for (const [index, pk] of partitions.entries()) {
    // A search that goes on begins in the partition it had come to.
    yield* through(reading, byDay(pk, span), from && index === 0 ? `${from.day}#${from.place}` : null)
  }
}

/**
 * Spans, newest first. One that lists no more than a page holds is read whole and put in order of days; one that lists
 * more is gone through in its parts, months and then days. So what is read beyond what is found is a few pages and the
 * empty parts of two years and two months, however many contracts there are. Where a name and an amount are both asked
 * for, one of them being rare in a span is enough.
 */
const inParts = async function* (
  reading: Reading,
  way: Way,
  other: Way | undefined,
  spans: readonly string[],
  within: Span,
): Found {
  const { from } = reading
  for (const span of spans) {
    const stretch = way.stretch(span)
    if (span.length > 7) {
      const fromSk = from?.day === span ? `${stretch.before}${from.place}` : null
      yield* through(reading, stretch, fromSk, (row, one) => row.sk === `${stretch.before}${way.placeOf(one)}`)
      continue
    }
    const rows = (await reading.whole(stretch)) ?? (other && (await reading.whole(other.stretch(span))))
    if (!rows) {
      yield* inParts(reading, way, other, partsOf(span, within), within)
      continue
    }
    const each = new Map(reading.read(rows).map(({ one }) => [one.contractId, one]))
    const placed = [...each.values()].map((one) => ({ one, day: one.signedOn, place: way.placeOf(one) }))
    for (const { one, ...position } of placed.sort((a, b) => inOrder(a, b))) {
      const inside = within.from <= one.signedOn && one.signedOn <= within.until
      if (inside && (!from || inOrder(from, position) < 0)) yield one
    }
  }
}

/** Newest day first, and within a day as the table sorts: by bytes, downwards. */
const inOrder = (a: Position, b: Position): number =>
  a.day === b.day ? Buffer.compare(Buffer.from(b.place), Buffer.from(a.place)) : a.day < b.day ? 1 : -1

/** A stretch from its end, or from a sort key on, page after page. A contract that lies in it twice is taken where it is found. */
const through = async function* (
  reading: Reading,
  stretch: Stretch,
  fromSk: string | null,
  isItsPlace: (row: Row, one: Findable) => boolean = () => true,
): Found {
  let after: Readonly<Record<string, unknown>> | undefined =
    fromSk === null ? undefined : { pk: stretch.pk, sk: fromSk }
  do {
    const page: Awaited<ReturnType<Reading['page']>> = await reading.page(stretch, after ?? null)
    for (const { row, one } of reading.read(page.rows)) if (isItsPlace(row, one)) yield one
    after = page.next
  } while (after)
}

type Reading = ReturnType<typeof readingOf>

/** Reads listings for one page of a search, counts the rows it sees, and keeps what of them cannot be read. */
const readingOf = (table: Table, limit: number, after: string | null) => {
  let seen = 0
  const unread = new Map<string, Unreadable>()
  /** Page of rows, read to one more than it holds: enough to know that there is a next one. */
  const page = async ({ pk, condition, values }: Stretch, from: Readonly<Record<string, unknown>> | null) => {
    const read = await queryPage(
      table,
      {
        KeyConditionExpression: `pk = :pk and ${condition}`,
        ExpressionAttributeValues: { ':pk': pk, ...values },
        ScanIndexForward: false,
        Limit: limit + 1,
      },
      from ?? undefined,
    )
    seen += read.rows.length
    return read
  }
  return {
    page,
    from: after === null ? null : readPosition(position, after),
    rows: () => seen,
    /** Contracts in rows. One lies in several: where a row cannot be read, it is kept aside by its contract. */
    read: (rows: readonly Row[]): readonly { readonly row: Row; readonly one: Findable }[] =>
      rows.flatMap((row) => {
        const id = contractOfListing(row)
        try {
          return [{ row, one: unpackFindable(id, row['f'] as string) }]
        } catch (error) {
          unread.set(id, { id, error })
          return []
        }
      }),
    unreadable: (): readonly Unreadable[] => [...unread.values()],
    /** A stretch that holds no more than a page, whole; of one that holds more, nothing. */
    whole: async (stretch: Stretch): Promise<readonly Row[] | undefined> => {
      const { rows, next } = await page(stretch, null)
      return next ? undefined : rows
    },
    years: async (scope: Scope): Promise<readonly string[]> => {
      const { rows } = await queryPage(
        table,
        { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': yearsPartition(scope) } },
        undefined,
      )
      return rows.map(({ sk }) => sk)
    },
  }
}
