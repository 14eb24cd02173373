import type { CommandMetadata, Answer } from '../../shared/domain/command.ts'
import type { RequestContext } from '../../shared/api/request-context.ts'
import type { Trouble } from '../../shared/api/problem.ts'
import { routeKey, takesIfMatch, type HandlersOf, type Route } from '../../shared/api/route.ts'
import { tenantOf, type Principal } from '../../shared/domain/people.ts'
import { dayInJapan } from '../../shared/domain/plain-date.ts'
import { ok, refuse, type Result } from '../../shared/domain/result.ts'
import type { Contracts } from '../ports/contracts.ts'
import type { Commits } from '../ports/records.ts'
import { NewerForm } from '../ports/stored-forms.ts'
import type { Tokens } from '../ports/tokens.ts'
import type { Clock, Digest } from '../ports/dependencies.ts'
import { withContractIds } from '../application/contracts/named-by-number.ts'
import { runCommand } from '../application/run-command.ts'
import { no, noPage, answered, type Asked } from './answer.ts'
import { readInput, type Input } from './read-input.ts'
import { readable } from './readable.ts'
import { asStored, olderAnswer } from './replays.ts'
import { matching } from './matching.ts'
import type { HttpAnswer, HttpRequest } from './request.ts'

export type Door = {
  readonly tokens: Tokens
  readonly commits: Pick<Commits, 'answerTo' | 'isStillMember'>
  readonly contracts: Pick<Contracts, 'idsByNumber'>
  readonly clock: Clock
  readonly digest: Digest
  /** Told of every defect, with what is needed to find it and nothing of what was sent. */
  readonly onDefect: (failed: Failed) => void
  /** Seconds in which an error passes that is no defect, since somebody else did not answer; and who is told of it. */
  readonly passesIn: (error: unknown) => number | undefined
  readonly onUnavailable: (failed: Failed) => void
}

type Failed = { readonly requestId: string; readonly route: string; readonly error: unknown }
type Handler = (input: Input, call: RequestContext<never>) => Promise<Answer<unknown, Trouble>>

/**
 * The door: finds the line, asks who is there, reads what was sent, has the use case answer, and says it over HTTP.
 * Lambda and the local server share it, so they cannot differ.
 */
export const dispatch = <Table extends Record<string, Route>>(
  table: Table,
  handlers: HandlersOf<Table>,
  door: Door,
) => {
  const lines = new Map(Object.entries(table).map(([name, line]) => [routeKey(line), { name, line }]))

  return async (request: HttpRequest): Promise<HttpAnswer> => {
    const mended = lines.has(request.routeKey) ? request : readThrough(request)
    const found = lines.get(mended.routeKey)
    if (!found) return no(noLineFor(request))
    const { name, line } = found
    try {
      const answer = await answerTo(door, line, name, handlers[name] as unknown as Handler, mended)
      return { ...answer, headers: { ...answer.headers, 'musubi-request-id': request.requestId } }
    } catch (error) {
      const failed = { requestId: request.requestId, route: name, error }
      const afterSeconds = door.passesIn(error)
      if (afterSeconds !== undefined) {
        door.onUnavailable(failed)
        return no({ kind: 'unavailable', afterSeconds })
      }
      door.onDefect(failed)
      // Nothing was decided on such a row, and no other command is refused for it.
      if (error instanceof NewerForm) {
        const { kind: row, form, known } = error.found
        return no({ kind: 'newer-form', row, form, known })
      }
      return no({ kind: 'defect' })
    }
  }
}

const answerTo = async (
  door: Door,
  line: Route,
  name: string,
  handler: Handler,
  request: HttpRequest,
): Promise<HttpAnswer> => {
  const refused = line.media === 'text/html; charset=utf-8' && opensPages(request) ? noPage : no
  const who = await whoIs(door, line, request)
  if (!who.ok) return refused(who.refusal)
  const read = readInput(line, request)
  if (!read.ok) {
    const older = await olderAnswer(door.commits, line, request, (input) =>
      metadataOf(door, line, name, request, who.value, input, false, door.clock.now()),
    )
    return older
      ? answered(line, older.value, askedOf(request, who.value, door.clock.now()), replayed)
      : refused(read.refusal)
  }
  const { dryRun, ...given } = read.value
  const input = await withContractIds(door.contracts, given)

  const at = door.clock.now()
  const metadata = metadataOf(door, line, name, request, who.value, input, dryRun, at)
  if (!metadata.ok) return no(metadata.refusal)
  const call = {
    who: who.value,
    at,
    today: dayInJapan(at),
    requestId: request.requestId,
    origin: request.origin,
    metadata: metadata.value,
  } as RequestContext<never>
  const answer =
    line.effect === 'reads'
      ? await handler(input, call)
      : await runCommand(door.commits, metadata.value, () => handler(input, call))

  if (!answer.ok) return refused(answer.refusal)
  const { value, defects } = answer.replayed
    ? { value: asStored(door.digest, line, answer.value), defects: [] }
    : readable(line.output, answer.value)
  for (const error of defects) door.onDefect({ requestId: request.requestId, route: name, error })
  return answered(
    line,
    value,
    { ...askedOf(request, who.value, at), params: named(request, input) },
    {
      ...(answer.replayed ? replayed : {}),
      ...(dryRun ? { 'musubi-dry-run': 'true' } : {}),
    },
  )
}

/**
 * A request that fits no line, without what a mail program put behind its path (a full stop, a bracket, an escape), if
 * that fits one. Only of what is read: nobody writes by a letter's link.
 */
const readThrough = (request: HttpRequest): HttpRequest => {
  const [path] = /^\/v1[\w./-]*\w/.exec(request.path.replaceAll(/\/{2,}/g, '/')) ?? []
  const match = request.method === 'GET' && path ? matching('GET', path) : undefined
  return match && 'line' in match
    ? { ...request, routeKey: routeKey(match.line), pathParameters: match.params }
    : request
}

const replayed = { 'idempotency-replayed': 'true' }

const askedOf = ({ pathParameters, query }: HttpRequest, who: Principal | null, at: CommandMetadata['at']): Asked => ({
  at,
  params: pathParameters,
  query,
  contractId: who?.role === 'sme' ? who.contractId : null,
})

/** What an answer is named by: the parameters in the path, a contract by its id however it was asked for. */
const named = ({ pathParameters }: HttpRequest, { params }: Input): Asked['params'] => ({
  ...pathParameters,
  ...('contractId' in (params as object) ? { contractId: (params as { readonly contractId: string }).contractId } : {}),
})

/** The path may be right and the method not; that is worth saying. */
const noLineFor = ({ method, path }: HttpRequest): Trouble => {
  const match = matching(method, path)
  return 'allow' in match && match.allow.length > 0
    ? { kind: 'method-not-allowed', allow: match.allow }
    : { kind: 'no-such-route' }
}

/** True where a browser asks, for a person to read. */
const opensPages = ({ headers }: HttpRequest): boolean => headers['accept']?.includes('text/html') ?? false

const whoIs = async (
  { tokens }: Door,
  { who }: Route,
  { headers }: HttpRequest,
): Promise<Result<Principal | null, Trouble>> => {
  if (who === 'anyone') return ok(null)
  const [, token] = /^Bearer ([^\s]+)$/i.exec(headers['authorization'] ?? '') ?? []
  const principal = token && (await tokens.verify(token))
  if (!principal) return refuse({ kind: 'not-signed-in' })
  return who.includes(principal.role) ? ok(principal) : refuse({ kind: 'not-permitted' })
}

const keyForm = /^[\x21-\x7e]{1,255}$/

/** Metadata that make a command idempotent. Reading needs none, and gets some that nobody stores. */
const metadataOf = (
  { digest }: Door,
  line: Route,
  route: string,
  { headers, requestId }: HttpRequest,
  who: Principal | null,
  input: Input,
  dryRun: boolean,
  at: CommandMetadata['at'],
): Result<CommandMetadata, Trouble> => {
  const tenant = who ? tenantOf(who) : 'anyone'
  const actor = { role: who?.role ?? ('sme' as const), sub: who?.sub ?? 'anyone', tenant }
  const reading = { tenant, route, key: '', inputSha256: '', requestId, actor, at, dryRun: false, ifMatch: null }
  if (line.effect === 'reads') return ok(reading)

  const key = headers['idempotency-key'] ?? ''
  if (!keyForm.test(key)) return refuse({ kind: 'idempotency-key-missing' })
  const version = takesIfMatch(line) ? versionIn(headers['if-match']) : null
  if (version === undefined) {
    const why = { ja: 'ETag の値をそのまま入れてください。', en: 'Give the value of an ETag as it is.' }
    return refuse({ kind: 'malformed', errors: [{ where: 'If-Match', why }] })
  }
  if (version === null && line.ifMatch === 'required') return refuse({ kind: 'version-required' })
  const checkAnswer = (answer: unknown): void => {
    line.output.parse(answer)
  }
  return ok({
    ...reading,
    key,
    inputSha256: digest(input),
    dryRun,
    ifMatch: version,
    checkAnswer,
    ...(who && who.role !== 'sme' ? { byMember: true as const } : {}),
  })
}

/** The version an If-Match names; null where there is none, undefined where it is no ETag of ours. */
const versionIn = (ifMatch: string | undefined): number | null | undefined => {
  if (ifMatch === undefined) return null
  const [, version] = /^(?:W\/)?"(\d{1,9})"$/.exec(ifMatch) ?? []
  return version === undefined ? undefined : Number(version)
}
