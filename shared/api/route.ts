import type * as z from 'zod'
import type { Answer } from '../domain/command.ts'
import type { PrincipalOf, Role } from '../domain/people.ts'
import type { Refusal, RefusalKind, UsualRefusal } from '../domain/refusal.ts'
import type { Words } from '../domain/words.ts'
import type { RequestContext } from './request-context.ts'

/** One line of the route table: everything the door, the stack and the documentation need to know. */
export type Route = {
  readonly method: 'GET' | 'POST'
  readonly path: `/v1${string}`
  readonly summary: Words
  /** Roles that may call it; `anyone` needs no token. */
  readonly who: readonly Role[] | 'anyone'
  /** Writing routes want an Idempotency-Key. */
  readonly effect: 'reads' | 'changes'
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  readonly output: z.ZodType
  readonly status: 200 | 201 | 202
  /** Content type of the answer, where it is not JSON. */
  readonly media?:
    | 'text/html; charset=utf-8'
    | 'text/csv; charset=utf-8'
    | 'text/javascript; charset=utf-8'
    | 'application/zip'
    | 'application/pdf'
  readonly refusals: readonly RefusalKind[]
  /** True where the caller must name the version it read. */
  readonly ifMatch?: 'required'
  /** Limit on the body in bytes, where the usual 256 KiB are not enough. */
  readonly maxBodyBytes?: number
  /** File that may be sent as it is, instead of JSON that holds it. */
  readonly raw?: RawBody
}

/** A body that is a file: of which types, how large at most, and the JSON body it stands for. */
export type RawBody = {
  readonly media: readonly string[]
  readonly maxBytes: number
  /** Parameters of the query that say what the body would. */
  readonly fromQuery: readonly string[]
  readonly standsFor: (sent: {
    readonly base64: string
    /** Charset as the content type states it, in lower case; null where it states none. */
    readonly charset: string | null
    readonly query: Readonly<Record<string, string>>
  }) => unknown
}

/** Keeps a line's literal types, so that its handler is held to them. */
export const route = <const Line extends Route>(line: Line): Line => line

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : Readonly<Record<string, never>>

export type InputOf<Line extends Route> = {
  readonly params: Parsed<Line['params']>
  readonly query: Parsed<Line['query']>
  readonly body: Parsed<Line['body']>
}
export type OutputOf<Line extends Route> = z.input<Line['output']>
export type WhoOf<Line extends Route> = Line['who'] extends readonly Role[] ? PrincipalOf<Line['who'][number]> : null

/** A handler may refuse only in the ways its line declares; the compiler holds it to that. */
export type HandlerOf<Line extends Route> = (
  input: InputOf<Line>,
  call: RequestContext<WhoOf<Line>>,
) => Promise<Answer<OutputOf<Line>, Refusal<Line['refusals'][number] | UsualRefusal>>>

export type HandlersOf<Table extends Record<string, Route>> = { readonly [Name in keyof Table]: HandlerOf<Table[Name]> }

/**
 * True where `?dryRun=true` may be asked: of any line that writes, by whoever has a token. What is tried without being
 * counted can be guessed, so a line open to anyone has no dry run.
 */
export const takesDryRun = ({ effect, who }: Pick<Route, 'effect' | 'who'>): boolean =>
  effect === 'changes' && who !== 'anyone'

/**
 * True where a caller can name the version it read (optimistic lock). On a line open to anyone it is not looked at:
 * whether a version fits would be an answer for which nothing was counted.
 */
export const takesIfMatch = ({ effect, who }: Pick<Route, 'effect' | 'who'>): boolean =>
  effect === 'changes' && who !== 'anyone'

/** The key API Gateway puts on an event: method and path as the table spells them. */
export const routeKey = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`
