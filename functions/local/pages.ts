import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Trouble } from '../../shared/api/problem.ts'
import { ok, refuse, type Result } from '../../shared/domain/result.ts'
import type { Mailbox } from '../adapters/mailbox.ts'
import { filesIn, filesOut, type UploadsHere } from '../adapters/files/uploads-here.ts'
import { no } from '../http/answer.ts'
import { people } from './demo.ts'
import { throughDoor } from './file-doors.ts'
import type { LocalIssuer } from './issuer.ts'
import { noSuchPage, pageOf } from './page-of.ts'
import type { Aside } from './server.ts'

const web = fileURLToPath(new URL('../../web/', import.meta.url))
const swagger = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
}

const file = (folder: string, path: string) => {
  const type = types[extname(path)]
  const inside = normalize(path)
  if (!type || inside.startsWith('..')) return undefined
  try {
    return { status: 200, type, body: new Uint8Array(readFileSync(join(folder, inside))) }
  } catch (error) {
    // Nothing there under that name, or something that is no file.
    const { code = '' } = error as NodeJS.ErrnoException
    if (!['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes(code)) throw error
    return undefined
  }
}

const page = (path: string) => {
  const found = pageOf(path)
  if (found && 'goTo' in found) return { status: 302, type: 'text/plain', body: '', headers: { location: found.goTo } }
  const held = found && file(web, found.file.slice(1))
  return held ?? { status: 404, type: 'text/html; charset=utf-8', body: noSuchPage }
}

const json = (status: number, value: unknown) => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
})

const problem = (trouble: Trouble) => {
  const { status, headers, body } = no(trouble)
  return { status, type: headers['content-type'] ?? '', body }
}

/** Mail address whose token is asked for. */
const mailIn = (body: string): Result<string, Trouble> => {
  const why = { ja: '{"mail": "…"} の形で、メールアドレスを入れてください。', en: 'Give an address as {"mail": "…"}.' }
  try {
    const said: unknown = JSON.parse(body)
    const mail = typeof said === 'object' && said !== null && 'mail' in said ? said.mail : undefined
    return typeof mail === 'string' ? ok(mail) : refuse({ kind: 'malformed', errors: [{ where: 'mail', why }] })
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return refuse({ kind: 'not-json' })
  }
}

const apiPage = `<!doctype html>
<html lang="ja">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Musubi API</title>
    <link rel="stylesheet" href="/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="api"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script>SwaggerUIBundle({ url: '/v1/openapi.json', dom_id: '#api', docExpansion: 'none', persistAuthorization: true })</script>
  </body>
</html>`

/**
 * Pages beside the API on this machine: those that CloudFront serves on AWS, the API page, and, only here, a mailbox to
 * read and tokens to take.
 */
export const pagesBeside =
  (mailbox: Mailbox, issuer: LocalIssuer, uploads: UploadsHere): Aside =>
  async ({ method, url, type, body }) => {
    const { pathname, searchParams } = url
    if (pathname.startsWith(filesIn) || pathname.startsWith(filesOut))
      return throughDoor(uploads, { method, pathname, type, body })
    if (method === 'POST' && pathname === '/local/tokens') {
      const asked = mailIn(body.toString('utf8'))
      if (!asked.ok) return problem(asked.refusal)
      const made = await issuer.tokenFor(asked.value)
      return made ? json(200, made) : problem({ kind: 'not-found', what: 'mail' })
    }
    if (method !== 'GET' && method !== 'HEAD') return undefined
    switch (pathname) {
      case '/local/mailbox':
        return json(200, mailbox.read(searchParams.get('to') ?? undefined))
      case '/.well-known/jwks.json':
        return json(200, await issuer.jwks())
      case '/docs':
      case '/docs/':
        return { status: 200, type: 'text/html; charset=utf-8', body: apiPage }
      case '/settings.json':
        return json(200, { signIn: { kind: 'local', people } })
      default:
        if (pathname.startsWith('/docs/')) return file(swagger, pathname.slice('/docs/'.length))
        return pathname === '/v1' || pathname.startsWith('/v1/') ? undefined : page(pathname)
    }
  }
