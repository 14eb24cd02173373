import { isUtf8 } from 'node:buffer'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { randomUUID } from 'node:crypto'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { routeKey } from '../../shared/api/route.ts'
import { no } from '../http/answer.ts'
import { resultOf } from '../http/api-gateway.ts'
import { matching } from '../http/matching.ts'

export type Api = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>

/** Answers what is not of the API (pages, the mailbox); undefined where it has nothing to say. */
export type Aside = (request: { readonly method: string; readonly url: URL; readonly body: string }) => Promise<
  | {
      readonly status: number
      readonly type: string
      readonly body: string | Uint8Array
      readonly headers?: Readonly<Record<string, string>>
    }
  | undefined
>

// What CloudFront puts on every page too: kept nowhere, taken for what it says it is, framed by nobody.
const always = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
}

// API Gateway takes no more than this either.
const maxBytes = 10 * 1024 * 1024

/** The event API Gateway would make of a request (payload 2.0); `$default` where no line of the table fits. */
export const eventFor = (
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array,
): APIGatewayProxyEventV2 => {
  const url = new URL(path, 'http://127.0.0.1')
  const match = matching(method, url.pathname)
  const key = 'line' in match ? routeKey(match.line) : '$default'
  const query: Record<string, string> = {}
  for (const [name, value] of url.searchParams) query[name] = name in query ? `${query[name]},${value}` : value
  return {
    version: '2.0',
    routeKey: key,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers,
    queryStringParameters: query,
    pathParameters: 'line' in match ? match.params : {},
    ...carried(body),
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName: url.host,
      domainPrefix: 'local',
      stage: '$default',
      requestId: randomUUID(),
      routeKey: key,
      time: '',
      timeEpoch: 0,
      http: { method, path: url.pathname, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' },
    },
  }
}

/** Text goes as it is; what is no UTF-8 goes in base64, so that its bytes arrive. */
const carried = (body: string | Uint8Array): Pick<APIGatewayProxyEventV2, 'body' | 'isBase64Encoded'> => {
  if (typeof body === 'string') return { body, isBase64Encoded: false }
  const bytes = Buffer.from(body)
  return isUtf8(bytes)
    ? { body: bytes.toString('utf8'), isBase64Encoded: false }
    : { body: bytes.toString('base64'), isBase64Encoded: true }
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > maxBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** An HTTP server that does what API Gateway does, and calls what API Gateway would call. */
export const serverFor = (api: Api, aside: Aside): Server =>
  createServer((request, response) => {
    respond(api, aside, request, response).catch(() => {
      // The door answers its own defects; what reaches here is a connection that broke.
      response.destroy()
    })
  })

const headersOf = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  )

const respond = async (api: Api, aside: Aside, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { method = 'GET', url: path = '/' } = request
  const body = await bodyOf(request)
  const send = ({ statusCode, headers, body: answer = '', isBase64Encoded }: APIGatewayProxyStructuredResultV2) =>
    response
      .writeHead(statusCode ?? 200, headers as Record<string, string>)
      .end(isBase64Encoded ? Buffer.from(answer, 'base64') : answer)

  if (body === undefined) {
    send(resultOf(no({ kind: 'too-large', maxBytes })))
    return
  }
  if (!path.startsWith('/') || !URL.canParse(path, 'http://127.0.0.1')) {
    send(resultOf(no({ kind: 'no-such-route' })))
    return
  }
  // An address that begins with two slashes would name a host.
  const url = new URL(path.replace(/^\/{2,}/, '/'), 'http://127.0.0.1')
  const beside = await aside({ method, url, body: body.toString('utf8') })
  if (beside) {
    response.writeHead(beside.status, { ...always, 'content-type': beside.type, ...beside.headers }).end(beside.body)
    return
  }
  send(await api(eventFor(method, path, headersOf(request), body)))
}
