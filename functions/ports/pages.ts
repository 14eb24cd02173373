/** A row that is there and cannot be read: whose it is, and what stood in the way. */
export type Unreadable = {
  readonly id: string | null
  readonly error: unknown
  /** It may be another's than the reader's: it is raised as a defect, and the answer does not name it. */
  readonly withheld?: true
}

/** Items that were read, and beside them the rows that could not be: such a row takes no other with it. */
export type Readable<Item> = { readonly items: readonly Item[]; readonly unreadable: readonly Unreadable[] }

export type PageOf<Item> = {
  readonly items: readonly Item[]
  readonly next: string | null
  readonly unreadable?: readonly Unreadable[]
}
