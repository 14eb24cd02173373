/** Something people read: what it says in Japanese, without how it looks. The same sheet becomes a page and a text. */
export type Sheet = {
  /** Kind of sheet, above the title. */
  readonly kind: string
  readonly title: string
  readonly lead: readonly string[]
  readonly facts: readonly SheetFact[]
  readonly sections: readonly SheetSection[]
  /** What the reader can go on to from here; absent where there is nothing. */
  readonly onward?: {
    readonly heading: string
    readonly lines: readonly string[]
    readonly label: string
    readonly href: string
  }
  /** Note on what the reader must not take it for. */
  readonly note: string
}

export type SheetFact = { readonly label: string; readonly lines: readonly string[] }

export type SheetSection = {
  readonly heading: string
  readonly mark: { readonly text: string; readonly tone: 'good' | 'bad' | 'open' | 'quiet' } | null
  readonly lines: readonly string[]
  readonly facts: readonly SheetFact[]
}
