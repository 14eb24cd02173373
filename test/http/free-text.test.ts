import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { routes } from '../../shared/api/routes/index.ts'
import { codePointName, showNothing, spoil } from '../support/odd-signs.ts'

type Leaf = { readonly where: string; readonly schema: z.ZodType }
type Def = {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly element?: z.ZodType
  readonly innerType?: z.ZodType
  readonly in?: z.ZodType
  readonly options?: readonly z.ZodType[]
}

const typeOf = (schema: z.ZodType): string => (schema as unknown as { _zod: { def: Def } })._zod.def.type

/** Every text that a schema takes in, to the last one. */
const textsIn = (schema: z.ZodType, where: string): readonly Leaf[] => {
  const {
    type,
    shape,
    element,
    innerType,
    in: before,
    options,
  } = (schema as unknown as { _zod: { def: Def } })._zod.def
  // What is read from a text, and not kept as one, is asked as a whole.
  const isText = type === 'string' || (type === 'pipe' && before && typeOf(before) === 'string')
  if (isText) return [{ where, schema }]
  return [
    ...Object.entries(shape ?? {}).flatMap(([name, inner]) => textsIn(inner, `${where}.${name}`)),
    ...[element, innerType, before, ...(options ?? [])].flatMap((inner) => (inner ? textsIn(inner, where) : [])),
  ]
}

/**
 * A file is read as a file, row by row, its cells by the same fields. A link is looked for in whatever a mail program made
 * of it, and what was sent is not kept.
 */
const isReadOtherwise = ({ where }: Leaf): boolean => /\.(content|link)$/.test(where)

const leaves = Object.entries(routes)
  .flatMap(
    ([name, { body, query, params }]: [
      string,
      (typeof routes)[keyof typeof routes] & Partial<Record<'body' | 'query' | 'params', z.ZodType>>,
    ]) => [body, query, params].flatMap((one) => (one ? textsIn(one, name) : [])),
  )
  .filter((leaf) => !isReadOtherwise(leaf))

describe('every text of every route', () => {
  test('is looked at', () => expect(leaves.length).toBeGreaterThan(250))

  test.each(showNothing.map((one) => [codePointName(one), String.fromCodePoint(one)]))(
    'is nothing where it is only %s, unless a rule says whether it must be there (C22, C23, C36)',
    (_, sign) => {
      const taken = leaves.filter(({ schema }) => schema.safeParse(sign).success).map(({ where }) => where)
      // Blanks where a rule decides are judged with their clause, as nothing.
      expect(sign.trim() === '' ? taken.filter((where) => !judgedByRule.test(where)) : taken).toEqual([])
    },
  )

  test.each(spoil.map(([one]) => [codePointName(one), String.fromCodePoint(one)]))(
    'is refused where it holds %s (C22, C23, attack 19)',
    (_, sign) =>
      expect(leaves.filter(({ schema }) => schema.safeParse(`甲${sign}乙`).success).map(({ where }) => where)).toEqual(
        [],
      ),
  )
})

const judgedByRule =
  /\.(insurer|explanatoryMaterial|manufacturer|model|placement(\.\w+)?|groundInWords|evidence\.description|burden)$/
