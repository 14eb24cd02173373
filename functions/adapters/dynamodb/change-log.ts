import * as z from 'zod'
import { indexes } from '../../../shared/wiring/table.ts'
import type { ChangeLog, LoggedEvent, LogStretch, LookedFor } from '../../ports/change-log.ts'
import type { Table } from './client.ts'
import { eventKey, ledgerPartition, paperKey } from './keys.ts'
import { eventsIn, namedPaperOf } from './ledger.ts'
import { kindOfStream, logOf, momentMark, personMark, saidBySort } from './log-keys.ts'
import { getRows, queryAll, queryPage, type Row } from './read.ts'

type Index = 'byEntity' | 'byParty'

/** Indexes that a tenant's log lies in: an operator acts on implementing entities, and on what is of none. */
const indexesOf = (tenant: string): readonly Index[] => {
  if (tenant.startsWith('ent_')) return ['byEntity']
  return tenant === 'operator' ? ['byEntity', 'byParty'] : ['byParty']
}

/** Where each index was left: the row's keys and the sort key of the last event of it that was looked at. */
const Left = z.partialRecord(z.enum(['byEntity', 'byParty']), z.tuple([z.string(), z.string(), z.string()]))
type Left = z.output<typeof Left>

/** The keys that a query of an index goes on after. */
const startOf = (index: Index, tenant: string, left: Readonly<Left>): Readonly<Record<string, string>> | undefined => {
  const { partition, sort: name } = indexes[index]
  const place = left[index]
  if (!place) return undefined
  const [pk, sk, sort] = place
  return { pk, sk, [partition]: logOf(tenant), [name]: sort }
}

type Looked = { readonly row: Row; readonly index: Index; readonly sort: string }

/** Sort keys that a stretch of moments lies between: they begin with the moment, and end behind it. */
const between = ({ from, until }: Pick<LogStretch, 'from' | 'until'>) => ({
  ':first': from === null ? '0' : momentMark(from),
  ':last': until === null ? '~' : momentMark(until),
})

const streamOfRow = ({ pk }: Row): string => pk.slice(ledgerPartition('').length)

const loggedIn = ({ row, sort }: Pick<Looked, 'row' | 'sort'>, position: string): LoggedEvent => ({
  stream: streamOfRow(row),
  seq: Number(row.sk.slice('E#'.length)),
  at: saidBySort(sort).at,
  kind: kindOfStream(streamOfRow(row)),
  position,
})

const isLookedFor = ({ row, sort }: Pick<Looked, 'row' | 'sort'>, { person, kinds }: LookedFor): boolean =>
  (person === undefined || saidBySort(sort).person === personMark(person)) &&
  (kinds === undefined || kinds.includes(kindOfStream(streamOfRow(row))))

/** Change logs, in the indexes that find things of an implementing entity and of other parties. */
export const changeLogInDynamoDb = (table: Table): ChangeLog => {
  const lookInto = async (index: Index, tenant: string, stretch: LogStretch, limit: number, left: Left) => {
    const { partition, sort } = indexes[index]
    const { rows, next } = await queryPage(
      table,
      {
        IndexName: index,
        KeyConditionExpression: `${partition} = :log and ${sort} between :first and :last`,
        ExpressionAttributeValues: { ':log': logOf(tenant), ...between(stretch) },
        ScanIndexForward: false,
        Limit: limit,
      },
      startOf(index, tenant, left),
    )
    return { looked: rows.map((row): Looked => ({ row, index, sort: row[sort] as string })), more: next !== undefined }
  }

  return {
    page: async (tenant, { limit, looksAt, person, kinds, ...stretch }) => {
      const left: Left = stretch.after === null ? {} : Left.parse(JSON.parse(stretch.after))
      const parts = await Promise.all(indexesOf(tenant).map((index) => lookInto(index, tenant, stretch, looksAt, left)))
      const looked = parts
        .flatMap((part) => part.looked)
        .toSorted((one, other) => (one.sort < other.sort ? 1 : one.sort > other.sort ? -1 : 0))
      const items: LoggedEvent[] = []
      let taken = 0
      for (const one of looked.slice(0, looksAt)) {
        if (items.length === limit) break
        const { row, index, sort } = one
        left[index] = [row.pk, row.sk, sort]
        taken += 1
        if (isLookedFor(one, { person, kinds })) items.push(loggedIn(one, JSON.stringify(left)))
      }
      const more = taken < looked.length || parts.some((part) => part.more)
      return { items, next: more ? JSON.stringify(left) : null }
    },

    ofStream: async (tenant, stream, { limit, after, ...asked }) => {
      const { ':first': first, ':last': last } = between(asked)
      const rows = await queryAll(table, ledgerPartition(stream), 'E#')
      const found = rows
        .flatMap((row) => {
          const sort = row['ep'] === logOf(tenant) ? row['es'] : row['pp'] === logOf(tenant) ? row['ps'] : undefined
          return row['t'] === 'event' && typeof sort === 'string' ? { row, sort } : []
        })
        .filter((one) => one.sort >= first && one.sort <= last && isLookedFor(one, asked))
        .map((one) => loggedIn(one, one.row.sk))
        .filter(({ position }) => after === null || position < after)
        .toReversed()
      const items = found.slice(0, limit)
      return { items, next: found.length > items.length ? (items.at(-1)?.position ?? null) : null }
    },

    upTo: async ({ stream, seq }) => {
      const { pk, sk } = eventKey(stream, seq)
      const { rows } = await queryPage(
        table,
        {
          KeyConditionExpression: 'pk = :pk and sk between :first and :last',
          ExpressionAttributeValues: { ':pk': pk, ':first': 'E#', ':last': sk },
          ConsistentRead: true,
        },
        undefined,
      )
      return eventsIn(rows)
    },

    events: async (refs) => {
      const rows = await getRows(
        table,
        refs.map(({ stream, seq }) => eventKey(stream, seq)),
      )
      return eventsIn(rows.filter((row) => row !== undefined))
    },

    papers: async (refs) => {
      const rows = await getRows(
        table,
        refs.map(({ stream, name }) => paperKey(stream, name)),
      )
      return rows.map((row) => row && namedPaperOf(row))
    },
  }
}
