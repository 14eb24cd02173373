import type { Violation } from './invariants/invariant.ts'
import { kindOf } from './reading/forms.ts'
import { whereOf, type Row } from './reading/rows.ts'

// Letters and digits of an id; a contract's suffix is twelve characters of its portfolio and 26 of its own.
const ids = /(?:\b([a-z]{3})_)?([0-9a-hjkmnp-tv-z]{26,38})/g
const commands = /"command":"([0-9a-f]{32})"/g
const own = 26

/** Kinds whose rows everything in a tenant names: of these only the rows that are their own bear on a violation. */
const wide = new Set(['ent', 'rsl', 'svc', 'rbd'])
const ofNobody = new Set([
  'command',
  'listing',
  'listed',
  'listedYear',
  'sharedContact',
  'bookEntry',
  'bookLine',
  'bookCount',
])

/** A row as it may bear on violations: where it lies, of what kind it is, and all that it says. */
type Bearing = { readonly where: string; readonly kind: string; readonly text: string }

/** Takes from a row what is needed to tell whether a violation rests on it. */
export const bearing = (row: Row): Bearing => ({ where: whereOf(row), kind: kindOf(row), text: textOf(row) })

const textOf = (row: Row): string =>
  Object.values(row)
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
    .join('\n')

const idsIn = (text: string) =>
  [...text.matchAll(ids)].map(([, prefix = '', id = '']) => ({ prefix, id: id.slice(-own) }))

/**
 * Predicate of the rows a violation may rest on: the row where it was found, every row that names what it is about, and
 * the own rows of whatever stands in the row where it was found. Rather too much than too little: what rests on a row
 * that changed is not believed, and what names nothing rests on all.
 */
export const bearsOn = ({ where, what }: Violation, found: Row | undefined): ((row: Bearing) => boolean) => {
  const named = idsIn(`${where} ${what}`)
  const [stream] = /(?<=^LED#)[^|]+/.exec(where) ?? []
  const said = found ? textOf(found) : ''
  const about = [
    ...named.filter(({ prefix }) => !wide.has(prefix)).map(({ id }) => id),
    ...[...said.matchAll(commands)].map(([, command = '']) => command),
    ...(found && kindOf(found) === 'command' ? [String(found['c'])] : []),
    ...(stream === undefined ? [] : [stream.slice(-own)]),
  ]
  const beside = [...named.filter(({ prefix }) => wide.has(prefix)), ...idsIn(said)].map(({ id }) => id)
  const namesNothing = !found && about.length === 0 && beside.length === 0
  return (row) =>
    namesNothing ||
    row.where === where ||
    about.some((id) => row.where.includes(id) || row.text.includes(id)) ||
    (!ofNobody.has(row.kind) && beside.some((id) => row.where.includes(id)))
}
