import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { figure } from '../support/figures.ts'
import { nextNumber, paper } from '../support/parties.ts'
import { check, dumpOf, filesIn } from '../../functions/audit/examine.ts'
import { expectedVerdicts, sampleBook } from '../support/sample-books.ts'
import { askAs, until, type Ask } from '../story/client.ts'
import { startServer, type Server } from './server.ts'
import { extent } from '../support/extent.ts'

const cycles = extent(3, 25)
const clients = 4

type Sent = { readonly key: string; readonly body: unknown }
type Acknowledged = Sent & { readonly text: string; readonly contractId: string }

/** Sends contracts one after another until the server is gone; keeps what was acknowledged, and what was not. */
const load = async (
  ask: Ask,
  serviceId: any,
  gone: () => boolean,
  onAcknowledged: (one: Acknowledged) => void,
  unknown: Sent[],
) => {
  while (!gone()) {
    const sent: Sent = { key: `load-${nextNumber()}`, body: paper(serviceId) }
    try {
      const { status, text, body } = await ask.post('/v1/contracts/attest', sent.body, { key: sent.key })
      if (status === 201) onAcknowledged({ ...sent, text, contractId: body.contractId })
      else unknown.push(sent)
    } catch {
      // The connection broke: it may or may not have been written.
      unknown.push(sent)
    }
  }
}

describe('a server that is killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-kills-'))
  let server: Server | undefined
  afterAll(async () => {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test(`${cycles} times in the middle of its work has lost nothing it acknowledged, and does nothing twice`, async () => {
    server = await startServer(folder)
    let admin = await askAs(server.url, 'admin@entity.example.jp')
    const [{ serviceId }] = (await admin.get('/v1/services')).body.items
    const acknowledged: Acknowledged[] = []
    const checked = new Set<string>()
    let unsure = 0

    for (let cycle = 0; cycle < cycles; cycle += 1) {
      let gone = false
      const unknown: Sent[] = []
      // Killed in the very moment of some acknowledgement, with others under way.
      const enough = acknowledged.length + 10 + (cycle % 7)
      const { promise: struck, resolve: strike } = Promise.withResolvers<void>()
      const onAcknowledged = (one: Acknowledged) => {
        if (acknowledged.push(one) === enough) strike()
      }
      const loads = Array.from({ length: clients }, () => load(admin, serviceId, () => gone, onAcknowledged, unknown))
      await struck
      await server.kill(cycle % 2 === 0 ? 'server' : 'both')
      gone = true
      await Promise.all(loads)

      server = await startServer(folder)
      admin = await askAs(server.url, 'admin@entity.example.jp')
      for (const { key, body, text, contractId } of acknowledged) {
        if (checked.has(contractId)) continue
        const read = await admin.get(`/v1/contracts/${contractId}`)
        expect([read.status, read.body.stage], contractId).toEqual([200, 'live'])
        const again = await admin.post('/v1/contracts/attest', body, { key })
        expect([again.status, again.text]).toEqual([201, text])
        checked.add(contractId)
      }
      // What was never answered comes to one end under its own key, whether it had been written or not.
      for (const { key, body } of unknown) {
        const [first, second] = [
          await admin.post('/v1/contracts/attest', body, { key }),
          await admin.post('/v1/contracts/attest', body, { key }),
        ]
        expect([first.status, second.text]).toEqual([201, first.text])
        unsure += 1
      }
    }
    figure('kill -9 cycles', cycles)
    figure('kill -9: acknowledged contracts, all found again', checked.size)
    figure('kill -9: requests without an answer, all settled by their key', unsure)
    expect(checked.size).toBeGreaterThan(cycles * 10)
  })

  test('in the middle of an import finishes it after it is back, every row with its right verdict', async () => {
    if (!server) throw new Error('no server')
    const staff = await askAs(server.url, 'staff@entity.example.jp')
    const [size, kills] = extent([100, [20, 60]], [500, [50, 200, 350]])
    const book = sampleBook
      .split('\r\n')
      .slice(0, size + 1)
      .join('\r\n')
      .replaceAll(/,R[1-6],/g, ',R1,')
      .replaceAll(/,(?:END|CMB),/g, ',NET,')
    const { body } = await staff.post('/v1/contract-imports', {
      format: 'csv',
      content: book,
      attestedBy: { name: '青木 誠', title: '課長' },
    })
    for (const through of kills) {
      const now = await askAs(server.url, 'staff@entity.example.jp')
      await until(
        async () => ((await now.get(`/v1/operations/${body.operationId}`)).body.done >= through ? true : undefined),
        'progress',
      )
      await server.kill('both')
      server = await startServer(folder)
    }
    const after = await askAs(server.url, 'staff@entity.example.jp')
    const finished = await until(async () => {
      const operation = (await after.get(`/v1/operations/${body.operationId}`)).body
      return operation.stage === 'finished' ? operation : undefined
    }, 'import')
    expect(finished).toMatchObject({ total: size, done: size })
    const rows: any[] = []
    for (let cursor = ''; ; ) {
      const page = (await after.get(`/v1/operations/${body.operationId}/rows${cursor}`)).body
      rows.push(...page.items)
      if (page.nextCursor === null) break
      cursor = `?cursor=${page.nextCursor}`
    }
    expect(rows.map(({ row }) => row)).toEqual(expectedVerdicts.slice(0, size).map(({ row }) => row))
    const contracts = rows.filter(({ contractId }) => contractId).map(({ contractId }) => contractId)
    expect(new Set(contracts).size).toBe(contracts.length)
    for (const contractId of contracts) expect((await after.get(`/v1/contracts/${contractId}`)).body.stage).toBe('live')
  })

  test('leaves rows behind that keep every invariant', async () => {
    if (!server) throw new Error('no server')
    // The engine lives on, and nobody writes to it any more: a scan beside a writer is no snapshot.
    await server.kill('server')
    const rows = await dumpOf(server.endpoint(), 'musubi')
    server = await startServer(folder)
    figure('kill -9: rows looked into afterwards', rows.length)
    expect(rows.length).toBeGreaterThan(1_000)
    expect(check(rows, filesIn(join(folder, 'vault')))).toEqual([])
  })
})
