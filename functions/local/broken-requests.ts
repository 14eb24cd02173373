import { STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Trouble } from '../../shared/api/problem.ts'
import { no } from '../http/answer.ts'

/** Limit on the headers a server here reads; API Gateway takes no more than 10 KB. */
export const maxHeaderBytes = 16 * 1_024

const lingerMs = 2_000

/**
 * Has a server answer with a problem document what Node would cut off or answer in words of its own: what is no HTTP,
 * headers without end, requests that stop halfway, CONNECT, and expectations nobody knows.
 */
export const answerBrokenRequests = (server: Server): void => {
  const underWay = new WeakMap<object, { readonly request: IncomingMessage; readonly response: ServerResponse }>()
  const answered = new WeakSet<object>()
  server.prependListener('request', (request, response) => void underWay.set(request.socket, { request, response }))

  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // Bytes behind an error so answered are read and forgotten: to close on them would lose the answer on its way.
    if (answered.has(socket)) return
    answered.add(socket)
    const trouble = troubleOf(error)
    const current = underWay.get(socket)
    if (!current || current.response.writableFinished) closeWith(socket as Socket, trouble)
    else if (current.request.complete) current.response.once('finish', () => closeWith(socket as Socket, trouble))
    else sayInstead(current.response, trouble)
  })
  server.on('connect', (_, socket) =>
    closeWith(socket as Socket, { kind: 'method-not-allowed', allow: ['GET', 'POST'] }),
  )
  // An expectation nobody here knows may be left unmet (RFC 9110, 10.1.1).
  server.on('checkExpectation', (request, response) => void server.emit('request', request, response))
}

/** Answers a request with a problem document and closes its connection; nothing where an answer has begun. */
export const sayInstead = (response: ServerResponse, trouble: Trouble): void => {
  if (response.headersSent || response.destroyed) return
  const { status, headers, body } = no(trouble)
  const bytes = Buffer.from(body)
  response.writeHead(status, { ...headers, 'content-length': bytes.length, connection: 'close' })
  const { req: request } = response
  if (request.complete) {
    response.end(bytes)
    return
  }
  // The whole answer is out; the end waits for a sender that is still sending, or it would read a reset instead.
  response.write(bytes)
  const end = () => void response.end()
  const patience = setTimeout(end, lingerMs)
  request.once('close', () => {
    clearTimeout(patience)
    end()
  })
  request.resume()
}

const troubleOf = ({ code }: NodeJS.ErrnoException): Trouble => {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return { kind: 'headers-too-large', maxBytes: maxHeaderBytes }
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { kind: 'too-slow' }
    default:
      return { kind: 'not-http' }
  }
}

/** Writes a problem document to a connection that no request came of, and closes it. */
const closeWith = (socket: Socket, trouble: Trouble): void => {
  if (!socket.writable) return
  const { status, headers, body } = no(trouble)
  const lines = Object.entries({ ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' })
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${head}\r\n${String(body)}`)
  const patience = setTimeout(() => socket.destroy(), lingerMs)
  socket.once('close', () => clearTimeout(patience))
}
