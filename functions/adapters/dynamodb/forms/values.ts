import * as z from 'zod'
import { instant, type Instant, type PlainDate } from '../../../../shared/domain/plain-date.ts'

/*
 * How single values are said in a stored text: shorter than the domain says them, and checked both ways.
 */

export const text = z.string()
export const count = z.int()

/** A word of a closed list, as it is. The list is the domain's own; a word it does not have is neither written nor read. */
export const word = <const Word extends string>(list: readonly Word[]): z.ZodType<Word> => z.enum(list)

/** Words of a closed list, in their order. */
export const words = <const Word extends string>(list: readonly Word[]): z.ZodType<readonly Word[]> =>
  z.array(z.enum(list)).readonly()

/** True as 1; made a field with `orAbsent(key, yes, false)`, false is absent. */
export const yes: z.ZodType<boolean> = z.codec(z.literal(1), z.boolean(), {
  decode: () => true,
  encode: (value, { issues }) => {
    if (!value) issues.push({ code: 'custom', input: value, message: 'false is said by absence' })
    return 1 as const
  },
})

/** True as 1, where a property that is not true is absent in the domain too. */
export const trueOnly: z.ZodType<true> = z.codec(z.literal(1), z.literal(true), {
  decode: () => true as const,
  encode: () => 1 as const,
})

/** True as 1 and false as 0, where absence says neither. */
export const yesOrNo: z.ZodType<boolean> = z.codec(z.literal([0, 1]), z.boolean(), {
  decode: (stored) => stored === 1,
  encode: (value) => (value ? 1 : 0),
})

/** A moment in milliseconds. */
export const moment: z.ZodType<Instant> = z.codec(z.int(), z.custom<Instant>(), {
  decode: (value) => atMs(value),
  encode: (at) => ms(at),
})

/** A day as the domain says it. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/) as unknown as z.ZodType<PlainDate>

/** A SHA-256 in 43 characters instead of 64. */
export const sha256: z.ZodType<string> = z.codec(z.string().regex(/^[\w-]{43}$/), z.string().regex(/^[0-9a-f]{64}$/), {
  decode: (short) => Buffer.from(short, 'base64url').toString('hex'),
  encode: (hex) => Buffer.from(hex, 'hex').toString('base64url'),
})

/** An id without its prefix, which its key says already. */
export const idOf = <const Prefix extends string>(prefix: Prefix): z.ZodType<`${Prefix}_${string}`> =>
  z.codec(
    z.string().regex(/^[0-9a-z]+$/),
    z.custom<`${Prefix}_${string}`>((id) => typeof id === 'string' && id.startsWith(`${prefix}_`)),
    { decode: (suffix) => `${prefix}_${suffix}` as const, encode: (id) => id.slice(prefix.length + 1) },
  )

/** A moment of a row attribute, in milliseconds, and back. */
export const ms = (at: Instant): number => Date.parse(at)
export const atMs = (value: number): Instant => instant(new Date(value).toISOString())

/** A hash of 64 hexadecimal digits in 43 characters, and back. */
export const shortHash = (hex: string): string => Buffer.from(hex, 'hex').toString('base64url')
export const longHash = (short: string): string => Buffer.from(short, 'base64url').toString('hex')
