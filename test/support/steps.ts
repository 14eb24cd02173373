import { AsyncLocalStorage } from 'node:async_hooks'
import type { Table } from '../../functions/adapters/dynamodb/client.ts'
import { indexes } from '../../shared/wiring/table.ts'
import { answerFrom, where, type Row, type Rows } from './table-in-memory.ts'
import { rowsIn } from './table-rows.ts'

/** What a request reads and writes. `everything` stands for whatever meets every other step: the clock moves. */
export type Touches = {
  readonly reads: readonly string[]
  readonly writes: readonly string[]
  /** Partitions read as a whole, or all that begins alike in one. */
  readonly partitions: readonly string[]
  /** Partitions of an index read, and those that may look otherwise after a write. */
  readonly looksInto: readonly string[]
  readonly movesIn: readonly string[]
  readonly everything: boolean
}

export const nothing: Touches = {
  reads: [],
  writes: [],
  partitions: [],
  looksInto: [],
  movesIn: [],
  everything: false,
}

const partitionOf = ({ ':pk': pk, ':prefix': prefix = '' }: Readonly<Record<string, string>>) => `${pk}|${prefix}`

const attributesOfIndexes = Object.values(indexes).map(({ partition }) => partition)
const inIndexes = (row: Row | undefined): readonly string[] =>
  attributesOfIndexes.flatMap((attribute) =>
    row?.[attribute] === undefined ? [] : `${attribute}=${row[attribute] as string}`,
  )
const lookedInto = ({ KeyConditionExpression, ExpressionAttributeValues }: any): string => {
  const [, attribute, value] = /^(\w+) = (:\w+)/.exec(KeyConditionExpression) ?? []
  return `${attribute}=${ExpressionAttributeValues[value ?? '']}`
}

/** What a request to the table touches. A request of a kind that is not known is a defect of the test. */
const touchesOf = (rows: Rows, { input, constructor }: any): Touches => {
  switch (constructor.name) {
    case 'GetCommand':
      return { ...nothing, reads: [where(input.Key)] }
    case 'BatchGetCommand':
      return { ...nothing, reads: Object.values<any>(input.RequestItems).flatMap(({ Keys }) => Keys.map(where)) }
    case 'QueryCommand':
      return input.IndexName
        ? { ...nothing, looksInto: [lookedInto(input)] }
        : { ...nothing, partitions: [partitionOf(input.ExpressionAttributeValues)] }
    case 'TransactWriteCommand': {
      const items: readonly any[] = input.TransactItems
      const written = items.flatMap(({ Put, Update, Delete }) => Put ?? Update ?? Delete ?? [])
      const writes = written.map(({ Item, Key }) => where(Item ?? Key))
      return {
        ...nothing,
        reads: items.flatMap(({ ConditionCheck }) => (ConditionCheck ? [where(ConditionCheck.Key)] : [])),
        writes,
        // Where the row stood in an index it may no longer stand.
        movesIn: [
          ...written.flatMap(({ Item }) => inIndexes(Item)),
          ...writes.flatMap((row) => inIndexes(rows.get(row))),
        ],
      }
    }
    default:
      throw new Error(`what does ${constructor.name} touch?`)
  }
}

const disturbs = (one: Touches, other: Touches): boolean => {
  const written = new Set(one.writes)
  return (
    one.everything ||
    [...other.reads, ...other.writes].some((row) => written.has(row)) ||
    one.writes.some((row) => other.partitions.some((start) => row.startsWith(start))) ||
    other.looksInto.some((partition) => one.movesIn.includes(partition))
  )
}

/** Whether it can make a difference which of two steps comes first. */
export const meet = (one: Touches, other: Touches): boolean => disturbs(one, other) || disturbs(other, one)

/** Whoever takes steps: asked before each of them, and told what it would touch. */
export type Walker = { readonly n: number; readonly step: <T>(touches: Touches, go: () => Promise<T>) => Promise<T> }
export const walking = new AsyncLocalStorage<Walker>()

/** A transaction that landed: whose it was, and what it wrote. */
export type Written = { readonly n: number | null; readonly writes: readonly string[] }

/**
 * Every request to the table becomes a step of whoever walks. Until it is left, the table is one in memory that begins
 * as the real one stands now, and is there again as often as it is asked for; the real one stays as it is.
 */
export const steppingOn = async (table: Table) => {
  const { db } = table
  const send = db.send.bind(db)
  const before = new Map((await rowsIn(table)).map((row) => [where(row as Row), row as Row]))
  let rows = new Map(before)
  const written: Written[] = []
  const stepping = (command: unknown): Promise<unknown> => {
    const touches = touchesOf(rows, command)
    const walker = walking.getStore()
    const go = async () => {
      const answer: unknown = answerFrom(rows, command)
      if (touches.writes.length > 0) written.push({ n: walker?.n ?? null, writes: touches.writes })
      return answer
    }
    return walker ? walker.step(touches, go) : go()
  }
  Object.assign(db, { send: stepping })
  return {
    /** What landed since the order began, in its order. */
    written: (): readonly Written[] => written,
    dump: (): readonly Row[] => [...rows.values()],
    rewind: (): void => {
      rows = new Map(before)
      written.length = 0
    },
    leave: () => Object.assign(db, { send }),
  }
}
