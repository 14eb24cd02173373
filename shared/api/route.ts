import type * as z from 'zod'
import type { Answer } from '../domain/command.ts'
import type { PrincipalOf, Role } from '../domain/people.ts'
import type { Refusal, RefusalKind, UsualRefusal } from '../domain/refusal.ts'
import type { Words } from '../domain/words.ts'
import { whoIn, type Row, type WhoIn } from './policy/relations.ts'
import type { RequestContext } from './request-context.ts'

/** One line as its topic writes it: all but who may call it, which its row in `policy` says. */
export type Line = {
  readonly method: 'GET' | 'POST'
  readonly path: `/v1${string}`
  readonly summary: Words
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

/** One line of the route table: everything the door, the stack and the documentation need to know. */
export type Route = Line & {
  /** Row of the policy table: which role may, and of whose things. */
  readonly policy: Row
  /** Roles that may call it, as the row says; `anyone` needs no token. */
  readonly who: readonly Role[] | 'anyone'
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
export const route = <const One extends Line>(line: One): One => line

type RoutesOf<Lines extends Readonly<Record<string, Line>>, Policy extends Readonly<Record<keyof Lines, Row>>> = {
  readonly [Name in keyof Lines]: Lines[Name] & {
    readonly policy: Policy[Name]
    readonly who: WhoIn<Policy[Name]>
  }
}

/** The route table: every line with its row. A line without a row does not compile, nor does a row without a line. */
export const withPolicy = <
  Lines extends Readonly<Record<string, Line>>,
  Policy extends { readonly [Name in keyof Lines]: Row },
>(
  lines: Lines,
  policy: Policy & { readonly [Name in Exclude<keyof Policy, keyof Lines>]: never },
): RoutesOf<Lines, Policy> =>
  Object.fromEntries(
    Object.entries(lines).map(([name, line]) => {
      const row = policy[name] as Row
      return [name, { ...line, policy: row, who: whoIn(row) }]
    }),
  ) as RoutesOf<Lines, Policy>

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : Readonly<Record<string, never>>

export type InputOf<One extends Line> = {
  readonly params: Parsed<One['params']>
  readonly query: Parsed<One['query']>
  readonly body: Parsed<One['body']>
}
export type OutputOf<One extends Line> = z.input<One['output']>
export type WhoOf<One extends Route> = One['who'] extends readonly Role[] ? PrincipalOf<One['who'][number]> : null

/** A handler may refuse only in the ways its line declares; the compiler holds it to that. */
export type HandlerOf<One extends Route> = (
  input: InputOf<One>,
  call: RequestContext<WhoOf<One>>,
) => Promise<Answer<OutputOf<One>, Refusal<One['refusals'][number] | UsualRefusal>>>

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
