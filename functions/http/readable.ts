import * as z from 'zod'
import type { Unreadable } from '../ports/pages.ts'

/** An answer as it can be given, and what could not be read of it. */
type Readable = { readonly value: unknown; readonly defects: readonly unknown[] }

type Listed = { readonly items: readonly unknown[]; readonly unreadable?: readonly Unreadable[] }

const isList = (value: unknown): value is Listed =>
  typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items)

/** The schema of a list's items; undefined where an answer is no list. */
const itemOf = (output: z.ZodType): z.ZodType | undefined => {
  const items = output instanceof z.ZodObject ? (output.shape as Record<string, unknown>)['items'] : undefined
  return items instanceof z.ZodArray ? (items.element as z.ZodType) : undefined
}

/** Id that names an item: the first of its fields that is one. */
const idOf = (item: unknown): string | null => {
  const fields = typeof item === 'object' && item !== null ? Object.entries(item) : []
  const [, id] = fields.find(([name, value]) => name.endsWith('Id') && typeof value === 'string') ?? []
  return (id as string | undefined) ?? null
}

/**
 * An answer as its line of the route table has it. In a list, one item that cannot be shown takes no other with it: the
 * list names it as unreadable, unless it is withheld, and it comes back as a defect of ours. Any other answer that does not
 * fit is thrown.
 */
export const readable = (output: z.ZodType, value: unknown): Readable => {
  const item = itemOf(output)
  if (!item || !isList(value)) return { value: output.parse(value), defects: [] }
  const { unreadable: unread = [], ...list } = value
  const read = list.items.map((one) => ({ one, shown: item.safeParse(one) }))
  const unshown = read.flatMap(({ one, shown }) => (shown.success ? [] : [{ id: idOf(one), error: shown.error }]))
  const all: readonly Unreadable[] = [...unread, ...unshown]
  const items = read.flatMap(({ one, shown }) => (shown.success ? [one] : []))
  const unreadable = all.flatMap(({ id, withheld }) => (withheld ? [] : [{ id }]))
  return {
    value: output.parse({ ...list, items, ...(unreadable.length > 0 ? { unreadable } : {}) }),
    defects: all.map(({ error }) => error),
  }
}
