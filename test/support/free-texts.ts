import * as z from 'zod'
import type { Route } from '../../shared/api/route.ts'

type Json = {
  readonly type?: string
  readonly enum?: unknown
  readonly const?: unknown
  readonly pattern?: string
  readonly format?: string
  readonly properties?: Readonly<Record<string, Json>>
  readonly items?: Json
  readonly anyOf?: readonly Json[]
  readonly oneOf?: readonly Json[]
  readonly allOf?: readonly Json[]
}

const textsIn = (json: Json, path: string): readonly string[] => [
  ...(json.type === 'string' && !json.enum && json.const === undefined && !json.pattern && !json.format ? [path] : []),
  ...Object.entries(json.properties ?? {}).flatMap(([name, one]) => textsIn(one, path ? `${path}.${name}` : name)),
  ...(json.items ? textsIn(json.items, `${path}[]`) : []),
  ...[json.anyOf, json.oneOf, json.allOf].flatMap((some) => (some ?? []).flatMap((one) => textsIn(one, path))),
]

/** The places in a line's body that take any text: no list of words, no pattern, no format. A line that only reads has none. */
export const freeTextsOf = ({ effect, body }: Route): readonly string[] => {
  if (effect !== 'changes' || !body) return []
  const json = z.toJSONSchema(body, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Json
  return [...new Set(textsIn(json, ''))].sort()
}

/** A body with every text at one of the places marked, so that it can be found again; and the marks by place. */
export const markedBody = (
  body: unknown,
  places: readonly string[],
  next: (place: string) => string,
): { readonly body: unknown; readonly marks: ReadonlyMap<string, string> } => {
  const marks = new Map<string, string>()
  const walk = (value: unknown, path: string): unknown => {
    if (typeof value === 'string' && places.includes(path)) {
      const mark = marks.get(path) ?? next(path)
      marks.set(path, mark)
      // A file keeps its ending.
      return value.endsWith('.pdf') ? `${mark}${value}` : `${value}${mark}`
    }
    if (Array.isArray(value)) return value.map((one) => walk(one, `${path}[]`))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, walk(one, path ? `${path}.${name}` : name)]),
    )
  }
  return { body: walk(body, ''), marks }
}
