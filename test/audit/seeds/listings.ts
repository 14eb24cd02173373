import type { Book } from '../../../functions/audit/reading/book.ts'
import { contract, quiet, type Seed } from './tampering.ts'

/** Where a quiet contract is listed, by what its partitions say. */
const listingOf = (book: Book, by: 'D' | 'S' | 'A' | 'N'): string => {
  const { id, contract: one } = quiet(book)
  const start = `FIND#${one.deal.entityId}#${by}#`
  const found = book.listings.find(({ where }) => where.startsWith(start) && where.endsWith(id))
  if (!found) throw new Error(`${id} is not listed by ${by}`)
  return found.where
}
const listedAs = (book: Book): string => `FIND#${quiet(book).id}|LISTED`
const edited = (text: unknown, edit: (fields: any) => void): string => {
  const fields = JSON.parse(String(text))
  edit(fields)
  return JSON.stringify(fields)
}

/** Seeded violations of I08: contracts that are found by what they do not say, or not at all. */
export const listingSeeds: readonly Seed[] = [
  ...(['D', 'S', 'A', 'N'] as const).map((by) => ({
    invariant: 'I08',
    name: `a contract has lost a listing by ${by}`,
    edit: ({ book, drop }: Parameters<Seed['edit']>[0]) => drop(listingOf(book, by)),
  })),
  {
    invariant: 'I08',
    name: 'one listing shows another amount than the others',
    edit: ({ book, row, set }) => {
      const where = listingOf(book, 'D')
      set(where, { f: edited(row(where)['f'], (fields) => (fields.a += 1)) })
    },
  },
  {
    invariant: 'I08',
    name: 'a contract was never listed, and nothing says that it is to be',
    edit: ({ book, drop }) => {
      const { id } = quiet(book)
      drop(listedAs(book))
      for (const { where } of book.listings) if (where.endsWith(id)) drop(where)
    },
  },
  {
    invariant: 'I08',
    name: 'an old amount has stayed behind',
    edit: ({ book, row, add }) => {
      const old = row(listingOf(book, 'D'))
      add({ ...old, sk: old.sk.replace(/#0\d{15}#/, `#${'1'.padStart(16, '0')}#`) })
    },
  },
  {
    invariant: 'I08',
    name: 'a contract is listed as live that has ended',
    edit: ({ book, row, set }) => {
      const { id } = contract(book, ({ contract: one }) => one.stage === 'ended')
      const places = [`FIND#${id}|LISTED`, ...book.listings.map(({ where }) => where).filter((at) => at.endsWith(id))]
      for (const where of places) set(where, { f: edited(row(where)['f'], (fields) => (fields.s = 'live')) })
    },
  },
  {
    invariant: 'I08',
    name: 'a draft is listed',
    edit: ({ book, row, add }) => {
      const { id } = contract(book, ({ contract: one }) => one.stage === 'drafted')
      add({ ...row(listedAs(book)), pk: `FIND#${id}`, v: 1, f: null })
      const listing = row(listingOf(book, 'D'))
      add({ ...listing, sk: listing.sk.replace(/ctr_.*$/, id) })
    },
  },
  {
    invariant: 'I08',
    name: 'what is listed is ahead of its contract',
    edit: ({ book, set }) => set(listedAs(book), { v: 99 }),
  },
  {
    invariant: 'I08',
    name: 'nobody knows that anything was signed that year',
    edit: ({ book, drop }) => drop([...book.listedYears][0] ?? ''),
  },
]
