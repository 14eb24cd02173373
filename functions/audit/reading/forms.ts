import { digest, sha256 } from './hash.ts'
import { whereOf, type Row } from './rows.ts'

/** Place of the form in each kind of row: in a text under `v`, or the attribute `form`. Any other kind has none. */
const textOf: Readonly<Record<string, string>> = {
  head: 'r',
  event: 'e',
  gate: 'g',
  serviceGate: 'g',
  listing: 'f',
  listed: 'f',
  ...Object.fromEntries(
    (
      'entity registrationBody member service reseller discontinuance concern submission ' +
      'operation separateContractException redisclosure smeIdentity archive file'
    )
      .split(' ')
      .map((kind) => [kind, 's']),
  ),
}
const inAttributes: ReadonlySet<string> = new Set(['checkpoint', 'tally', 'person'])
const withoutForm: ReadonlySet<string> = new Set([
  'paper',
  'receipt',
  'guard',
  'command',
  'pointer',
  'listedYear',
  'sharedContact',
  'notice',
  'reminder',
  'lookedAhead',
  'bookEntry',
  'bookLine',
  'bookCount',
  'account',
  'accountMember',
])

/** The kind of a row by its own word; a row that says none is of the kind `?`. */
export const kindOf = (row: Row): string => (typeof row['t'] === 'string' ? row['t'] : '?')

/** The form a row says it is in: null where its kind has none or its text none to read. It is told, never guessed. */
export const formOf = (row: Row): unknown => {
  const kind = kindOf(row)
  if (inAttributes.has(kind)) return row['form'] ?? 1
  const attribute = textOf[kind]
  const text = attribute === undefined ? null : row[attribute]
  if (typeof text !== 'string') return null
  try {
    const says: unknown = JSON.parse(text)
    if (typeof says !== 'object' || says === null) return null
    return Array.isArray(says) ? 1 : ((says as { readonly v?: unknown }).v ?? 1)
  } catch {
    // A text that is no JSON has no form; that it cannot be read is found where it is read.
    return null
  }
}

/** True where the checker knows how to read a kind. */
export const isKnownKind = (kind: string): boolean => kind in textOf || inAttributes.has(kind) || withoutForm.has(kind)

/** True where the checker knows how to read a form of a kind. What it does not know it never reads as another. */
export const isKnownForm = (kind: string, form: unknown): boolean =>
  isKnownKind(kind) && (form === null || form === 1 || (form === 2 && kind in textOf))

/** Rows of one kind and form: how many there are, and whether they can be read. */
export type Counted = {
  readonly kind: string
  readonly form: string | null
  readonly rows: number
  readonly known: boolean
}

/** Census of what was read: rows by kind and form, in the order of their names. */
export const censusOf = (rows: readonly Row[]): readonly Counted[] => {
  const counted = new Map<string, Counted>()
  for (const row of rows) {
    const [kind, form] = [kindOf(row), formOf(row)]
    const named = form === null ? null : JSON.stringify(form)
    const key = `${kind} ${named ?? ''}`
    const before = counted.get(key)?.rows ?? 0
    counted.set(key, { kind, form: named, rows: before + 1, known: isKnownForm(kind, form) })
  }
  return [...counted.entries()].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, one]) => one)
}

const plain = (value: unknown): unknown => (value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value)

/** A hash of a row's whole content: two readings of a row that give the same hash gave the same row. */
export const contentOf = (row: Row): string =>
  digest(Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])))

/** SHA-256 over all rows in the order of their keys: the same table gives the same, in whatever order it was read. */
export const fingerprintOf = (rows: readonly Row[]): string => {
  const lines = rows.map((row) => `${whereOf(row)}\n${contentOf(row)}\n`)
  return sha256(...lines.toSorted((one, other) => (one < other ? -1 : 1)))
}
