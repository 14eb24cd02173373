import type { Readable } from '../ports/pages.ts'

/** Gives all items read, where none may be missing: an item that could not be read is thrown. */
export const readWhole = <Item>({ items, unreadable }: Readable<Item>): readonly Item[] => {
  const [first] = unreadable
  if (first) throw new Error(`${first.id ?? 'a row'} cannot be read`, { cause: first.error })
  return items
}
