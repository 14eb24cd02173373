import * as z from 'zod'
import { prefectures } from '../../shared/domain/places.ts'
import { disclosureItemCodes } from '../../shared/domain/disclosure-items.ts'
import type { Instant, PlainDate } from '../../shared/domain/plain-date.ts'

/** An id with its prefix, as evidence documents say it. */
export const idOf = <const Prefix extends string>(...prefixes: readonly Prefix[]) =>
  z.custom<`${Prefix}_${string}`>(
    (value) => typeof value === 'string' && prefixes.some((one) => new RegExp(`^${one}_[0-9a-z]+$`).test(value)),
  )

/** A day. */
export const day = z.custom<PlainDate>((value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value))

/** A number of things. */
export const count = z.int().nonnegative()

/**
 * Schema of a count for each word of a closed list. An evidence document from before a word was added has none of it.
 */
export const countOfEach = <const Word extends string>(words: readonly Word[]) =>
  z.strictObject(Object.fromEntries(words.map((word) => [word, count.default(0)]))) as unknown as z.ZodType<
    Readonly<Record<Word, number>>
  >

/** Cursor at which a walk through a portfolio goes on. */
export const place = z.strictObject({ shard: count, after: z.string().nullable() })

/** Owners of portfolios. */
export const owners = z.array(idOf('ent', 'rsl')).readonly()

/** A moment, in UTC to the millisecond. */
export const moment = z.custom<Instant>(
  (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(value),
)

/** A SHA-256 in hex. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** A person by name and capacity. */
export const person = z.strictObject({ name: z.string(), title: z.string() })

/** Items of the disclosure. */
export const disclosureItems = z.array(z.enum(disclosureItemCodes)).readonly()

/** A person as a contract has it: where it is reached, and how its name is read where that was given. */
export const signatory = z.strictObject({
  name: z.string(),
  title: z.string(),
  reading: z.string().optional(),
  mail: z.string(),
  phone: z.string().nullable(),
})

/** Properties of a postal address. */
export const postalAddress = {
  postalCode: z.string().nullable(),
  prefecture: z.enum(prefectures),
  rest: z.string(),
  building: z.string().nullable(),
}
