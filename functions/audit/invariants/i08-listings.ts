import { findableOf } from '../reading/findable.ts'
import type { Invariant } from './invariant.ts'
import { documentOf } from '../reading/agreements.ts'
import type { Book } from '../reading/book.ts'
import type { Stream } from '../reading/entries.ts'
import { concluded, streamsOf } from '../reading/looking-up.ts'
import { placesOfListing, textOfFindable, withoutContacts } from '../reading/listed.ts'
import type { Deal } from '../shapes/deal.ts'

/** Contracts whose listing is still owed: a worker has yet to come. */
export const owing = (book: Book): ReadonlySet<string> => {
  const received = new Set(book.receipts.map(({ where }) => where))
  const open = streamsOf(book, 'contract').filter(({ entries }) =>
    entries.some(({ where, deliveries }) =>
      deliveries.some(({ id, template }) => template === 'list-contract' && !received.has(`${where}#R#${id}`)),
    ),
  )
  return new Set(open.map(({ id }) => id))
}

const nameNow = (book: Book, deal: Deal): string | undefined => documentOf(book, deal)?.sme.name

/** The names a contract went by while it stood, but for the one it goes by now. */
const formerNames = (book: Book, id: string, name: string): readonly string[] => {
  const { states = [] } = (book.streams.get(id) as Stream<'contract'> | undefined) ?? {}
  const deals = states.flatMap((state) => concluded(state)?.deal ?? [])
  const names = new Set(deals.flatMap((deal) => nameNow(book, deal) ?? []))
  names.delete(name)
  return [...names]
}

/**
 * I08. A contract goes by the name its text says; it is found by what its ledger says and by the names it went by,
 * unless a worker still owes it; and every
 * listing is one of a contract that is listed so, says the same, and lies where it says. (Rows of one contract are
 * written in one transaction: they agree with one another at any moment.)
 */
export const listings: Invariant = {
  id: 'I08',
  says: { ja: '締結された契約は、その記載によって見つかる', en: 'every concluded contract is found by what it says' },
  check: (book, see) => {
    const owed = owing(book)
    const listed = new Map(book.listed.map((one) => [one.contractId, one]))
    for (const { id, where, row } of book.heads.values()) {
      const { now } = book.streams.get(id) ?? {}
      const contract = now && 'deal' in now ? now : undefined
      if (!contract || owed.has(id)) continue
      const name = String(row['n'])
      // A text that is not on record is I07's to tell.
      const said = nameNow(book, contract.deal)
      see(where, said !== undefined && said !== name && `goes by ${name}, and its text by another name`)
      const findable = findableOf(contract, name, formerNames(book, id, name))
      const due = findable && textOfFindable(findable)
      const found = listed.get(id)
      see(
        where,
        concluded(contract) && !found && 'is not listed',
        found && (found.text && withoutContacts(found.text)) !== due && `is listed as ${found.text} instead of ${due}`,
        found && found.version > Number(row['v']) && 'is listed as of a version it has not come to',
      )
    }

    const due = new Map<string, string>()
    for (const { contractId, where, text } of listed.values()) {
      see(where, !book.heads.has(contractId) && 'lists a contract that is not there')
      if (text === null) continue
      const { rows, years } = placesOfListing(contractId, text)
      for (const place of rows) due.set(place, text)
      see(where, ...years.map((year) => !book.listedYears.has(year) && `${year} is missing`))
    }
    const lying = new Map(book.listings.map(({ where, text }) => [where, text]))
    for (const [where, text] of due) {
      const said = lying.get(where)
      see(
        where,
        said === undefined && 'is missing',
        said !== undefined && said !== text && 'says otherwise than what is listed',
      )
    }
    for (const where of lying.keys()) see(where, !due.has(where) && 'lists what is listed nowhere')
  },
}
