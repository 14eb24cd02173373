import { isUtf8 } from 'node:buffer'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { randomUUID } from 'node:crypto'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { routeKey } from '../../shared/api/route.ts'
import type { Trouble } from '../../shared/api/problem.ts'
import { maxFileBytes } from '../../shared/domain/file/purposes.ts'
import { filesIn } from '../adapters/files/uploads-here.ts'
import { passesIn } from '../adapters/passing.ts'
import { matching } from '../http/matching.ts'
import { answerBrokenRequests, maxHeaderBytes, sayInstead } from './broken-requests.ts'
import { isLoopback } from './loopback.ts'

export type Api = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>

/** Answers what is not of the API (pages, the mailbox); undefined where it has nothing to say. */
export type Aside = (request: {
  readonly method: string
  readonly url: URL
  readonly type: string | undefined
  readonly body: Buffer
}) => Promise<
  | {
      readonly status: number
      readonly type: string
      readonly body: string | Uint8Array
      readonly headers?: Readonly<Record<string, string>>
    }
  | undefined
>

// Headers that CloudFront puts on every page too: kept nowhere, taken for what it says it is, framed by nobody.
const always = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
}

// API Gateway takes no more than this either.
const maxBytes = 10 * 1024 * 1024

/** Bytes a body may have: where files come in, as many as a file. */
const limitOf = (method: string, url: URL | undefined): number =>
  method === 'PUT' && url?.pathname.startsWith(filesIn) ? maxFileBytes : maxBytes

/** The event API Gateway would make of a request (payload 2.0); `$default` where no line of the table fits. */
export const eventFor = (
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array,
  sourceIp = '127.0.0.1',
): APIGatewayProxyEventV2 => {
  const url = new URL(`http://127.0.0.1${path}`)
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
      http: { method, path: url.pathname, protocol: 'HTTP/1.1', sourceIp, userAgent: '' },
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

/** The body; undefined for one that is too large, which is read to its end all the same and forgotten. */
const bodyOf = (request: IncomingMessage, most: number): Promise<Buffer | undefined> =>
  new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    let size = 0
    request.on('data', (chunk: Uint8Array) => {
      size += chunk.length
      if (size <= most) chunks.push(chunk)
      else resolve(undefined)
    })
    request.once('end', () => resolve(Buffer.concat(chunks)))
    request.once('error', reject)
  })

/** Watch over a server here: whether its engine is up, and where its own defects are told. */
export type Watch = {
  readonly isUp: () => boolean
  readonly onTrouble: (what: string, error: unknown) => void
}

/** An HTTP server that does what API Gateway does, and calls what API Gateway would call. Every request is answered. */
export const serverFor = (api: Api, aside: Aside, watch: Watch): Server => {
  // A request without a Host is answered by us too, and not in words of Node's own.
  const server = createServer({ requireHostHeader: false, maxHeaderSize: maxHeaderBytes }, (request, response) => {
    respond(api, aside, watch, request, response).catch((error: unknown) => {
      // A client that sent half a request and went away is answered no more.
      if (request.destroyed && !request.complete) return
      const afterSeconds = passesIn(error)
      if (afterSeconds === undefined) watch.onTrouble(`${request.method} ${request.url?.split('?')[0]}`, error)
      sayInstead(response, afterSeconds === undefined ? { kind: 'defect' } : { kind: 'unavailable', afterSeconds })
    })
  })
  answerBrokenRequests(server)
  return server
}

const headersOf = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  )

/** Trouble with a request that is not for us: it names another host than this machine, or none, or several. */
const notForUs = ({ headers, rawHeaders }: IncomingMessage, url: URL | undefined): Trouble | undefined => {
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length
  if (hosts !== 1) return { kind: 'not-http' }
  if (!isLoopback(headers.host) || (url && !isLoopback(url.host))) return { kind: 'wrong-host' }
  return undefined
}

/** URL of a request: a path, whose two slashes at the beginning name no host, or a whole address, as to a proxy. */
const urlOf = (target: string): URL | undefined => {
  const address = target.startsWith('/') ? `http://127.0.0.1${target.replace(/^\/{2,}/, '/')}` : target
  return /^http:/i.test(address) && URL.canParse(address) ? new URL(address) : undefined
}

const respond = async (
  api: Api,
  aside: Aside,
  { isUp }: Watch,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { method = 'GET', url: target = '/' } = request
  const url = urlOf(target)
  const stranger = notForUs(request, url)
  if (stranger) return sayInstead(response, stranger)
  const most = limitOf(method, url)
  const body = await bodyOf(request, most)
  if (body === undefined) return sayInstead(response, { kind: 'too-large', maxBytes: most })
  if (!url) return sayInstead(response, { kind: 'no-such-route' })
  if (!isUp() && /^\/(v1|local)(\/|$)/.test(url.pathname))
    return sayInstead(response, { kind: 'unavailable', afterSeconds: 1 })

  const beside = await aside({ method, url, type: request.headers['content-type'], body })
  if (beside) {
    const headers = { ...always, 'content-type': beside.type, ...beside.headers }
    send(response, beside.status, headers, Buffer.from(beside.body))
    return
  }
  const answer = await api(
    eventFor(method, `${url.pathname}${url.search}`, headersOf(request), body, request.socket.remoteAddress),
  )
  const { statusCode = 200, headers, body: content = '', isBase64Encoded } = answer
  send(response, statusCode, headers ?? {}, Buffer.from(content, isBase64Encoded ? 'base64' : 'utf8'))
}

const send = (response: ServerResponse, status: number, headers: object, body: Buffer): void =>
  void response.writeHead(status, { ...headers, 'content-length': body.length }).end(body)
