import { readFileSync } from 'node:fs'

/** Words written out one after another in a source: as an array of strings, or as a union of them. */
export type Written = {
  readonly path: string
  readonly line: number
  readonly form: 'array' | 'union'
  /** The name it is declared under, where it is the whole of a declaration. */
  readonly declaredAs: string | null
  /** Its words, sorted: in whatever order they stand, it is the same list. */
  readonly words: string
}

const word = `'[\\w-]+'`
const gap = '\\s*'
const forms = [
  ['array', new RegExp(`(?:const (\\w+)[^=\\n]*= )?\\[${gap}(${word}(?:${gap},${gap}${word})+),?${gap}\\]`, 'g')],
  ['union', new RegExp(`(?:type (\\w+) =\\s*\\|?\\s*)?(${word}(?:${gap}\\|${gap}${word})+)(?!\\s*\\|)`, 'g')],
] as const

/** Every list of words in a text. Which keys of a type are meant (Pick, Omit) is a list of fields and not of words. */
export const listsIn = (path: string, text: string): readonly Written[] =>
  forms.flatMap(([form, pattern]) =>
    [...text.matchAll(pattern)]
      .filter(
        ({ index }) => !/\b(Pick|Omit)<[^<>]*(<[^<>]*>)?[^<>]*, $/.test(text.slice(Math.max(0, index - 200), index)),
      )
      .map(({ 0: all, 1: name, 2: inside = '', index }) => ({
        path,
        line: text.slice(0, index + all.length - inside.length).split('\n').length,
        form,
        declaredAs: name ?? null,
        words: [...new Set(inside.match(/[\w-]+/g))].sort().join(' '),
      })),
  )

/** Every list of words in some files. */
export const listsOf = (paths: readonly string[]): readonly Written[] =>
  paths.flatMap((path) => listsIn(path, readFileSync(path, 'utf8')))

/**
 * The lists that are written out though a closed list has the same words. A closed list is a constant with a name, or a
 * type with one, in the rooms that everyone may see.
 */
export const writtenAgain = (lists: readonly Written[]): readonly string[] => {
  const closed = lists.filter(
    ({ path, declaredAs }) => declaredAs !== null && /^shared\/(domain|standard|policy|api)\//.test(path),
  )
  const first = new Map(closed.toReversed().map((list) => [list.words, list]))
  return lists.flatMap((list) => {
    const of = first.get(list.words)
    return of && of !== list ? [`${list.path}:${list.line} writes out ${of.declaredAs} of ${of.path} again`] : []
  })
}
