import { randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { subOfMail } from '../../functions/adapters/accounts-by-mail.ts'
import { signerInFile } from '../../functions/adapters/key-files.ts'
import { eventFor } from '../../functions/local/server.ts'
import { tableOn } from '../../functions/local/table.ts'
import { envOf } from '../../shared/wiring/env.ts'
import { figure } from '../support/figures.ts'
import { newHouse } from '../support/house.ts'
import { corporateNumber, good } from '../support/parties.ts'
import { awsAround, bundlesIn, handlerIn, kibibytesOf, type Around } from './support/bundles.ts'
import { functionNames, type Deployed } from './support/deployed.ts'
import { deployedHouse, type AnyHouse } from './support/deployed-house.ts'
import { tell, writtenDown, type Line } from './support/story.ts'
import { synthesised, templateOf, type Synthesised } from './support/synth.ts'

/** Words of the tests, of this machine's server, and of what was to be left out of a bundle. */
const foreign = ['test/support', 'example.jp', 'dynoxide', 'MUSUBI_', 'mailbox', 'SSOClient', 'Afghanistan']

const folder = mkdtempSync(join(tmpdir(), 'musubi-pool-'))
const poolKey = signerInFile(folder, 'pool')
let synth: Synthesised
let deployed: Deployed
let bundles: ReturnType<typeof bundlesIn>
let around: Around
let there: AnyHouse

beforeAll(async () => {
  const before = performance.now()
  synth = synthesised({ bundled: true })
  deployed = templateOf(synth)
  figure('infra: synth seconds', Math.round((performance.now() - before) / 100) / 10)
  bundles = bundlesIn(synth.folder, deployed)
  const table = await tableOn(inject('endpoint'), `t-${randomUUID()}`)
  around = await awsAround(inject('endpoint'), table.name, poolKey, join(dirname(bundles.prints), 'print'))
  there = deployedHouse(bundles, around, table, poolKey)
  // Seven bundles and sixty megabytes beside one of them, on a machine that may have other things to do.
}, 300_000)
afterAll(async () => {
  await around.stop()
  synth.clear()
  rmSync(folder, { recursive: true })
})

describe('bundles', () => {
  test.each(functionNames)('%s is small, and has nothing of the tests in it', (name) => {
    const size = kibibytesOf(bundles[name])
    figure(`infra: bundle ${name} KiB`, size)
    // The holidays of eighty years are 170 of these, the lengths of the world's phone numbers 195, the verifier 37, the names of all events 20, QR codes 14. What
    // seals, and what looks into a PDF that was sent, has a library for PDF in it; what seals one for ASN.1 as well.
    expect(size).toBeLessThan(name === 'work' || name === 'commands' ? 3_200 : 2_200)
    const text = readFileSync(bundles[name], 'utf8')
    expect(foreign.filter((word) => text.includes(word))).toEqual([])
  })
})

describe('what lies beside the function that prints', () => {
  const beside = () => readdirSync(dirname(bundles.prints), { recursive: true, encoding: 'utf8' })

  test('is its templates, its compiler and its two fonts, and no more than a function may weigh', () => {
    const folder = dirname(bundles.prints)
    const mebibytes = beside().reduce((sum, file) => sum + statSync(join(folder, file)).size, 0) / 2 ** 20
    figure('infra: asset prints MiB', Math.round(mebibytes))
    // Lambda unpacks at most 250 MiB; the compiler alone is about 52.
    expect(mebibytes).toBeLessThan(80)
    expect(beside().filter((file) => file.endsWith('.ttf'))).toHaveLength(2)
    expect(
      beside()
        .filter((file) => file.endsWith('.typ'))
        .sort(),
    ).toEqual(
      readdirSync('functions/adapters/documents/typst')
        .filter((file) => file.endsWith('.typ'))
        .map((file) => join('print', file))
        .sort(),
    )
  })

  test('is beside the worker that seals as well, and beside no other', () => {
    expect(readdirSync(dirname(bundles.work))).toEqual(expect.arrayContaining(['node_modules', 'print']))
    for (const name of functionNames.filter((one) => one !== 'prints' && one !== 'work'))
      expect(readdirSync(dirname(bundles[name])), name).not.toContain('node_modules')
  })
})

describe('the house as deployed', () => {
  let heres: readonly Line[] = []
  let theres: readonly Line[] = []
  let letters: readonly (readonly string[])[] = []
  // Each telling has its own parties, counted from one.
  const parties = async () => {
    vi.resetModules()
    return { ...(await import('../support/parties.ts')), ...(await import('../support/signing.ts')) }
  }
  beforeAll(async () => {
    // Both houses have the one moment, so that days and hours must agree to the letter.
    const now = '2026-10-01T09:00:00+09:00'
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) })
    const deployedOne = writtenDown(there)
    await tell(deployedOne.house, await parties())
    theres = deployedOne.lines
    const inProcess = writtenDown(await newHouse({ now }))
    await tell(inProcess.house, await parties())
    heres = inProcess.lines
    letters = [deployedOne.letters(), inProcess.letters()]
    vi.useRealTimers()
    figure('infra: answers compared', theres.length)
  })

  test('answers a whole story as the house in this process does: status, headers and bodies', () => {
    expect(theres.map(({ asked, status }) => `${status} ${asked}`)).toEqual(
      heres.map(({ asked, status }) => `${status} ${asked}`),
    )
    for (const [index, line] of theres.entries()) expect(line).toEqual(heres[index])
  })

  test('writes the same letters and messages to the same people', () => {
    expect(letters[0]?.length).toBeGreaterThan(3)
    expect(letters[0]).toEqual(letters[1])
  })

  test('the story meets every kind of answer: good, replayed, refused in every way it tries', () => {
    const statuses = new Set(theres.map(({ status }) => status))
    expect([...statuses]).toEqual(expect.arrayContaining([200, 201, 202, 400, 401, 403, 404, 405, 410, 413, 415, 422]))
    expect(theres.some(({ headers }) => JSON.stringify(headers).includes('idempotency-replayed'))).toBe(true)
  })
})

describe('what only the deployed house has', () => {
  const operator = { role: 'operator', sub: 'operator' } as const
  const entity = (n: number) => ({
    name: '架空実施株式会社',
    corporateNumber: corporateNumber(300_000 + n),
    admin: { mail: `late${n}@entity.example.jp`, name: '管理 太郎' },
  })

  test('the pool’s keys are fetched over TLS, once by each function that believes tokens', () => {
    expect(around.keysAsked()).toBe(['commands', 'queries', 'prints'].length)
  })

  test('the claims that the pool asks for open the door, and only to what they name', async () => {
    const given = entity(1)
    const { entityId } = good(await there.as(operator).post('/v1/implementing-entities', given))
    const sub = subOfMail(given.admin.mail)
    const { response } = await handlerIn(bundles.claims, 'claims')(
      { request: { userAttributes: { sub }, groupConfiguration: { groupsToOverride: [] } }, response: {} },
      {},
    )
    const claims = response.claimsAndScopeOverrideDetails.accessTokenGeneration.claimsToAddOrOverride
    expect(claims).toEqual({ role: 'entityAdmin', entityId })
    const ask = there.withToken(await there.tokenFor({ sub, ...claims }))
    const is = { sub, role: 'entityAdmin', tenant: entityId, company: given.name }
    const memberships = [{ ...is, stage: 'active', current: true }]
    const reached = { name: given.admin.name, mail: given.admin.mail, mailBounced: null }
    expect(good(await ask.get('/v1/me'))).toEqual({ ...is, ...reached, memberships })
    expect((await ask.post('/v1/implementing-entities', entity(2))).status).toBe(403)
  })

  test('when time is up it does not say what it does not know; the same key finds the answer later', async () => {
    const headers = {
      authorization: `Bearer ${await there.tokenFor(operator)}`,
      'content-type': 'application/json',
      'idempotency-key': 'late',
    }
    const send = (ms: number) =>
      handlerIn(bundles.commands, 'commands')(
        eventFor('POST', '/v1/implementing-entities', headers, JSON.stringify(entity(3))),
        { getRemainingTimeInMillis: () => ms },
      )
    const early = await send(400)
    expect(early.statusCode).toBe(503)
    expect(JSON.parse(early.body)).toMatchObject({ kind: 'outcome-unknown', retryable: true })
    const answers = [await send(10_000), await send(10_000)]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201])
    expect(answers[0].body).toBe(answers[1].body)
  })

  test('the sweep goes round and finds nothing left', async () => {
    await there.settle()
    const said = vi.spyOn(console, 'log').mockReturnValue()
    await handlerIn(bundles.sweep, 'sweep')({}, { getRemainingTimeInMillis: () => 50_000 })
    // What was due in the story is late or not by the clock of the day the test runs on.
    const [watched, overdue, reminded, ahead] = Array.from({ length: 4 }, () => expect.any(Number) as number)
    const figures = {
      owed: 0,
      failed: 0,
      oldestOwedSeconds: 0,
      turns: 0,
      watched,
      exportsCleared: 0,
      overdue,
      reminded,
      ahead,
      digests: 0,
    }
    expect(said.mock.calls).toEqual([[{ what: 'swept', ...figures }]])
    said.mockRestore()
  })

  test.each(functionNames)('%s says at once what it was not told', (name) => {
    const [forgotten = ''] = Object.keys(envOf[name].shape)
    const told = process.env[forgotten]
    delete process.env[forgotten]
    const { cache } = createRequire(import.meta.url)
    delete cache[bundles[name]]
    expect(() => handlerIn(bundles[name], name)).toThrow(forgotten)
    process.env[forgotten] = told
  })
})
