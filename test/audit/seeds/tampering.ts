import { deflateRawSync } from 'node:zlib'
import type { AggregateKind, EventOf } from '../../../shared/domain/aggregates/aggregates.ts'
import type { Book } from '../../../functions/audit/reading/book.ts'
import type { Head, Paper } from '../../../functions/audit/reading/read-row.ts'
import { lineKeys, restKeys } from '../../../functions/audit/reading/form-2/keys.ts'
import type { Entry } from '../../../functions/audit/reading/entries.ts'
import { canonical, sha256 } from '../../../functions/audit/reading/hash.ts'
import type { Files } from '../../../functions/audit/reading/files.ts'
import { loggedAs } from './logged.ts'
import { whereOf, type Row } from '../../../functions/audit/reading/rows.ts'
import type { StateRow } from '../../../functions/audit/reading/state-row.ts'

/** A field of a head. `takeover` is what lists show of it, `takenOver` the rest. */
export type HeadField = keyof typeof lineKeys | keyof typeof restKeys

type StoredInterval = { p: string; f: number; u: number | null }

/** One of many, which is there; the last ones by negative places. */
export const at = (all: readonly any[], place: number) => all.at(place)

type Loose = { pk: string; sk: string; [attribute: string]: unknown }

/** A dump in the hands of someone who changes it: finds in it as it was, and edits a copy. */
export type Tampering = {
  readonly book: Book
  readonly rows: () => readonly Row[]
  readonly row: (where: string) => Row
  /** Sets attributes of a row; one that is undefined goes. */
  readonly set: (where: string, attributes: Readonly<Record<string, unknown>>) => void
  readonly drop: (where: string) => void
  readonly add: (row: Row) => void
  /** Edits the JSON inside an attribute, and writes it as it would be written. */
  readonly text: (where: string, attribute: 'r' | 's' | 'g' | 'e', edit: (value: any) => void) => void
  /** Edits one field of a contract's head, found by its name; what is given back stands there, undefined is gone. */
  readonly head: (where: string, name: HeadField, edit: (stored: any) => unknown) => void
  /** Edits who answers on a contract's head, every moment in milliseconds and said aloud. */
  readonly answers: (head: Head, edit: (intervals: StoredInterval[]) => void) => void
  /** Edits an event and recomputes its whole ledger's chain, so that the chain at least is whole. */
  readonly forge: (entry: Entry, edit: (body: any) => void) => void
  /** Appends an event of the same command to a ledger, chained, and raises the version. */
  readonly append: (entry: Entry, edit: (body: any) => void) => void
  readonly rechain: (stream: string) => void
  /** Replaces a paper's text; with its hash, unless that is to stay. */
  readonly write: (paper: Paper, text: string, more?: { readonly keepHash?: true }) => void
  /** The vault, with what was put over its files. */
  readonly files: () => Files
  /** Puts other bytes under a name of the vault; null takes them away. */
  readonly put: (name: string, bytes: Uint8Array | null) => void
}

/** Opens a dump to be tampered with. The dump itself stays as it is. */
export const tamperingWith = (clean: readonly Row[], book: Book): Tampering => {
  const put = new Map<string, Buffer | null>()
  const rows = new Map<string, Row>(clean.map((row) => [whereOf(row), row]))
  const read = (where: string): Row => {
    const found = rows.get(where)
    if (!found) throw new Error(`no ${where}`)
    return found
  }
  /** A row to write on: a copy each time, since a row is read once and known from then on. */
  const row = (where: string): Loose => {
    const copy: Loose = { ...read(where) }
    rows.set(where, copy)
    return copy
  }
  const rowOfState = (stream: string): Loose =>
    row((book.heads.get(stream) ?? book.states.get(stream))?.where ?? stream)

  const text: Tampering['text'] = (where, attribute, edit) => {
    const value = JSON.parse(String(read(where)[attribute]))
    edit(value)
    const edited = row(where)
    edited[attribute] = attribute === 'e' ? canonical(value) : JSON.stringify(value)
    if (attribute === 'e') Object.assign(edited, loggedAs(edited, value))
  }

  const head: Tampering['head'] = (where, name, edit) => {
    const [attribute, key] =
      name in lineKeys ? (['r', lineKeys[name as never]] as const) : (['s', restKeys[name as never]] as const)
    text(where, attribute, (stored) => {
      stored[key] = edit(stored[key])
    })
  }

  const answers: Tampering['answers'] = ({ where, contract }, edit) => {
    const said = 'responsibility' in contract ? contract.responsibility : []
    const intervals = said.map(({ party, from, until }) => ({
      p: party as string,
      f: Date.parse(from),
      u: until === null ? null : Date.parse(until),
    }))
    edit(intervals)
    head(where, 'responsibility', () => intervals)
  }

  const rechain = (stream: string): void => {
    const events = [...rows.values()]
      .filter(({ pk, t }) => pk === `LED#${stream}` && t === 'event')
      .sort((a, b) => (a.sk < b.sk ? -1 : 1))
    let chain = sha256('musubi/ledger/1\n', stream)
    for (const { pk, sk, e } of events) {
      chain = sha256(Uint8Array.of(0), Buffer.from(chain, 'hex'), String(e))
      row(`${pk}|${sk}`)['h'] = chain
    }
    rowOfState(stream)['h'] = Buffer.from(chain, 'hex').toString('base64url')
  }

  return {
    book,
    put: (name, bytes) => void put.set(name, bytes && Buffer.from(bytes)),
    files: () => ({
      names: [...new Set([...(book.files?.names ?? []), ...put.keys()])].filter((name) => put.get(name) !== null),
      read: (name) => (put.has(name) ? (put.get(name) ?? undefined) : book.files?.read(name)),
    }),
    row: read,
    text,
    head,
    answers,
    rechain,
    rows: () => [...rows.values()],
    set: (where, attributes) => {
      const changed = row(where)
      for (const [name, value] of Object.entries(attributes)) {
        if (value === undefined) delete changed[name]
        else changed[name] = value
      }
      if (whereOf(changed) !== where) {
        rows.delete(where)
        rows.set(whereOf(changed), changed)
      }
    },
    drop: (where) => {
      read(where)
      rows.delete(where)
    },
    add: (added) => void rows.set(whereOf(added), { ...added }),
    forge: ({ where, stream }, edit) => {
      text(where, 'e', edit)
      rechain(stream)
    },
    append: ({ where, stream }, edit) => {
      const count = book.streams.get(stream)?.entries.length ?? 0
      const sk = `E#${String(count + 1).padStart(6, '0')}`
      const body = { ...JSON.parse(String(read(where)['e'])), seq: count + 1, deliveries: [] }
      edit(body)
      rows.set(`LED#${stream}|${sk}`, {
        pk: `LED#${stream}`,
        sk,
        t: 'event',
        e: canonical(body),
        ...loggedAs(read(where), body),
      })
      const standing = rowOfState(stream)
      standing['v'] = count + 1
      standing['u'] = Date.parse(body.at)
      rechain(stream)
    },
    write: ({ where, hash }, content, { keepHash } = {}) => {
      const renewed = row(where)
      renewed['z'] = deflateRawSync(content)
      renewed['h'] = keepHash ? hash : sha256(content)
    },
  }
}

/** The earliest contract of which something is so; ids sort by the time they were made. */
export const contract = ({ heads }: Book, is: (head: Head) => boolean): Head => {
  const found = [...heads.values()].filter(is).sort((a, b) => (a.id.slice(16) < b.id.slice(16) ? -1 : 1))[0]
  if (!found) throw new Error('no such contract')
  return found
}

/** The earliest event of a type of which something is so. */
export const event = <Type extends EventOf<AggregateKind>['type']>(
  { streams }: Book,
  type: Type,
  is: (entry: Entry & { readonly event: Extract<EventOf<AggregateKind>, { type: Type }> }) => boolean = () => true,
): Entry & { readonly event: Extract<EventOf<AggregateKind>, { type: Type }> } => {
  const found = [...streams.values()]
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.event.type === type && is(entry as never))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.where < b.where ? -1 : 1))[0]
  if (!found) throw new Error(`no such ${type}`)
  return found as never
}

/** The state row of which something is so. */
export const state = (
  { states }: Book,
  kind: StateRow['kind'],
  is: (state: any) => boolean = () => true,
): StateRow & { readonly state: any } => {
  const found = [...states.values()]
    .filter((row) => row.kind === kind && is(row.state))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  if (!found[0]) throw new Error(`no such ${kind}`)
  return found[0]
}

/** A contract that lives a quiet life: attested for a reseller that goes on, and nothing has happened to it since. */
export const quiet = (book: Book, is: (head: Head) => boolean = () => true): Head =>
  contract(book, (head) => {
    const { contract: one } = head
    if (one.stage !== 'live' || one.takeover !== null || one.entry !== 'attested') return false
    const seller = book.states.get(one.deal.seller)
    const alone = book.streams.get(head.id)?.entries.length === 1
    return alone && seller?.kind === 'reseller' && seller.state.stage === 'active' && is(head)
  })

/** One seeded violation: which invariant must see it, and every invariant that does. */
export type Seed = {
  readonly invariant: string
  readonly name: string
  /** Others that it necessarily breaks too. */
  readonly also?: readonly string[]
  readonly edit: (tampering: Tampering) => void
}
