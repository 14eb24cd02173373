import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { askAs, until, type Reply } from '../story/client.ts'
import { startInVain, startServer, type Server } from './server.ts'

const folders: string[] = []
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-engine-'))
  folders.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** One that ended and was not asked after is no process any more, though its number is still taken. */
const isThere = (pid: number): boolean =>
  existsSync(`/proc/${pid}/stat`) && !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
const noteIn = (folder: string): { readonly pid: number; readonly endpoint: string } =>
  JSON.parse(readFileSync(join(folder, 'engine.json'), 'utf8'))

describe('a server and its engine (9)', () => {
  const folder = newFolder()
  let server: Server
  beforeAll(async () => {
    server = await startServer(folder)
  })
  afterAll(() => server.stop())

  test('an engine that is killed is started again; meanwhile there is 503 with a time, and then all is there', async () => {
    const admin = await askAs(server.url, 'admin@entity.example.jp')
    const before = (await admin.get('/v1/resellers')).text
    const pid = server.killEngine()
    const answers: Reply[] = []
    await until(async () => {
      const answer = await admin.get('/v1/resellers')
      answers.push(answer)
      return answer.status === 200 || undefined
    }, 'the engine')
    expect((await admin.get('/v1/resellers')).text).toBe(before)
    expect(noteIn(folder).pid).not.toBe(pid)
    expect(answers.length).toBeGreaterThan(1)
    for (const { status, headers, body } of answers.slice(0, -1)) {
      expect(body).toMatchObject({ kind: 'unavailable', retryable: true, status: 503 })
      expect([status, Number(headers.get('retry-after')) > 0]).toEqual([503, true])
    }
  })

  test('another server on the same folder does not start, says whose it is, and harms nothing', async () => {
    const { code, said } = await startInVain(folder)
    expect(code).toBe(1)
    expect(said).toContain(folder)
    expect(said).toMatch(/別のサーバー（プロセス番号 \d+）/)
    expect(said).not.toMatch(/\n {4}at /)
    await askAs(server.url, 'admin@entity.example.jp')
  })

  test('a copy made while it runs has an engine of its own, and what is done there is not done here', async () => {
    const copy = `${folder}-copy`
    folders.push(copy)
    cpSync(folder, copy, { recursive: true })
    const there = await startServer(copy)
    expect(there.endpoint()).not.toBe(server.endpoint())
    const operator = await askAs(there.url, 'operator@musubi.example.jp')
    const body = { mail: 'only@there.example.jp', name: '写し 太郎', role: 'ipa' }
    expect((await operator.post('/v1/members', body, { key: 'only-there' })).status).toBe(201)
    await there.stop()
    const here = await askAs(server.url, 'operator@musubi.example.jp')
    expect((await here.post('/v1/members', body, { key: 'only-there' })).headers.get('idempotency-replayed')).toBeNull()
  })
})

describe('a server that was killed', () => {
  test('leaves a folder that can be taken over, with the engine it left', async () => {
    const folder = newFolder()
    const first = await startServer(folder)
    const { pid } = noteIn(folder)
    await first.kill('server')
    expect(isThere(pid)).toBe(true)
    const second = await startServer(folder)
    expect(noteIn(folder).pid).toBe(pid)
    await second.stop()
    expect(isThere(pid)).toBe(false)
    expect(readdirSync(folder).filter((name) => name.endsWith('.json'))).toEqual([])
  })

  test.each([
    ['cut short', '{"pid":12'],
    ['empty', ''],
    ['of another kind', '[]'],
    [
      'of a process that is gone',
      '{"pid":4194303,"born":"1","name":"dynoxide","endpoint":"http://127.0.0.1:9","folder":"1:1"}',
    ],
  ])('notes in its folder that are %s stop nobody (16)', async (_, text) => {
    const folder = newFolder()
    for (const name of ['engine.json', 'server.json']) writeFileSync(join(folder, name), text)
    const server = await startServer(folder)
    await askAs(server.url, 'admin@entity.example.jp')
    await server.stop()
  })
})

describe('a server that cannot start says why, and leaves nothing running (16)', () => {
  const taken = createServer()
  beforeAll(() => new Promise<void>((resolve) => void taken.listen(0, '127.0.0.1', resolve)))
  afterAll(() => void taken.close())
  let folder = ''
  afterEach(() => {
    expect(existsSync(join(folder, 'engine.json'))).toBe(false)
    expect(existsSync(join(folder, 'server.json'))).toBe(false)
  })

  const says = async (more: Readonly<Record<string, string>>, ...words: readonly (string | RegExp)[]) => {
    folder = newFolder()
    const { code, said } = await startInVain(folder, more)
    expect(code).toBe(1)
    for (const word of words) expect(said).toMatch(word)
    expect(said).toMatch(/[ぁ-ん]/)
    expect(said).not.toMatch(/\n {4}at /)
  }

  test('a port that is taken', () => {
    const { port } = taken.address() as AddressInfo
    return says({ MUSUBI_PORT: String(port) }, String(port), 'MUSUBI_PORT')
  })

  test.each(['abc', '-1', '70000', '1.5'])('a port that is none: %s', (port) =>
    says({ MUSUBI_PORT: port }, 'MUSUBI_PORT', port),
  )

  test.each(['yesterday', '2026-10-01', '2026-10-01T09:00:00'])('a clock that is none: %s', (moment) =>
    says({ MUSUBI_CLOCK: moment }, 'MUSUBI_CLOCK', moment),
  )

  test('a folder that is a file', () => {
    const file = join(newFolder(), 'file')
    writeFileSync(file, '')
    return says({ MUSUBI_DATA: file }, file, 'MUSUBI_DATA')
  })

  test('a folder in which there is no data of an engine', async () => {
    folder = newFolder()
    writeFileSync(join(folder, 'dynoxide.db'), 'no database '.repeat(1_000))
    const { code, said } = await startInVain(folder)
    expect([code, said.includes(folder), said.includes('engine.log')]).toEqual([1, true, true])
  })

  test('an endpoint at which nobody is, and one that is none', async () => {
    await says({ DYNAMODB_ENDPOINT: 'http://127.0.0.1:9' }, 'DYNAMODB_ENDPOINT', '127.0.0.1:9')
    await says({ DYNAMODB_ENDPOINT: 'dynamo' }, 'DYNAMODB_ENDPOINT', 'dynamo')
  })
})

describe('what a server keeps is for nobody else on the machine (15)', () => {
  test('folders 0700 and files 0600, those of its engine and of an earlier version too', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'old'), '', { mode: 0o644 })
    chmodSync(folder, 0o755)
    const server = await startServer(folder)
    const open = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => (statSync(path).mode & 0o077) !== 0)
    const { mode } = statSync(folder)
    await server.stop()
    expect(open).toEqual([])
    expect(mode & 0o777).toBe(0o700)
  })
})
