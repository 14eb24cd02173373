/** The first thing that is not as it should be: where it lies, and what is wrong, in both languages. */
export class Wrong extends Error {
  readonly where: string
  readonly ja: string
  readonly en: string

  constructor(where: string, ja: string, en: string) {
    super(`${where}: ${en}`)
    this.where = where
    this.ja = ja
    this.en = en
  }
}

/** Throws what is wrong unless it holds. */
export function must(holds: unknown, where: string, ja: string, en: string): asserts holds {
  if (!holds) throw new Wrong(where, ja, en)
}

/** Reads something. Whatever breaks meanwhile is wrong with what is read. */
export const reading = <Value>(where: string, read: () => Value): Value => {
  try {
    return read()
  } catch (error) {
    if (error instanceof Wrong) throw error
    throw new Wrong(where, '読み取れません', 'cannot be read')
  }
}
