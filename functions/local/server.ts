import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { randomUUID } from 'node:crypto'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { routeKey, type Route } from '../../shared/api/route.ts'
import { routes } from '../../shared/api/routes.ts'
import { no } from '../http/answer.ts'
import { resultOf } from '../http/api-gateway.ts'

export type Api = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>

/** Answers what is not of the API (pages, the mailbox); undefined where it has nothing to say. */
export type Aside = (request: {
  readonly method: string
  readonly url: URL
  readonly body: string
}) => Promise<{ readonly status: number; readonly type: string; readonly body: string | Uint8Array } | undefined>

// API Gateway takes no more than this either.
const maxBytes = 10 * 1024 * 1024

type Match = { readonly line: Route; readonly params: Readonly<Record<string, string>> }

const matchers = Object.values(routes as Readonly<Record<string, Route>>).map((line) => ({
  line,
  parts: line.path.split('/').map((part) => ({ part, name: /^\{(\w+)\}$/.exec(part)?.[1] })),
}))

/** What API Gateway does before it calls a function: path to line, and the parameters in it. A fixed part wins. */
const matching = (method: string, path: string): Match | { readonly allow: readonly string[] } => {
  const given = path.split('/')
  const fitting = matchers
    .filter(
      ({ parts }) =>
        parts.length === given.length && parts.every(({ part, name }, i) => name !== undefined || part === given[i]),
    )
    .sort((a, b) => fixed(b.parts) - fixed(a.parts))
  const found = fitting.find(({ line }) => line.method === method)
  if (!found) return { allow: fitting.map(({ line }) => line.method) }
  const params = found.parts.flatMap(({ name }, i) => (name ? [[name, decoded(given[i] ?? '')]] : []))
  return { line: found.line, params: Object.fromEntries(params) }
}

const fixed = (parts: readonly { readonly name: string | undefined }[]): number =>
  parts.filter(({ name }) => !name).length

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    // Not a path anyone could mean; as it stands it names nothing.
    return text
  }
}

/** The event API Gateway would make of a request (payload 2.0). */
export const eventOf = (
  request: Pick<IncomingMessage, 'method' | 'headers'>,
  url: URL,
  { line, params }: Match,
  body: string,
): APIGatewayProxyEventV2 => {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  )
  const query: Record<string, string> = {}
  for (const [name, value] of url.searchParams) query[name] = name in query ? `${query[name]},${value}` : value
  return {
    version: '2.0',
    routeKey: routeKey(line),
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers,
    queryStringParameters: query,
    pathParameters: params,
    body,
    isBase64Encoded: false,
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName: url.host,
      domainPrefix: 'local',
      stage: '$default',
      requestId: randomUUID(),
      routeKey: routeKey(line),
      time: '',
      timeEpoch: 0,
      http: {
        method: request.method ?? 'GET',
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: '',
      },
    },
  }
}

const bodyOf = async (request: IncomingMessage): Promise<string | undefined> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > maxBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** An HTTP server that does what API Gateway does, and calls what API Gateway would call. */
export const serverFor = (api: Api, aside: Aside): Server =>
  createServer((request, response) => {
    respond(api, aside, request, response).catch(() => {
      // The door answers its own defects; what reaches here is a connection that broke.
      response.destroy()
    })
  })

const respond = async (api: Api, aside: Aside, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  const method = request.method ?? 'GET'
  const body = await bodyOf(request)
  const send = ({ statusCode, headers, body: answer }: APIGatewayProxyStructuredResultV2) =>
    response.writeHead(statusCode ?? 200, headers as Record<string, string>).end(answer)

  if (body === undefined) {
    send(resultOf(no({ kind: 'too-large', maxBytes })))
    return
  }
  const beside = await aside({ method, url, body })
  if (beside) {
    response.writeHead(beside.status, { 'content-type': beside.type, 'cache-control': 'no-store' }).end(beside.body)
    return
  }
  const match = matching(method, url.pathname)
  if ('line' in match) send(await api(eventOf(request, url, match, body)))
  else if (match.allow.length > 0) send(resultOf(no({ kind: 'method-not-allowed', allow: match.allow })))
  else send(resultOf(no({ kind: 'no-such-route' })))
}
