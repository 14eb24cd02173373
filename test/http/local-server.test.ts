import { connect, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Unavailable } from '../../functions/ports/unavailable.ts'
import { pagesBeside } from '../../functions/local/pages.ts'
import { serverFor } from '../../functions/local/server.ts'

const told: unknown[] = []
let isUp = true
let failing: Error | undefined
let asked: string[] = []
let holding: Promise<void> | undefined
const localIssuer = {
  issuer: {} as never,
  jwks: async () => ({}),
  tokenFor: async (mail: string) => (mail === 'known@example.jp' ? { token: 't', role: 'ipa' as const } : undefined),
}
const server = serverFor(
  async ({ rawPath }) => {
    await holding
    if (failing) throw failing
    asked.push(rawPath)
    return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: '{"ok":true}' }
  },
  pagesBeside({ read: () => [] } as never, localIssuer, {} as never),
  { isUp: () => isUp, onTrouble: (_, error) => void told.push(error) },
)
let port = 0
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** Sends bytes as they are and gives everything that came back until the connection was closed. */
const sent = (bytes: string | Buffer): Promise<string> =>
  new Promise((resolve, reject) => {
    let heard = ''
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes))
    socket.on('data', (chunk) => (heard += chunk.toString('utf8')))
    socket.on('error', reject)
    socket.on('close', () => resolve(heard))
  })

const answerIn = (heard: string) => {
  const [head = '', ...rest] = heard.split('\r\n\r\n')
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]),
    type: /^content-type: (.*)$/im.exec(head)?.[1],
    body: JSON.parse(rest.join('\r\n\r\n') || 'null'),
  }
}

const host = 'Host: 127.0.0.1\r\n'
const close = 'Connection: close\r\n'
const broken: Readonly<Record<string, readonly [bytes: string, status: number, kind: string]>> = {
  'what is no HTTP': ['\u0016\u0003\u0001 hello\r\n\r\n', 400, 'not-http'],
  'a line without a version': ['GET /v1\r\n\r\n', 400, 'not-http'],
  'a method nobody knows': [`BREW /v1 HTTP/1.1\r\n${host}\r\n`, 400, 'not-http'],
  'a header without a colon': [`GET /v1 HTTP/1.1\r\n${host}nonsense\r\n\r\n`, 400, 'not-http'],
  'headers without end': [`GET /v1 HTTP/1.1\r\n${host}X: ${'x'.repeat(40_000)}\r\n\r\n`, 431, 'headers-too-large'],
  'a path without end': [`GET /${'x'.repeat(40_000)} HTTP/1.1\r\n${host}\r\n`, 431, 'headers-too-large'],
  'two lengths': [`POST /v1 HTTP/1.1\r\n${host}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`, 400, 'not-http'],
  'a length and chunks': [
    `POST /v1 HTTP/1.1\r\n${host}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    400,
    'not-http',
  ],
  'an encoding nobody knows': [`POST /v1 HTTP/1.1\r\n${host}Transfer-Encoding: zip\r\n\r\nab`, 400, 'not-http'],
  'a chunk of no length': [
    `POST /v1 HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\nzz\r\nab\r\n0\r\n\r\n`,
    400,
    'not-http',
  ],
  'a chunk broken off by another': [
    `POST /v1 HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n!\r\n`,
    400,
    'not-http',
  ],
  'a tunnel': [`CONNECT 127.0.0.1:80 HTTP/1.1\r\n${host}\r\n`, 405, 'method-not-allowed'],
  'no host': [`GET /v1 HTTP/1.1\r\n${close}\r\n`, 400, 'not-http'],
  'two hosts': [`GET /v1 HTTP/1.1\r\n${host}${host}${close}\r\n`, 400, 'not-http'],
  'all of it, at once': [`OPTIONS * HTTP/1.1\r\n${host}${close}\r\n`, 404, 'no-such-route'],
  'another scheme': [`GET ftp://127.0.0.1/v1 HTTP/1.1\r\n${host}${close}\r\n`, 404, 'no-such-route'],
  'an address that is none': [`GET http://[ HTTP/1.1\r\n${host}${close}\r\n`, 404, 'no-such-route'],
  'a token asked for without JSON': [
    `POST /local/tokens HTTP/1.1\r\n${host}${close}Content-Length: 1\r\n\r\n{`,
    400,
    'not-json',
  ],
  'a token asked for with nothing': [`POST /local/tokens HTTP/1.1\r\n${host}${close}\r\n`, 400, 'not-json'],
  'a token for null': [`POST /local/tokens HTTP/1.1\r\n${host}${close}Content-Length: 4\r\n\r\nnull`, 400, 'malformed'],
  'a token for nobody': [
    `POST /local/tokens HTTP/1.1\r\n${host}${close}Content-Length: 12\r\n\r\n{"mail":"x"}`,
    404,
    'not-found',
  ],
}

describe('every request to a server here is answered by a problem document (attack 14)', () => {
  test.each(Object.entries(broken))('%s', async (_, [bytes, status, kind]) => {
    const heard = await sent(bytes)
    const answer = answerIn(heard)
    expect(answer).toMatchObject({ status, type: 'application/problem+json; charset=utf-8', body: { status, kind } })
    expect(answer.body.title).toMatch(/[ぁ-ん]/)
  })

  test('a body too large is answered, and not cut off, while it is still being sent', async () => {
    const length = 11 * 1_024 * 1_024
    const heard = await sent(
      Buffer.concat([
        Buffer.from(`POST /v1/services HTTP/1.1\r\n${host}Content-Length: ${length}\r\n\r\n`),
        Buffer.alloc(length, 120),
      ]),
    )
    expect(answerIn(heard)).toMatchObject({ status: 413, body: { kind: 'too-large', maxBytes: 10_485_760 } })
  })

  test('one that comes behind a broken one is not taken, and one before it is answered first', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    holding = promise
    asked = []
    const heard = sent(`GET /v1/first HTTP/1.1\r\n${host}\r\nnonsense\r\n\r\nGET /v1/third HTTP/1.1\r\n${host}\r\n`)
    resolve()
    const answers = (await heard).split(/(?=HTTP\/1\.1 \d)/)
    holding = undefined
    expect(answers.map((one) => Number(one.slice(9, 12)))).toEqual([200, 400])
    expect(asked).toEqual(['/v1/first'])
  })

  test('half a request from someone who hangs up is nobody’s defect', async () => {
    told.length = 0
    const heard = await sent(`POST /v1/services HTTP/1.1\r\n${host}Content-Length: 100\r\n\r\nhalf`)
    expect(answerIn(heard)).toMatchObject({ status: 400, body: { kind: 'not-http' } })
    expect(told).toEqual([])
  })

  test.each([`/${'x'.repeat(300)}.html`, '/sign/words.js/x.js', '/index.html/.html', '/%00.html', '//nowhere/'])(
    'a path that leads nowhere is answered by a page that says so: %s',
    async (path) => {
      const heard = await sent(`GET ${path} HTTP/1.1\r\n${host}${close}\r\n`)
      expect(heard).toMatch(/^HTTP\/1\.1 404 /)
      expect(heard).toMatch(/<html lang="ja">/)
    },
  )

  test('what begins as the API does goes there, however odd', async () => {
    const heard = await sent(`GET /v1//[ HTTP/1.1\r\n${host}${close}\r\n`)
    expect(answerIn(heard)).toMatchObject({ status: 200, body: { ok: true } })
  })

  test('an expectation nobody knows is left unmet, and the request answered', async () => {
    const heard = await sent(`GET /v1/me HTTP/1.1\r\n${host}${close}Expect: miracles\r\n\r\n`)
    expect(answerIn(heard)).toMatchObject({ status: 200, body: { ok: true } })
  })

  test('a page is found by its head too, and brings none of its body', async () => {
    const heard = await sent(`HEAD / HTTP/1.1\r\n${host}${close}\r\n`)
    expect(heard).toMatch(/^HTTP\/1\.1 200 .*\r\n\r\n$/s)
  })

  test('the whole address, as it is sent to a proxy, is taken for what it names', async () => {
    asked = []
    await sent(`GET http://localhost/v1/me?x=1 HTTP/1.1\r\n${host}${close}\r\n`)
    expect(asked).toEqual(['/v1/me'])
  })

  test('a defect is told once, and answered', async () => {
    told.length = 0
    failing = new TypeError('something of ours')
    expect(answerIn(await sent(`GET /v1/me HTTP/1.1\r\n${host}${close}\r\n`))).toMatchObject({
      status: 500,
      body: { kind: 'defect' },
    })
    failing = undefined
    expect(told).toHaveLength(1)
  })
})

describe('a server here answers to its own names only (attack 15)', () => {
  const names = {
    'evil.example': 421,
    'evil.example:8787': 421,
    '127.0.0.1.evil.example': 421,
    'localhost.evil.example:1': 421,
    '[::1].evil.example': 421,
    '0.0.0.0': 421,
    '10.0.0.1': 421,
    '127.0.0.1@evil.example': 421,
    '127.0.0.1:x': 421,
    '': 421,
    '127.0.0.1': 200,
    '127.0.0.1:8787': 200,
    'LOCALHOST:8787': 200,
    '[::1]:8787': 200,
  }
  const places = ['/v1/me', '/local/mailbox', '/', '/docs', '/settings.json', '/.well-known/jwks.json']
  test.each(Object.entries(names))('%s: %i', async (name, status) => {
    for (const place of places) {
      const heard = await sent(`GET ${place} HTTP/1.1\r\nHost: ${name}\r\n${close}\r\n`)
      expect(Number(heard.slice(9, 12)), place).toBe(status)
      expect(heard.includes('/problems/wrong-host'), place).toBe(status !== 200)
    }
  })

  test('no token is given out under another name', async () => {
    const body = '{"mail":"known@example.jp"}'
    const ask = (name: string) =>
      sent(`POST /local/tokens HTTP/1.1\r\nHost: ${name}\r\n${close}Content-Length: ${body.length}\r\n\r\n${body}`)
    expect(answerIn(await ask('evil.example')).body.kind).toBe('wrong-host')
    expect(answerIn(await ask('localhost')).body.token).toBe('t')
  })

  test('an address that names another host is not for it either', async () => {
    const heard = await sent(`GET http://evil.example/v1/me HTTP/1.1\r\n${host}${close}\r\n`)
    expect(answerIn(heard).body.kind).toBe('wrong-host')
  })
})

describe('while its engine is away (attack 9)', () => {
  test.each(['/v1/me', '/v1', '/local/mailbox'])('%s is answered 503, with a time', async (place) => {
    isUp = false
    const heard = await sent(`GET ${place} HTTP/1.1\r\n${host}${close}\r\n`)
    isUp = true
    expect(answerIn(heard)).toMatchObject({ status: 503, body: { kind: 'unavailable', retryable: true } })
    expect(heard).toMatch(/^retry-after: 1\r$/m)
  })

  test('pages are there all the same', async () => {
    isUp = false
    const heard = await sent(`GET / HTTP/1.1\r\n${host}${close}\r\n`)
    isUp = true
    expect(heard).toMatch(/^HTTP\/1\.1 200/)
  })

  test('what fails because it does not answer is no defect', async () => {
    told.length = 0
    failing = new Unavailable('gone', 7)
    const heard = await sent(`GET /v1/me HTTP/1.1\r\n${host}${close}\r\n`)
    failing = undefined
    expect(answerIn(heard)).toMatchObject({ status: 503, body: { kind: 'unavailable' } })
    expect(heard).toMatch(/^retry-after: 7\r$/m)
    expect(told).toEqual([])
  })
})
