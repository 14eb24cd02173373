import type * as z from 'zod'

type Whole<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer One)[]
    ? readonly Whole<One>[]
    : { readonly [Name in keyof T]-?: Whole<Exclude<T[Name], undefined>> }

type Same<One, Other> = [Whole<One>] extends [Whole<Other>]
  ? [Whole<Other>] extends [Whole<One>]
    ? true
    : false
  : false

/**
 * A schema that says exactly what a type of the domain says: a property, an optional one too, that only one of the two
 * has does not compile.
 */
export const exactly =
  <Domain>() =>
  <Schema extends z.ZodType>(
    schema: Same<z.output<Schema>, Domain> extends true ? Schema : ['not what the domain says', z.output<Schema>],
  ): z.ZodType<Domain> =>
    schema as unknown as z.ZodType<Domain>
