import * as z from 'zod'
import { parsedText } from '../../ports/stored-forms.ts'
import { decoded } from './forms/stored-form.ts'

const kind = 'position'

/** Reads where a list goes on: what a cursor seals, and what long work keeps until its next step. */
export const readPosition = <Value>(codec: z.ZodType<Value>, text: string): Value =>
  decoded({ kind, form: 1, codec }, parsedText(kind, text))

type StartKey = Readonly<Record<string, unknown>>
const startKey: z.ZodType<StartKey> = z.record(z.string(), z.string())

/** Position behind a page of rows; null behind the last. */
export const positionAfter = (next: StartKey | undefined): string | null => (next ? JSON.stringify(next) : null)

/** Keys of the row that a position is behind; undefined for the beginning. */
export const startKeyOf = (after: string | null): StartKey | undefined =>
  after ? readPosition(startKey, after) : undefined
