import type { Attention, FoundBy } from '../../../../shared/domain/contract/book-entry.ts'
import type { ContractId } from '../../../../shared/domain/ids.ts'
import { askedKeyOf } from '../../../../shared/domain/search-name.ts'
import type { Book, BookLine, BookPart, FoundWord } from '../../../ports/book.ts'
import type { Scope } from '../../../ports/listings.ts'
import type { Table } from '../client.ts'
import { bookPartition } from '../keys.ts'
import { queryPage, type Row } from '../read.ts'
import { letterOf, plainWord } from './rows.ts'

const idLength = 42

const contractOf = ({ sk }: Row): ContractId => sk.slice(-idLength) as ContractId

const partsOf = ({ sort, of }: BookPart): readonly { readonly part: string; readonly attention: Attention | null }[] =>
  'stages' in of
    ? of.stages.map((stage) => ({ part: `B#${sort}#${stage}`, attention: null }))
    : of.attention.map((attention) => ({ part: `X#${attention}`, attention }))

// Above whatever a sort key goes on with.
const beyond = '\u{10ffff}'

/** Reads parts of a book, put together in their order: each is read to one line more than the page holds. */
export const pageInDynamoDb =
  (table: Table): Book['page'] =>
  async (scope, asked, { limit, after }) => {
    const { order, from, until } = asked
    const isBounded = from !== undefined || until !== undefined
    const parts = await Promise.all(
      partsOf(asked).map(async ({ part, attention }) => {
        const pk = bookPartition(scope, part)
        const { rows, next } = await queryPage(
          table,
          {
            KeyConditionExpression: isBounded ? 'pk = :pk and sk between :from and :until' : 'pk = :pk',
            ExpressionAttributeValues: {
              ':pk': pk,
              ...(isBounded ? { ':from': from ?? ' ', ':until': `${until ?? ''}${beyond}` } : {}),
            },
            ScanIndexForward: order === 'asc',
            Limit: limit + 1,
          },
          after === null ? undefined : { pk, sk: after },
        )
        const lines = rows.map((row): BookLine => ({ contractId: contractOf(row), position: row.sk, attention }))
        return { lines, more: next !== undefined }
      }),
    )
    const sign = order === 'asc' ? 1 : -1
    const lines = parts
      .flatMap((part) => part.lines)
      .toSorted((one, other) => sign * Buffer.compare(Buffer.from(one.position), Buffer.from(other.position)))
    return { lines: lines.slice(0, limit), more: lines.length > limit || parts.some((part) => part.more) }
  }

const byLetter = new Map(Object.entries(letterOf).map(([by, letter]) => [letter, by as FoundBy]))

const foundIn = (row: Row): readonly FoundWord[] => {
  const by = byLetter.get(row.sk.slice(-idLength - 2, -idLength - 1))
  return by ? [{ contractId: contractOf(row), by, text: typeof row['x'] === 'string' ? row['x'] : '' }] : []
}

/** Finds words: what is asked as a name is folded, and as a number without what stands between its signs. */
export const findInBook =
  (table: Table): Book['find'] =>
  async (scope, asked, limit) => {
    const keys = [...new Set([askedKeyOf(asked), plainWord(asked)])].filter((key) => key !== '')
    const found = await Promise.all(
      keys.map(async (key) => {
        const [first = ''] = Array.from(key)
        const { rows } = await queryPage(
          table,
          {
            KeyConditionExpression: 'pk = :pk and begins_with(sk, :key)',
            ExpressionAttributeValues: { ':pk': bookPartition(scope, `W#${first}`), ':key': key },
            Limit: limit,
          },
          undefined,
        )
        return rows.flatMap(foundIn)
      }),
    )
    return found.flat()
  }

const addedUp = (rows: readonly Row[]): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>()
  for (const row of rows)
    for (const [cell, count] of Object.entries(row))
      if (cell.includes(':') && typeof count === 'number') sums.set(cell, (sums.get(cell) ?? 0) + count)
  return sums
}

/** Counts of a book, added up over its rows. */
export const countsInDynamoDb =
  (table: Table): Book['counts'] =>
  async (scope: Scope) => {
    const counted: Row[] = []
    let after: Readonly<Record<string, unknown>> | undefined
    do {
      const { rows, next } = await queryPage(
        table,
        { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': bookPartition(scope, 'C') } },
        after,
      )
      counted.push(...rows)
      after = next
    } while (after)
    return { cells: addedUp(counted) }
  }
