import type { Route } from '../../shared/api/route.ts'
import type { Trouble } from '../../shared/api/problem.ts'
import { ok, refuse, type Result } from '../../shared/domain/result.ts'
import type { HttpRequest } from './request.ts'

/** Request with a body that is no JSON: the JSON it stands for, and what is left of its query. */
type Raw = {
  readonly query: HttpRequest['query']
  readonly body: Result<unknown, Extract<Trouble, { kind: 'too-large' }>>
}

/** Reads a body that is a file, where the line takes such; undefined for any other. Its size is checked first. */
export const rawBody = ({ raw }: Route, { headers, body, query }: HttpRequest): Raw | undefined => {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').split(';').map((part) => part.trim())
  if (!raw?.media.includes(type.toLowerCase())) return undefined
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  const mine = new Set(raw.fromQuery)
  const rest = Object.fromEntries(Object.entries(query).filter(([name]) => !mine.has(name)))
  if (bytes.length > raw.maxBytes) return { query: rest, body: refuse({ kind: 'too-large', maxBytes: raw.maxBytes }) }
  const stated = parameters.find((parameter) => /^charset=/i.test(parameter))
  const charset = stated?.slice('charset='.length).replaceAll('"', '').toLowerCase() ?? null
  return { query: rest, body: ok(raw.standsFor({ base64: Buffer.from(bytes).toString('base64'), charset, query })) }
}
