import type { Route } from '../../shared/api/route.ts'
import { routes } from '../../shared/api/routes/index.ts'

export type Match = { readonly line: Route; readonly params: Readonly<Record<string, string>> }

const lines = Object.values(routes as Readonly<Record<string, Route>>).map((line) => ({
  line,
  parts: line.path.split('/').map((part) => ({ part, name: /^\{(\w+)\}$/.exec(part)?.[1] })),
}))
type Parts = (typeof lines)[number]['parts']

const fits = (parts: Parts, given: readonly string[]): boolean =>
  parts.length === given.length && parts.every(({ part, name }, index) => name !== undefined || part === given[index])

const fixedParts = (parts: Parts): number => parts.filter(({ name }) => name === undefined).length

/**
 * The line of the route table for a method and a path, and the parameters in the path, as API Gateway finds them: a
 * fixed part wins over a parameter. Where no line has the method, the methods that the path does have.
 */
export const matching = (method: string, path: string): Match | { readonly allow: readonly string[] } => {
  const given = path.split('/')
  const fitting = lines
    .filter(({ parts }) => fits(parts, given))
    .sort((a, b) => fixedParts(b.parts) - fixedParts(a.parts))
  const found = fitting.find(({ line }) => line.method === method)
  if (!found) return { allow: [...new Set(fitting.map(({ line }) => line.method))] }
  const params = found.parts.flatMap(({ name }, index) => (name ? [[name, decoded(given[index] ?? '')]] : []))
  return { line: found.line, params: Object.fromEntries(params) }
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    // Not a path anyone could mean; as it stands it names nothing.
    return text
  }
}
