import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startOfDayInJapan, type Instant } from '../../../shared/domain/plain-date.ts'
import type { Clock } from '../../../functions/ports/dependencies.ts'

type Version = {
  readonly id: string
  readonly bytes: Buffer
  readonly type: string
  readonly checksum: string
  until: Instant
  held: boolean
}
type Said = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}
export type Asked = { readonly method: string; readonly path: string; readonly headers: IncomingHttpHeaders }

const refused = (status: number, code: string): Said => ({
  status,
  body: `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`,
})
const tenYearsOn = (now: Instant): Instant =>
  startOfDayInJapan(`${Number(now.slice(0, 4)) + 10}${now.slice(4, 10)}` as never)

/**
 * A bucket with versions and Object Lock in COMPLIANCE mode, ten years by default, as far as the vault asks it: what
 * AWS documents, refusals included, on a clock it is given.
 */
export const bucketKeeping = (clock: Clock) => {
  const kept = new Map<string, Version>()

  const put = (key: string, bytes: Buffer, headers: IncomingHttpHeaders): Said => {
    if (headers['if-none-match'] === '*' && kept.has(key)) return refused(412, 'PreconditionFailed')
    const checksum = createHash('sha256').update(bytes).digest('base64')
    if (headers['x-amz-checksum-sha256'] !== checksum) return refused(400, 'BadDigest')
    const asked = headers['x-amz-object-lock-retain-until-date']
    const until = asked ? (new Date(String(asked)).toISOString() as Instant) : tenYearsOn(clock.now())
    if (until <= clock.now()) return refused(400, 'InvalidArgument')
    if (asked && headers['x-amz-object-lock-mode'] !== 'COMPLIANCE') return refused(400, 'InvalidArgument')
    const held = headers['x-amz-object-lock-legal-hold'] === 'ON'
    kept.set(key, { id: randomUUID(), bytes, checksum, until, held, type: String(headers['content-type']) })
    return { status: 200 }
  }
  const described = (version: Version) => ({
    'content-type': version.type,
    'content-length': String(version.bytes.length),
    'x-amz-version-id': version.id,
    'x-amz-checksum-sha256': version.checksum,
    'x-amz-checksum-type': 'FULL_OBJECT',
    'x-amz-object-lock-mode': 'COMPLIANCE',
    'x-amz-object-lock-retain-until-date': version.until,
    ...(version.held ? { 'x-amz-object-lock-legal-hold': 'ON' } : {}),
  })
  const retain = (version: Version, body: string): Said => {
    const until = new Date(/<RetainUntilDate>([^<]+)</.exec(body)?.[1] ?? '').toISOString() as Instant
    if (!body.includes('<Mode>COMPLIANCE</Mode>') || until < version.until) return refused(403, 'AccessDenied')
    version.until = until
    return { status: 200 }
  }
  const hold = (version: Version, body: string): Said => {
    version.held = body.includes('<Status>ON</Status>')
    return { status: 200 }
  }
  const drop = (key: string, version: Version, id: string | null): Said => {
    if (id !== version.id) return { status: 204 }
    if (version.held || clock.now() < version.until) return refused(403, 'AccessDenied')
    kept.delete(key)
    return { status: 204 }
  }

  const listed = (prefix: string): Said => {
    const names = [...kept.keys()].filter((name) => name.startsWith(prefix)).sort()
    const contents = names.map((name) => `<Contents><Key>${name}</Key></Contents>`).join('')
    return {
      status: 200,
      headers: { 'content-type': 'application/xml' },
      body: `<?xml version="1.0"?><ListBucketResult><IsTruncated>false</IsTruncated>${contents}</ListBucketResult>`,
    }
  }

  const answer = ({ method, path, headers }: Asked, body: Buffer): Said => {
    const { pathname, searchParams } = new URL(path, 'http://bucket')
    const key = pathname.split('/').slice(2).join('/')
    if (method === 'GET' && searchParams.has('list-type')) return listed(searchParams.get('prefix') ?? '')
    const version = kept.get(key)
    const isRetention = searchParams.has('retention')
    if (method === 'PUT' && !isRetention && !searchParams.has('legal-hold')) return put(key, body, headers)
    if (!version) return method === 'HEAD' ? { status: 404 } : refused(404, 'NoSuchKey')
    if (method === 'PUT') return (isRetention ? retain : hold)(version, body.toString('utf8'))
    if (method === 'DELETE') return drop(key, version, searchParams.get('versionId'))
    return { status: 200, headers: described(version), body: method === 'HEAD' ? '' : version.bytes }
  }
  return { answer, kept }
}

/** The bucket behind a server on this machine, and what it was asked. */
export const startBucket = async (clock: Clock) => {
  const { answer, kept } = bucketKeeping(clock)
  const seen: Asked[] = []
  const respond = async (request: IncomingMessage): Promise<Said> => {
    const chunks: Uint8Array[] = []
    for await (const chunk of request as AsyncIterable<Uint8Array>) chunks.push(chunk)
    const asked = { method: request.method ?? '', path: request.url ?? '', headers: request.headers }
    seen.push(asked)
    return answer(asked, Buffer.concat(chunks))
  }
  const server = createServer((request, response) => {
    void respond(request).then(({ status, headers = {}, body = '' }) => response.writeHead(status, headers).end(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    kept,
    seen,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
