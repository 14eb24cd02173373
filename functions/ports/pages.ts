/** A row that is there and cannot be read: whose it is, and what stood in the way. */
export type Unreadable = { readonly id: string | null; readonly error: unknown }

/** What was read, and beside it what could not be: a row that cannot be read takes no other with it. */
export type Readable<Item> = { readonly items: readonly Item[]; readonly unreadable: readonly Unreadable[] }

export type PageOf<Item> = {
  readonly items: readonly Item[]
  readonly next: string | null
  readonly unreadable?: readonly Unreadable[]
}
