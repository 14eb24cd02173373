import type { Readable } from '../ports/pages.ts'

/** All of what was read, where nothing of it may be missing: what could not be read is thrown. */
export const readWhole = <Item>({ items, unreadable }: Readable<Item>): readonly Item[] => {
  const [first] = unreadable
  if (first) throw new Error(`${first.id ?? 'a row'} cannot be read`, { cause: first.error })
  return items
}
