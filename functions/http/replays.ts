import type { Trouble } from '../../shared/api/problem.ts'
import type { Route } from '../../shared/api/route.ts'
import type { CommandMetadata } from '../../shared/domain/command.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Commits } from '../ports/records.ts'
import type { Digest } from '../ports/dependencies.ts'
import { jsonBody } from './json-body.ts'
import type { HttpRequest } from './request.ts'

/**
 * A first answer, given again as it was stored: what the output says today does not judge it, or a key would lose its
 * answer with the next release. Where the two still agree the fields come in the output's order, as they first did.
 */
export const asStored = (digest: Digest, line: Route, stored: unknown): unknown => {
  const today = line.output.safeParse(stored)
  return today.success && digest(today.data) === digest(stored) ? today.data : stored
}

type Input = { readonly params: unknown; readonly query: unknown; readonly body: unknown }

/**
 * The answer an older version gave to a request that has no place in today's form: the command is on record under its
 * key and the very input it came with, so whoever repeats it is told what they were told before.
 */
export const olderAnswer = async (
  commits: Pick<Commits, 'answerTo'>,
  line: Route,
  request: HttpRequest,
  metadataOf: (input: Input) => Result<CommandMetadata, Trouble>,
): Promise<{ readonly value: unknown } | undefined> => {
  if (line.effect === 'reads') return undefined
  const { dryRun: _, ...query } = request.query
  const body = jsonBody(request.body, request.headers['content-type'], line.maxBodyBytes)
  if (!body.ok || !canBeHashed(body.value)) return undefined
  const metadata = metadataOf({ params: request.pathParameters, query, body: body.value })
  const first = metadata.ok ? await commits.answerTo(metadata.value) : undefined
  return first?.ok ? first : undefined
}

/** Half a surrogate pair and a number beyond all numbers have no canonical form, so no command on record has them. */
const canBeHashed = (value: unknown): boolean => {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([name, inner]) => name.isWellFormed() && canBeHashed(inner))
}
