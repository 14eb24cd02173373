import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { selfSigned } from './certificate.ts'

/** A request as it reached the stub. `target` is the operation that AWS's JSON protocols name in a header. */
export type Seen = {
  readonly method: string
  readonly path: string
  readonly target: string
  readonly body: any
}
export type Reply = { readonly status?: number; readonly type?: string; readonly body: unknown }

/** A server on this machine that says what it is told to say, and remembers what it was asked. */
export type Stub = {
  readonly url: string
  readonly seen: Seen[]
  /** What to trust, to trust it; empty for plain HTTP. */
  readonly certificate: string
  readonly stop: () => Promise<void>
}

const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of request as AsyncIterable<Uint8Array>) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

const bodyIn = (text: string, type = ''): unknown => {
  if (type.includes('json')) return JSON.parse(text)
  return type.includes('urlencoded') ? Object.fromEntries(new URLSearchParams(text)) : text
}

type Answers = (seen: Seen) => Reply | Promise<Reply>

const listening = (answer: Answers, seen: Seen[]): RequestListener => {
  const respond = async (request: IncomingMessage) => {
    const { method = '', url: path = '', headers } = request
    const target = String(headers['x-amz-target'] ?? '').split('.')[1] ?? ''
    const asked = { method, path, target, body: bodyIn(await textOf(request), headers['content-type']) }
    seen.push(asked)
    return answer(asked)
  }
  return (request, response) => {
    void respond(request).then(({ status = 200, type = 'application/x-amz-json-1.1', body }) =>
      response.writeHead(status, { 'content-type': type }).end(typeof body === 'string' ? body : JSON.stringify(body)),
    )
  }
}

/** Starts a stub; over TLS, with a certificate of its own making, where `secure`. */
export const startStub = async (answer: Answers, { secure = false } = {}): Promise<Stub> => {
  const seen: Seen[] = []
  const identity = secure ? selfSigned() : undefined
  const server = identity
    ? createSecureServer(identity, listening(answer, seen))
    : createServer(listening(answer, seen))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    seen,
    certificate: identity?.cert ?? '',
    url: `${secure ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A stub for the length of one test. */
export const stubSaying = async (answer: Answers): Promise<Stub> => {
  const stub = await startStub(answer)
  onTestFinished(stub.stop)
  return stub
}

/** An error as AWS's JSON protocols spell it. */
export const fault = (type: string, message = '', status = 400): Reply => ({
  status,
  body: { __type: type, message },
})

/** A stub that gives these replies one after another, and then fails. */
export const saying = (...replies: readonly Reply[]): Promise<Stub> => {
  const left = [...replies]
  return stubSaying(() => left.shift() ?? fault('InternalError', 'nothing more to say', 500))
}

/** How a client reaches a stub: no second try, and credentials that nobody looks at. */
export const at = (endpoint: string) => ({
  endpoint,
  region: 'ap-northeast-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  maxAttempts: 1,
})
