/** A row that is there and cannot be read: whose it is, and what stood in the way. */
export type Unreadable = { readonly id: string | null; readonly error: unknown }

/** Items that were read, and beside them the rows that could not be: such a row takes no other with it. */
export type Readable<Item> = { readonly items: readonly Item[]; readonly unreadable: readonly Unreadable[] }

export type PageOf<Item> = {
  readonly items: readonly Item[]
  readonly next: string | null
  readonly unreadable?: readonly Unreadable[]
}
