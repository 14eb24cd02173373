import type * as z from 'zod'
import type { LetterheadsView } from '../../shared/api/views/letterhead.ts'
import { letterheadOn, type Letterhead, type StatedLetterhead } from '../../shared/domain/letterhead.ts'
import type { PlainDate } from '../../shared/domain/plain-date.ts'

type View = z.input<typeof LetterheadsView>

const shown = ({ from }: StatedLetterhead, said: Letterhead): NonNullable<View['now']> => ({
  from,
  reading: said.reading ?? null,
  postalAddress: said.postalAddress,
  representative: { ...said.representative, reading: said.representative.reading ?? null },
})

/** Letterheads of a company as of a day; each is stated and said at the same place of the two lists. */
export const letterheadsView = (
  stated: readonly StatedLetterhead[],
  said: readonly Letterhead[],
  { version, today }: { readonly version: number; readonly today: PlainDate },
): View => {
  const all = stated.flatMap((one, n) => {
    const words = said[n]
    return words ? [shown(one, words)] : []
  })
  const now = letterheadOn(stated, today)
  return {
    version,
    now: all.find(({ from }) => from === now?.from) ?? null,
    toCome: all.filter(({ from }) => from > today),
  }
}
