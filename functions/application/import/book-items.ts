import { onKeys, quoted } from '../../../shared/domain/as-written/characters.ts'
import { disclosureItemCodes, labelOfItem, type DisclosureItemCode } from '../../../shared/domain/disclosure-items.ts'
import { nearestOf } from '../../../shared/domain/as-written/nearest.ts'
import type { Words } from '../../../shared/domain/words.ts'

/*
 * The column that lists what was explained. A book that has it names the items one after another; it may say that they are
 * all of them, or that none is listed. Whatever else a cell holds is refused, and never read as an item.
 */

const every = 'すべて'
/** Words of a book, and of an export, for an explanation that is on record without its items. */
export const notListed = '記載なし'

const labels = disclosureItemCodes.map((code) => labelOfItem[code].ja)

// The middle dot parts nothing: an item's own name has one.
const separators = /[、､,;|/\r\n\t]/
const bullet = /^(?:[・･•●○■□◆◇*-]|\d{1,2}[.)])\s*/
const folded = (name: string): string => name.normalize('NFKC').replace(/\s/g, '').toLowerCase()
const codes = new Map(disclosureItemCodes.map((code) => [folded(labelOfItem[code].ja), code]))

const namesIn = (cell: string): readonly string[] =>
  onKeys(cell)
    .split(separators)
    .flatMap((one) => one.trim().replace(bullet, '').trim() || [])

/** The items of a list in their order; what is none of them, as it was written; undefined where no item is listed. */
export const itemsIn = (
  cell: string,
): { readonly items: readonly DisclosureItemCode[]; readonly strange: readonly string[] } | undefined => {
  const names = namesIn(cell)
  if (names.length === 0 || (names.length === 1 && folded(names[0] ?? '') === notListed)) return undefined
  const found = new Set(names.map((name) => codes.get(folded(name))))
  const isAll = names.some((name) => folded(name) === every)
  return {
    items: disclosureItemCodes.filter((code) => isAll || found.has(code)),
    strange: names.filter((name) => !codes.has(folded(name)) && folded(name) !== every),
  }
}

/** A list in the words of a book: what `itemsIn` reads as these items again. */
export const listOfItems = (items: readonly DisclosureItemCode[]): string =>
  items.length === disclosureItemCodes.length ? every : items.map((code) => labelOfItem[code].ja).join('、')

/** A cell written plainly: lists of the same items are the same. One that cannot be read stays as it is. */
export const plainItems = (cell: string): string => {
  const read = itemsIn(cell)
  if (!read) return ''
  return read.strange.length > 0 ? cell : listOfItems(read.items)
}

/** Words for what in a list is no item, with what may have been meant, and all that can be named. */
export const notItems = (cell: string): Words => {
  const { strange } = itemsIn(cell) ?? { strange: [] }
  const near = strange.map((name) => ({ name, meant: nearestOf(name, [...labels, every, notListed]) }))
  return {
    ja: [
      ...near.map(
        ({ name, meant }) =>
          `${quoted(name)}は、説明した事項の名前ではありません。${meant ? `「${meant}」のことでしょうか。` : ''}`,
      ),
      `次の名前を「、」で区切って並べてください: ${labels.join('、')}。`,
      `すべて説明したと台帳にあれば「${every}」、何を説明したかの記載がなければ、空欄か「${notListed}」とします。`,
    ].join(''),
    en: [
      ...near.map(({ name, meant }) => `${quoted(name)} is no item${meant ? `; is it ${meant}?` : '.'} `),
      `Name some of: ${labels.join(', ')}. Where the book says all of them, give ${every}; where it lists none, leave the cell empty or give ${notListed}.`,
    ].join(''),
  }
}
