import * as z from 'zod'

/*
 * The fields of a stored form: under which short key each stands, how it is said, and what its absence means. A form is
 * read off its fields in one place; the domain's own type checks that none is forgotten.
 */

/** Field of a form. `Optional` is true where the domain's own property may be absent. */
export type Field<Value, Optional extends boolean = boolean> = {
  readonly key: string
  readonly type: z.ZodType<Value>
  /** Value of a row without the key; null where a row must have it, or where the property is absent too. */
  readonly absent: { readonly is: Value } | null
  readonly optional: Optional
}
export type Fields = Readonly<Record<string, Field<never> | Field<unknown>>>

type Optionals<All> = { [Name in keyof All]: All[Name] extends Field<infer _, true> ? Name : never }[keyof All]
type ValueIn<One> = One extends { readonly type: z.ZodType<infer Value> } ? Value : never

/** Object of these fields, under the domain's names. */
export type ValueOf<All extends Fields> = {
  readonly [Name in Exclude<keyof All, Optionals<All>>]: ValueIn<All[Name]>
} & { readonly [Name in Optionals<All>]?: ValueIn<All[Name]> }

/** A field that every row of the form has. */
export const field = <Value>(key: string, type: z.ZodType<Value>): Field<Value, false> => ({
  key,
  type,
  absent: null,
  optional: false,
})

/** A field that is absent where it says the default. Every field that is added to a released form is one of these. */
export const orAbsent = <Value>(key: string, type: z.ZodType<Value>, is: NoInfer<Value>): Field<Value, false> => ({
  key,
  type,
  absent: { is },
  optional: false,
})

/** A field that is null in the domain and absent in the row. */
export const orNull = <Value>(key: string, type: z.ZodType<Value>): Field<Value | null, false> => ({
  key,
  type,
  absent: { is: null },
  optional: false,
})

/** A field that is absent in both. */
export const maybe = <Value>(key: string, type: z.ZodType<Value>): Field<Value, true> => ({
  key,
  type,
  absent: null,
  optional: true,
})

/** The fields of a whole type: one that is forgotten does not compile, be its property optional or not. */
export type FieldsOf<Whole> = { readonly [Name in keyof Whole]-?: Field<never> | Field<unknown> }

type Stored = Readonly<Record<string, unknown>>

const same = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other)

/** The schema of what is stored of some fields: short keys, no others. */
export const shapeOf = (fields: Fields): Readonly<Record<string, z.ZodType>> =>
  Object.fromEntries(
    Object.values(fields).map(({ key, type, absent, optional }) => [
      key,
      absent || optional ? z.optional(type as z.ZodType) : (type as z.ZodType),
    ]),
  )

/** The values of some fields, from an object whose short keys have been read already. */
export const valuesOf = <All extends Fields>(fields: All, stored: Stored): ValueOf<All> => {
  const values: Record<string, unknown> = {}
  for (const [name, { key, absent }] of Object.entries(fields)) {
    const value = stored[key]
    if (value !== undefined) values[name] = value
    else if (absent) values[name] = absent.is
  }
  return values as ValueOf<All>
}

/** The short keys of some fields with their values, leaving out what is absent in the row. */
export const keysOf = <All extends Fields>(fields: All, values: ValueOf<All>): Stored => {
  const stored: Record<string, unknown> = {}
  for (const [name, { key, absent }] of Object.entries(fields)) {
    const value = (values as Stored)[name]
    if (value !== undefined && !(absent && same(value, absent.is))) stored[key] = value
  }
  return stored
}

/** Those properties of an object that some fields name. */
export const partOf = <All extends Fields>(fields: All, whole: ValueOf<All>): ValueOf<All> => {
  const part: Record<string, unknown> = {}
  for (const name of Object.keys(fields)) {
    const value = (whole as Stored)[name]
    if (value !== undefined) part[name] = value
  }
  return part as ValueOf<All>
}

/** An object of these fields. Writing one that has a property besides is refused: it would be lost. */
export const named = <All extends Fields>(fields: All): z.ZodType<ValueOf<All>> =>
  z.codec(z.strictObject(shapeOf(fields)), z.custom<ValueOf<All>>(), {
    decode: (stored) => valuesOf(fields, stored),
    encode: (value, { issues }) => {
      const keys = strangersIn(fields, value)
      if (keys.length > 0) issues.push({ code: 'unrecognized_keys', keys, input: value })
      return keysOf(fields, value)
    },
  })

/** Properties of an object that none of the fields names. */
export const strangersIn = (fields: Fields, value: object): string[] =>
  Object.entries(value).flatMap(([name, one]) => (Object.hasOwn(fields, name) || one === undefined ? [] : [name]))

type Tagged<Tag extends string, Options extends Readonly<Record<string, Fields>>> = {
  [Word in keyof Options & string]: { readonly [Name in Tag]: Word } & ValueOf<Options[Word]>
}[keyof Options & string]

/**
 * One of several objects, told apart by a word that each of them bears, as stages are: `tag` is the domain's name for
 * it, `key` the short one.
 */
export const oneOf = <const Tag extends string, Options extends Readonly<Record<string, Fields>>>(
  tag: Tag,
  key: string,
  options: Options,
): z.ZodType<Tagged<Tag, Options>> => {
  const words = z.enum(Object.keys(options))
  const types = new Map<unknown, z.ZodType>(
    Object.entries(options).map(([word, fields]) => [word, named({ [tag]: field(key, z.literal(word)), ...fields })]),
  )
  const typeFor = (word: unknown): z.ZodType => types.get(word) ?? z.object({ [key]: words })
  return z.codec(z.record(z.string(), z.unknown()), z.custom<Tagged<Tag, Options>>(), {
    decode: (stored, { issues }) => {
      const read = z.safeDecode(typeFor(stored[key]), stored, { reportInput: true })
      if (read.success) return read.data as Tagged<Tag, Options>
      issues.push(...(read.error.issues as never[]))
      return z.NEVER
    },
    encode: (value, { issues }) => {
      const word = (value as Stored)[tag]
      const written = z.safeEncode(typeFor(word), types.has(word) ? value : { [key]: word }, { reportInput: true })
      if (written.success) return written.data as Record<string, unknown>
      issues.push(...(written.error.issues as never[]))
      return z.NEVER
    },
  })
}
