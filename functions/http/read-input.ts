import * as z from 'zod'
import { miswrittenNumber } from '../../shared/api/contract-field.ts'
import { formErrors } from '../../shared/api/form-errors.ts'
import type { Trouble } from '../../shared/api/problem.ts'
import { takesDryRun, type Route } from '../../shared/api/route.ts'
import { ok, refuse, type Result } from '../../shared/domain/result.ts'
import { jsonBody } from './json-body.ts'
import { rawBody } from './raw-body.ts'
import type { HttpRequest } from './request.ts'

/** What was sent, as a line of the route table reads it. */
export type Input = { readonly params: unknown; readonly query: unknown; readonly body: unknown }

const nothing = z.strictObject({})
const dryRunToo = z.object({ dryRun: z.enum(['true', 'false']).optional() })

/** Reads path, query and body by the line's schemas; everything that is wrong with their form is said at once. */
export const readInput = (line: Route, request: HttpRequest): Result<Input & { readonly dryRun: boolean }, Trouble> => {
  if (isEncoded(request)) return refuse({ kind: 'unsupported-media-type', needs: 'no Content-Encoding' })
  const sent = rawBody(line, request) ?? {
    query: request.query,
    body: jsonBody(request.body, request.headers['content-type'], line.maxBodyBytes),
  }
  const { body } = sent
  if (!body.ok) return body
  const { dryRun: asked, ...rest } = sent.query
  const wantsDryRun = takesDryRun(line) ? dryRunToo.safeParse({ dryRun: asked }) : dryRunToo.safeParse({})
  const params = (line.params ?? nothing).safeParse(request.pathParameters)
  const query = (line.query ?? nothing).safeParse(takesDryRun(line) ? rest : sent.query)
  const given = (line.body ?? nothing).safeParse(body.value)

  // An id of the wrong form names nothing: the same answer as for one that does not exist.
  const miswritten = params.success ? [] : params.error.issues.filter(isMiswrittenNumber)
  if (!params.success && miswritten.length === 0) return refuse({ kind: 'not-found', what: 'path' })
  const errors = [wantsDryRun, params, query, given].flatMap((one) => (one.success ? [] : formErrors(one.error)))
  if (errors.length > 0 || !params.success || !query.success || !given.success || !wantsDryRun.success)
    return refuse({ kind: 'malformed', errors })
  return ok({ params: params.data, query: query.data, body: given.data, dryRun: wantsDryRun.data.dryRun === 'true' })
}

/** An objection to the check character of a short number: whoever copied it wrongly is told so. */
const isMiswrittenNumber = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'custom' && issue.params?.['code'] === miswrittenNumber

/** Bodies are taken as they are: one that says it is packed is not what it seems to be, packed or not. */
const isEncoded = ({ headers }: HttpRequest): boolean =>
  !/^(?:identity)?$/i.test((headers['content-encoding'] ?? '').trim())
