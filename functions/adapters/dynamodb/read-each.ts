import type { Readable, Unreadable } from '../../ports/pages.ts'
import type { Row } from './read.ts'

/** Rows as they are read. One that throws is told by its id beside the others: whether it may be missing is the caller's to say. */
export const readEach = <Item>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  read: (row: Row) => Item,
): Readable<Item> => {
  const items: Item[] = []
  const unreadable: Unreadable[] = []
  for (const row of rows) {
    try {
      items.push(read(row))
    } catch (error) {
      unreadable.push({ id: idOf(row), error })
    }
  }
  return { items, unreadable }
}
