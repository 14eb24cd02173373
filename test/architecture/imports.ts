import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The TypeScript files under a folder. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file))

/** What a file imports, by type or by value, as it stands there. */
export const importsOf = (path: string): readonly string[] =>
  [
    ...readFileSync(path, 'utf8').matchAll(/(?:^(?:import|export|\})[^'\n]*from |^import |\bimport\()'([^'\n]+)'/gm),
  ].map(([, specifier]) => specifier ?? '')

/** The files of the project that a file imports. */
export const filesBehind = (path: string): readonly string[] =>
  importsOf(path)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => join(dirname(path), specifier))

/** Every knot in a graph: nodes each of which leads to each other, alone or in a ring. */
export const knotsIn = (graph: ReadonlyMap<string, ReadonlySet<string>>): readonly (readonly string[])[] => {
  const reach = (from: string): ReadonlySet<string> => {
    const seen = new Set<string>()
    const open = [...(graph.get(from) ?? [])]
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (seen.has(node)) continue
      seen.add(node)
      open.push(...(graph.get(node) ?? []))
    }
    return seen
  }
  const reached = new Map([...graph.keys()].map((node) => [node, reach(node)]))
  const inKnot = [...graph.keys()].filter((node) => reached.get(node)?.has(node))
  const knots = inKnot.map((node) =>
    inKnot.filter((other) => reached.get(node)?.has(other) && reached.get(other)?.has(node)).toSorted(),
  )
  return [...new Map(knots.map((knot) => [knot.join(), knot])).values()]
}
