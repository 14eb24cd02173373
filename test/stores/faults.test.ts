import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { TransactionCanceledException, TransactionInProgressException } from '@aws-sdk/client-dynamodb'
import { describe, expect, test } from 'vitest'
import { tableNamed, type Table } from '../../functions/adapters/dynamodb/client.ts'
import { transact } from '../../functions/adapters/dynamodb/transact.ts'
import { clientFor } from '../../functions/local/table.ts'
import { figure } from '../support/figures.ts'
import { newHouse, type Reply } from '../support/house.ts'
import { draft, good, paper } from '../support/parties.ts'
import { sceneIn } from '../support/scene.ts'
import { rowsIn } from '../support/table-rows.ts'

const cancelled = (code: string) =>
  new TransactionCanceledException({
    $metadata: {},
    message: 'cancelled',
    CancellationReasons: [{ Code: 'None' }, { Code: code }],
  })
const ours = (name: string) => Object.assign(new Error(name), { name, $fault: 'server' })

/** What can become of a call: an error before the table saw it, or after it had done its work. */
const faults: Readonly<
  Record<string, { readonly when: 'before' | 'after'; readonly error: () => Error; readonly writes?: true }>
> = {
  'a conflict of transactions': { when: 'before', error: () => cancelled('TransactionConflict'), writes: true },
  'a throttled transaction': { when: 'before', error: () => cancelled('ThrottlingError'), writes: true },
  'a transaction beyond the throughput': {
    when: 'before',
    error: () => cancelled('ProvisionedThroughputExceeded'),
    writes: true,
  },
  'a transaction in progress': {
    when: 'before',
    error: () => new TransactionInProgressException({ $metadata: {}, message: '' }),
    writes: true,
  },
  'a connection reset before': {
    when: 'before',
    error: () => Object.assign(new Error('ECONNRESET'), { name: 'ECONNRESET' }),
  },
  'a connection reset after': {
    when: 'after',
    error: () => Object.assign(new Error('ECONNRESET'), { name: 'ECONNRESET' }),
  },
  'a failure of the table before': { when: 'before', error: () => ours('InternalServerError') },
  'a failure of the table after': { when: 'after', error: () => ours('InternalServerError') },
  'no answer in time': {
    when: 'after',
    error: () => Object.assign(new Error('TimeoutError'), { name: 'TimeoutError' }),
  },
}

/** Makes the n-th call from now on fail in some way, once. */
const strike = ({ db }: Table) => {
  let calls = 0
  let at = 0
  let fault = Object.values(faults)[0]
  db.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        calls += 1
        const hit = calls === at && (!fault?.writes || commandName.startsWith('Transact'))
        if (hit && fault?.when === 'before') throw fault.error()
        const answer = await next(args)
        if (hit && fault) throw fault.error()
        return answer
      },
    { step: 'initialize', name: 'fault', override: true },
  )
  return {
    arm: (call: number, name: string) => {
      calls = 0
      at = call
      fault = faults[name]
    },
    calls: () => calls,
  }
}

const scene = await sceneIn(await newHouse())

describe('a table that fails', () => {
  /** Commands that can be sent again and again, each time as a new one. */
  const commands: Readonly<Record<string, (key: string) => Promise<Reply>>> = {
    'drafting a contract': (key) => scene.askOf.resellerAdmin.post('/v1/contracts', drafts(key), { key }),
    'attesting a contract': (key) => scene.askOf.resellerAdmin.post('/v1/contracts/attest', papers(key), { key }),
    'registering a service': (key) =>
      scene.admin.post(
        '/v1/services',
        { code: key.toUpperCase(), facts: (scene.requests.registerService.body as any).facts },
        { key },
      ),
    'a new version': (key) =>
      scene.admin.post(scene.requests.draftServiceVersion.path, scene.requests.draftServiceVersion.body, { key }),
    'recording a registration': (key) =>
      scene.admin.post(scene.requests.recordRegistration.path, scene.requests.recordRegistration.body, { key }),
    'authorizing a resale': (key) =>
      scene.admin.post(scene.requests.authorizeResale.path, scene.requests.authorizeResale.body, { key }),
    'inviting a reseller': (key) =>
      scene.admin.post(
        '/v1/resellers',
        {
          code: key.toUpperCase(),
          name: '架空販売',
          prefecture: '東京都',
          admin: { mail: `${key}@example.jp`, name: '坂田' },
        },
        { key },
      ),
  }
  const given = new Map<string, unknown>()
  const once = (key: string, make: () => unknown) => {
    if (!given.has(key)) given.set(key, make())
    return given.get(key)
  }
  const serviceId = () => (scene.requests.draftContract.body as any).terms.serviceId
  const drafts = (key: string) => once(`draft ${key}`, () => draft(serviceId()))
  const papers = (key: string) => once(`paper ${key}`, () => paper(serviceId()))

  test('whatever fails in whichever call, a command ends in one effect under its key', {
    timeout: 240_000,
  }, async () => {
    const { arm, calls } = strike(scene.house.table)
    let cells = 0
    for (const [what, send] of Object.entries(commands)) {
      for (const name of Object.keys(faults)) {
        for (let call = 1; call <= 6; call += 1) {
          const key = `f${cells}`
          arm(call, name)
          const first = await send(key)
          if (calls() < call) break
          expect([200, 201, 503], `${what}, ${name}, call ${call}: ${first.text}`).toContain(first.status)
          arm(0, name)
          const again = await send(key)
          expect(again.status, `${what}, ${name}, call ${call}: ${again.text}`).toBeLessThan(300)
          expect(again.text, what).toBe(first.status < 300 ? first.text : again.text)
          cells += 1
        }
      }
    }
    arm(0, 'a conflict of transactions')
    const rows = await rowsIn(scene.house.table)
    for (const [key, { sme }] of [...given] as [string, any][]) {
      const heads = rows.filter(({ t, pp }) => t === 'head' && String(pp).endsWith(`#${sme.corporateNumber}`))
      expect(heads, key).toHaveLength(1)
    }
    figure('faults: cells (command × call × kind), all ending in one effect', cells)
  })

  test('a table that never answers is given up, within bounds', async () => {
    const silent = createServer(() => {})
    await new Promise<void>((resolve) => void silent.listen(0, '127.0.0.1', resolve))
    const { port } = silent.address() as AddressInfo
    const table = tableNamed('t', { ...clientFor(`http://127.0.0.1:${port}`), maxAttempts: 1 })
    const begun = performance.now()
    const landed = await transact(table, (TableName) => [{ Put: { TableName, Item: { pk: 'a', sk: 'b' } } }])
    expect(landed.as).toBe('unknown')
    expect(performance.now() - begun).toBeLessThan(5_000)
    silent.closeAllConnections()
    silent.close()
  })

  test('a request the table calls wrong is a defect, and thrown', async () => {
    const { table } = scene.house
    await expect(transact(table, (TableName) => [{ Put: { TableName, Item: { pk: '' } } }])).rejects.toThrow(/key|pk/i)
    good(await scene.admin.get('/v1/me'))
  })
})
