import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
    // Until its log can be written it cannot begin again: so what is answered meanwhile is seen, however quick it is.
    const log = join(folder, 'engine.log')
    rmSync(log)
    mkdirSync(log)
    const pid = server.killEngine()
    const answers: Reply[] = []
    const answered = (status: number) => async () => {
      const answer = await admin.get('/v1/resellers')
      answers.push(answer)
      return answer.status === status || undefined
    }
    await until(answered(503), 'its absence')
    rmdirSync(log)
    await until(answered(200), 'the engine')
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
    // It was the child of a server that is gone: whoever adopted it takes note of its end in its own time.
    await until(async () => !isThere(pid) || undefined, 'the end of the engine')
    expect(readdirSync(folder).filter((name) => name === 'engine.json' || name === 'server.json')).toEqual([])
  })

  test.each([
    ['cut short', '{"pid":12'],
    ['empty', ''],
    ['of another kind', '[]'],
    [
      'of a process that is gone',
      '{"pid":4194303,"born":"1","name":"dynoxide","endpoint":"http://127.0.0.1:9","folder":"1:1"}',
    ],
  ])('notes in its folder that are %s stop nobody (attack 16)', async (_, text) => {
    const folder = newFolder()
    for (const name of ['engine.json', 'server.json']) writeFileSync(join(folder, name), text)
    const server = await startServer(folder)
    const { status } = await (await askAs(server.url, 'admin@entity.example.jp')).get('/v1/me')
    await server.stop()
    expect(status).toBe(200)
  })
})

describe('a server that cannot start says why, and leaves nothing running (attack 16)', () => {
  const taken = createServer()
  beforeAll(() => new Promise<void>((resolve) => void taken.listen(0, '127.0.0.1', resolve)))
  afterAll(() => void taken.close())

  /** What it says in a folder of its own: in Japanese too, and never by a stack. */
  const said = async (more: Readonly<Record<string, string>>): Promise<string> => {
    const folder = newFolder()
    const { code, said: words } = await startInVain(folder, more)
    const left = readdirSync(folder).filter((name) => name === 'engine.json' || name === 'server.json')
    const isPlain = code === 1 && /[ぁ-ん]/.test(words) && !/\n {4}at /.test(words) && left.length === 0
    return isPlain ? words : `ended with ${code}, left ${left.join()}, and not in plain words: ${words}`
  }

  test('a port that is taken', async () => {
    const port = String((taken.address() as AddressInfo).port)
    expect(await said({ MUSUBI_PORT: port })).toMatch(new RegExp(`^\\n起動できません。ポート ${port} .*MUSUBI_PORT`))
  })

  test.each([
    ['MUSUBI_PORT', 'abc'],
    ['MUSUBI_PORT', '-1'],
    ['MUSUBI_PORT', '70000'],
    ['MUSUBI_PORT', '1.5'],
    ['MUSUBI_CLOCK', 'yesterday'],
    ['MUSUBI_CLOCK', '2026-10-01'],
    ['MUSUBI_CLOCK', '2026-10-01T09:00:00'],
    ['DYNAMODB_ENDPOINT', 'dynamo'],
  ])('a setting that is none: %s=%s', async (name, given) => {
    expect(await said({ [name]: given })).toContain(`設定 ${name} の値「${given}」は使えません。`)
  })

  test('a folder that is a file', async () => {
    const file = join(newFolder(), 'file')
    writeFileSync(file, '')
    expect(await said({ MUSUBI_DATA: file })).toContain(`データフォルダ ${file} に書き込めません`)
  })

  test('an endpoint at which nobody is', async () => {
    expect(await said({ DYNAMODB_ENDPOINT: 'http://127.0.0.1:9' })).toMatch(
      /DYNAMODB_ENDPOINT の http:\/\/127\.0\.0\.1:9/,
    )
  })

  test('a folder in which there is no data of an engine', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'dynoxide.db'), 'no database '.repeat(1_000))
    const { code, said } = await startInVain(folder)
    expect([code, said.includes(folder), said.includes('engine.log')]).toEqual([1, true, true])
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
