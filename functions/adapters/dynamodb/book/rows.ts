import { attentions, bookSorts, type BookEntry, type FoundBy } from '../../../../shared/domain/contract/book-entry.ts'
import { searchKeyOf } from '../../../../shared/domain/search-name.ts'
import type { Scope } from '../../../ports/listings.ts'

/** Letter under which a word says what of a contract it is. They never change. */
export const letterOf: Readonly<Record<FoundBy, string>> = {
  shortNumber: 's',
  corporateNumber: 'm',
  formerCorporateNumber: 'o',
  name: 'n',
  formerName: 'f',
  reading: 'r',
  signatory: 'p',
}

/** Words of which every end is a word: so a name is found by what stands in its middle. How many ends, at most. */
const ends: Readonly<Record<FoundBy, number>> = {
  shortNumber: 1,
  corporateNumber: 1,
  formerCorporateNumber: 1,
  name: 24,
  formerName: 8,
  reading: 1,
  signatory: 8,
}
/** With the rows of the orders, old ones and new, so many fit into one transaction. */
const mostWords = 36

/** Numbers as they are looked for: without what people put between the signs. */
export const plainWord = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{Pd}\u2212\u30fc]/gu, '')

const isNumber = (by: FoundBy): boolean =>
  by === 'shortNumber' || by === 'corporateNumber' || by === 'formerCorporateNumber'

/** A row of a book: the rest of its partition behind the book's own, its sort key before the contract's id, what it says. */
export type BookRow = { readonly part: string; readonly place: string; readonly text: string }

const wordRows = (words: BookEntry['words']): readonly BookRow[] =>
  words
    .flatMap(({ by, text }) => {
      const signs = Array.from(isNumber(by) ? plainWord(text) : searchKeyOf(text))
      return signs.slice(0, ends[by]).map((first, at) => ({
        part: `W#${first}`,
        place: `${signs.slice(at).join('')}#${letterOf[by]}`,
        text: by === 'signatory' || by === 'formerName' || by === 'formerCorporateNumber' ? text : '',
      }))
    })
    .filter((row, at, all) => all.findIndex(({ part, place }) => part === row.part && place === row.place) === at)
    .slice(0, mostWords)

/** Every row by which an entry stands in a book. */
export const rowsOf = ({ keys, stage, attention, words }: BookEntry): readonly BookRow[] => [
  ...bookSorts.map((sort) => ({ part: `B#${sort}#${stage}`, place: keys[sort], text: '' })),
  ...attentions.flatMap((reason) => {
    const on = attention[reason]
    return on === undefined ? [] : [{ part: `X#${reason}`, place: on, text: '' }]
  }),
  ...wordRows(words),
]

/** Cells in which an entry is counted. */
export const cellsOf = ({ stage, serviceId, holder, attention, signedOn, endedOn }: BookEntry): readonly string[] => [
  `s:${stage}`,
  `v:${serviceId}:${stage}`,
  `h:${holder}:${stage}`,
  ...attentions.flatMap((reason) => (attention[reason] === undefined ? [] : [`a:${reason}`])),
  ...(signedOn === null ? [] : [`m:${signedOn.slice(0, 7)}:new`]),
  ...(endedOn === null ? [] : [`m:${endedOn.slice(0, 7)}:ended`]),
]

/**
 * Row that counts a contract in a book, by the shard of the portfolio it was made in: workers seldom meet on one, and who
 * goes through a shard can count it anew.
 */
export const countRowOf = (portfolio: string, shard: number): string =>
  `T#${portfolio}#${String(shard).padStart(2, '0')}`

/** Books a contract stands in: its implementing entity's, and that of the reseller that has it. */
export const booksOf = ({ entityId, holder }: BookEntry): readonly Scope[] =>
  holder === entityId ? [entityId] : [entityId, holder]
