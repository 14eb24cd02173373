import * as z from 'zod'
import type { Instant } from '../../../../shared/domain/plain-date.ts'

/*
 * Forms whose keys are the domain's own names: of everything but a contract's head there are few rows, and a row that
 * can be read without a table of keys is worth its bytes. What is null in the domain is absent in the row.
 */

/** A text of a stored row that says null by its absence. */
export const orNull = <Schema extends z.ZodType>(
  schema: Schema,
): z.ZodCodec<z.ZodOptional<Schema>, z.ZodType<z.output<Schema> | null>> =>
  z.codec(z.optional(schema), z.custom<z.output<Schema> | null>(), {
    decode: (value: unknown) => value ?? null,
    encode: (value: unknown) => value ?? undefined,
  } as never)

/** A value that a row may lack; it then says `is`. It is written always. Whatever is added to a form is one of these. */
export const orElse = <Schema extends z.ZodType>(
  schema: Schema,
  is: z.output<Schema>,
): z.ZodCodec<z.ZodOptional<Schema>, z.ZodType<z.output<Schema>>> =>
  z.codec(z.optional(schema), z.custom<z.output<Schema>>(), {
    decode: (value: unknown) => value ?? is,
    encode: (value: unknown) => value,
  } as never)

/** A property that may be absent in the domain as well. */
export const maybe = z.exactOptional

/** An object of exactly these properties: one besides is refused by name, written or read. */
export const object = z.strictObject

/** A moment as the domain says it. */
export const at = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/) as unknown as z.ZodType<Instant>

/** A SHA-256 in hex. */
export const hex = z.string().regex(/^[0-9a-f]{64}$/)

/** An id with its prefix. */
export const id = <const Prefix extends string>(prefix: Prefix): z.ZodType<`${Prefix}_${string}`> =>
  z.string().regex(new RegExp(`^${prefix}_[0-9a-z]+$`)) as unknown as z.ZodType<`${Prefix}_${string}`>

/** An id of one of two kinds. */
export const idOfEither = <const One extends string, const Other extends string>(
  one: One,
  other: Other,
): z.ZodType<`${One | Other}_${string}`> =>
  z.string().regex(new RegExp(`^(?:${one}|${other})_[0-9a-z]+$`)) as unknown as z.ZodType<`${One | Other}_${string}`>

/** Count of each word of a closed list. A row from before a word was added has none of it. */
export const countOfEach = <const Word extends string>(words: readonly Word[]): z.ZodType<Record<Word, number>> =>
  z.strictObject(Object.fromEntries(words.map((word) => [word, orElse(z.int(), 0)]))) as never

export { exactly } from '../../../papers/exactly.ts'
