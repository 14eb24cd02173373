import { streamOf, type Entry, type Stream } from './entries.ts'
import {
  failureOf,
  readRow,
  type Checkpoint,
  type Tally,
  type Command,
  type Gate,
  type Guard,
  type Head,
  type Listing,
  type Paper,
  type Person,
  type Pointer,
  type Receipt,
} from './read-row.ts'
import type { Files } from './files.ts'
import type { Listed } from './listed.ts'
import { sizeOf, whereOf, type Row } from './rows.ts'
import type { StateRow } from './state-row.ts'
import type { Notice, Reminder } from './told-rows.ts'

/** A dump, read: every row in its place. What cannot be read is kept with the invariant it fails. */
export type Book = {
  readonly heads: ReadonlyMap<string, Head>
  readonly states: ReadonlyMap<string, StateRow>
  readonly streams: ReadonlyMap<string, Stream>
  /** Evidence documents by the ledger they lie beside. */
  readonly papers: ReadonlyMap<string, readonly Paper[]>
  readonly receipts: readonly Receipt[]
  /** Portfolio and service guards by where they lie, unique keys by partition. */
  readonly gates: ReadonlyMap<string, Gate>
  readonly guards: ReadonlyMap<string, Guard>
  readonly commands: readonly Command[]
  readonly pointers: readonly Pointer[]
  /** Rows of people's own data, by subject. */
  readonly people: ReadonlyMap<string, Person>
  /** Who was told of which notice, or will be by a digest. */
  readonly notices: readonly Notice[]
  readonly reminders: readonly Reminder[]
  /** Checkpoints by the case whose fan-out they tell of. */
  readonly checkpoints: ReadonlyMap<string, readonly Checkpoint[]>
  readonly tallies: readonly Tally[]
  /** Rows by which contracts are found, what is listed of each contract, and years of each who searches, by where they lie. */
  readonly listings: readonly Listing[]
  readonly listed: readonly (Listed & { readonly where: string })[]
  readonly listedYears: ReadonlySet<string>
  /** Places of the marks that a contact stands at several SMEs. */
  readonly sharedContacts: ReadonlySet<string>
  /** About how many bytes each row takes. */
  readonly sizes: ReadonlyMap<string, number>
  readonly unread: readonly { readonly invariant: string; readonly where: string; readonly what: string }[]
  /** The vault beside the table; null where none was given. */
  readonly files: Files | null
  /** The latest moment the dump speaks of. */
  readonly latest: string
}

const into = <Item>(map: Map<string, Item[]>, key: string, item: Item): void => {
  const list = map.get(key)
  if (list) list.push(item)
  else map.set(key, [item])
}

/** Reads a dump, and the vault beside it if there is one. The order of rows does not matter. */
export const bookOf = (rows: readonly Row[], files: Files | null = null): Book => {
  const heads = new Map<string, Head>()
  const states = new Map<string, StateRow>()
  const entries = new Map<string, Entry[]>()
  const papers = new Map<string, Paper[]>()
  const gates = new Map<string, Gate>()
  const guards = new Map<string, Guard>()
  const [receipts, pointers, commands]: [Receipt[], Pointer[], Command[]] = [[], [], []]
  const people = new Map<string, Person>()
  const notices: Notice[] = []
  const reminders: Reminder[] = []
  const checkpoints = new Map<string, Checkpoint[]>()
  const tallies: Tally[] = []
  const listings: Listing[] = []
  const listed: Book['listed'][number][] = []
  const listedYears = new Set<string>()
  const sharedContacts = new Set<string>()
  const unread: Book['unread'][number][] = []
  let latest = ''
  const saw = (at: unknown): void => {
    if (typeof at === 'string' && at > latest) latest = at
  }
  /** Two rows that say they are the same thing are one too many. */
  const once = <Item extends { readonly where: string; readonly row: Row }>(
    map: Map<string, Item>,
    id: string,
    item: Item,
  ) => {
    const other = map.get(id)
    if (other)
      unread.push({ invariant: failureOf(item.row), where: item.where, what: `${id} stands at ${other.where} already` })
    else map.set(id, item)
  }

  for (const row of rows) {
    const reading = readRow(row)
    switch (reading.as) {
      case 'head':
        once(heads, reading.of.id, reading.of)
        break
      case 'state':
        once(states, reading.of.id, reading.of)
        break
      case 'event':
        saw(reading.of.at)
        into(entries, reading.of.lies.stream, reading.of)
        break
      case 'paper':
        into(papers, reading.of.stream, reading.of)
        break
      case 'receipt':
        saw(row['at'])
        receipts.push(reading.of)
        break
      case 'gate':
        gates.set(reading.of.where, reading.of)
        break
      case 'guard':
        guards.set(row.pk, reading.of)
        break
      case 'command':
        saw(row['at'])
        commands.push(reading.of)
        break
      case 'pointer':
        pointers.push(reading.of)
        break
      case 'account':
      case 'accountMember':
      case 'lookedAhead':
      case 'bookEntry':
      case 'bookLine':
      case 'bookCount':
        break
      case 'person':
        people.set(reading.of.sub, reading.of)
        break
      case 'notice':
        notices.push(reading.of)
        break
      case 'reminder':
        reminders.push(reading.of)
        break
      case 'checkpoint':
        into(checkpoints, reading.of.of, reading.of)
        break
      case 'tally':
        tallies.push(reading.of)
        break
      case 'listing':
        listings.push(reading.of)
        break
      case 'listed':
        listed.push(reading.of)
        break
      case 'sharedContact':
        sharedContacts.add(reading.of.where)
        break
      case 'listedYear':
        listedYears.add(reading.of.where)
        break
      case 'unread':
        unread.push(reading.of)
    }
  }
  const streams = new Map([...entries].map(([id, of]) => [id, streamOf(id, of)]))
  return {
    heads,
    states,
    streams,
    papers,
    receipts,
    gates,
    guards,
    commands,
    pointers,
    people,
    notices,
    reminders,
    checkpoints,
    tallies,
    listings,
    listed,
    listedYears,
    sharedContacts,
    sizes: new Map(rows.map((row) => [whereOf(row), sizeOf(row)])),
    unread,
    files,
    latest,
  }
}
