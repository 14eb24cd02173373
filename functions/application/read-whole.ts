import type { Readable } from '../ports/pages.ts'
import { NewerForm } from '../ports/stored-forms.ts'

/**
 * Gives all items read, where none may be missing: an item that could not be read is thrown. One of a newer version is
 * thrown as it was met, so that the door can say so.
 */
export const readWhole = <Item>({ items, unreadable }: Readable<Item>): readonly Item[] => {
  const newer = unreadable.find(({ error }) => error instanceof NewerForm)
  if (newer) throw newer.error
  const [first] = unreadable
  if (first) throw new Error(`${first.id ?? 'a row'} cannot be read`, { cause: first.error })
  return items
}
