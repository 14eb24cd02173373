import { contactsListed } from '../../../functions/audit/reading/listed.ts'
import { quiet, type Seed, type Tampering } from './tampering.ts'

/** The contacts that a quiet contract is found by. */
const foundBy = ({ book }: Tampering): readonly string[] => {
  const { id } = quiet(book)
  const text = book.listed.find(({ contractId }) => contractId === id)?.text
  const keys = text ? contactsListed(text) : undefined
  if (!keys || keys.length === 0) throw new Error(`${id} is found by no contact`)
  return keys
}

/** Has every listing of a contract say other contacts, and its rows by contacts lie where they then must. */
const foundByOthers = ({ book, row, set, drop, add }: Tampering, id: string, contacts: readonly string[]): void => {
  const { deal } = book.heads.get(id)?.contract ?? quiet(book).contract
  const place = `FIND#${deal.entityId}#K#`
  const one = book.listings.find(({ where }) => where.endsWith(id))
  const said = JSON.stringify({ ...JSON.parse(String(row(one?.where ?? '')['f'])), ck: contacts })
  for (const { where } of book.listings.filter((listing) => listing.where.endsWith(id)))
    if (where.startsWith(place)) drop(where)
    else set(where, { f: said })
  set(`FIND#${id}|LISTED`, { f: said })
  for (const key of contacts) add({ pk: `${place}${key}`, sk: `${deal.smeId}#${id}`, t: 'listing', f: said })
}

/** Seeded violations of I55: a contact that several SMEs have, and nobody would see it. */
export const sharedContactSeeds: readonly Seed[] = [
  {
    invariant: 'I55',
    name: 'a contact of several SMEs is not marked',
    edit: ({ book, drop }) => drop([...book.sharedContacts][0] ?? ''),
  },
  {
    invariant: 'I55',
    name: 'a contract is found by one contact fewer than its text says',
    edit: (tampering) => foundByOthers(tampering, quiet(tampering.book).id, foundBy(tampering).slice(1)),
  },
  {
    invariant: 'I55',
    name: 'a contract is found by other keys than others with its contact',
    edit: (tampering) => {
      const others = foundBy(tampering).map((_, n) => `${n}`.padStart(22, 'x'))
      foundByOthers(tampering, quiet(tampering.book).id, others)
    },
  },
]
