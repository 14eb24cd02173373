import { describe, expect, test } from 'vitest'
import { digest, sha256 } from '../../functions/adapters/canonical.ts'
import { chained } from '../../functions/adapters/dynamodb/event-rows.ts'
import { runExport } from '../../functions/processes/export/run-export.ts'
import type { ResellerId } from '../../shared/domain/ids.ts'
import { opened, type Line, type Opened } from '../support/exports.ts'
import { newHouse, type Ask } from '../support/house.ts'
import { good, paper } from '../support/parties.ts'
import { sceneIn, type Scene } from '../support/scene.ts'
import { rowsIn } from '../support/table-rows.ts'

const house = await newHouse()
const ours = await sceneIn(house)
const theirs = await sceneIn(house)
await house.settle()

describe('an export', () => {
  /** What of a dump is an implementing entity's, told from the rows alone. */
  const rowsOf = async ({ entityId }: Scene, but: string): Promise<readonly string[]> => {
    const rows = (await rowsIn(house.table)) as readonly any[]
    const states = rows
      .filter(({ s, t }) => s !== undefined && t !== 'head')
      .map((row) => ({ row, state: JSON.parse(row.s) }))
    const own = states.filter(({ state }) => (state.entityId ?? state.membership?.entityId) === entityId)
    const ids = own.map(({ row }) => (row.sk.includes('#') ? row.sk.split('#')[1] : row.pk.split('#')[1]))
    const books = new Set(ids.filter((id) => /^(ent|rsl)_/.test(id)).map((id) => id.slice(-12)))
    const contracts = rows.filter(({ pk, sk }) => books.has(pk.split('#')[1]) && sk.startsWith('C#'))
    const streams = new Set([...ids, ...contracts.map(({ pk, sk }) => `ctr_${pk.split('#')[1]}${sk.slice(2)}`)])
    const services = new Set(ids.filter((id) => id.startsWith('svc_')))
    const places = new Set(own.map(({ row }) => `${row.pk}|${row.sk}`))
    return rows
      .filter(({ pk, sk }) => {
        const [room, id] = pk.split('#')
        if (id === but || sk.endsWith(but)) return false
        if (room === 'LED') return streams.has(id)
        if (room === 'PF') return books.has(id)
        return room === 'SG' ? services.has(id) : places.has(`${pk}|${sk}`)
      })
      .map(({ pk, sk }) => `${pk}|${sk}`)
      .sort()
  }
  const started = async (ask: Ask): Promise<string> => good(await ask.post('/v1/exports')).operationId
  const made = async (ask: Ask): Promise<readonly [string, Opened]> => {
    const operationId = await started(ask)
    await house.settle()
    return [operationId, await opened(ask, operationId)]
  }

  test('holds every row of its tenant, once, and none of another', async () => {
    const [operationId, { lines }] = await made(ours.admin)
    expect(lines.map(({ key }) => key).sort()).toEqual(await rowsOf(ours, operationId))
    const text = JSON.stringify(lines)
    const foreign = (await rowsOf(theirs, operationId)).flatMap(
      (key) => key.match(/(?:ent|rsl|svc|ctr|dsc|opr)_\w+/g) ?? [],
    )
    for (const id of new Set(foreign)) expect(text).not.toContain(id)
    // What is left out: the memory of requests, what only repeats who holds a value, what search made for itself, how far a fan-out had come, what people
    // were told or will be reminded of, and their names, which can be erased.
    // Bodies are of no tenant.
    const exported = new Set(lines.map(({ key }) => key))
    const rows = await rowsIn(house.table)
    const kinds = new Set(rows.filter(({ pk, sk }) => exported.has(`${String(pk)}|${String(sk)}`)).map(({ t }) => t))
    const leftOut = new Set(rows.map(({ t }) => t).filter((kind) => !kinds.has(kind)))
    expect(leftOut).toEqual(
      new Set([
        'bookCount',
        'bookEntry',
        'bookLine',
        'checkpoint',
        'command',
        'guard',
        'listed',
        'listedYear',
        'listing',
        'notice',
        'person',
        'registrationBody',
        'reminder',
        'sharedContact',
      ]),
    )
  })

  test('can be checked without the platform: every chain, every paper, every state', async () => {
    const [, { lines }] = await made(ours.admin)
    const events = Map.groupBy(
      lines.filter(({ e }) => typeof e === 'string').sort((a, b) => (a.key < b.key ? -1 : 1)),
      ({ e }) => JSON.parse(e).stream as string,
    )
    for (const [stream, chain] of events) {
      let hash = sha256('musubi/ledger/1\n', stream)
      for (const { e, h } of chain) {
        hash = chained(hash, e)
        expect(h).toBe(hash)
      }
      const state = lines.find((line) => line.stream === stream)?.['state']
      expect(JSON.parse(chain.at(-1)?.['e']).after, stream).toBe(digest(state))
    }
    const papers = lines.filter(({ key }) => /^LED#[^|]+\|P#/.test(key))
    expect(papers.length).toBeGreaterThan(10)
    for (const { content, h } of papers) expect(digest(content)).toBe(h)
  })

  test('has tables for people in which nothing would run', async () => {
    const nasty = [
      '=1+1',
      '+A1',
      '-2+3',
      '@SUM(1)',
      '　＝cmd',
      '\uff0b1',
      '＠x',
      "=cmd|' /C calc'!A0",
      '"=1"',
      '=HYPERLINK("http://x")',
    ]
    const net = (ours.requests.draftContract.body as any).terms.serviceId
    for (const name of nasty) good(await ours.admin.post('/v1/contracts/attest', paper(net, { sme: { name } })))
    const [, { files, lines }] = await made(ours.admin)
    for (const [name, texts] of [...files].filter(([name]) => name.endsWith('.csv'))) {
      for (const text of texts) {
        expect(text.startsWith('\ufeff'), name).toBe(true)
        for (const cell of text.slice(1).split(/,|\r\n/)) {
          expect(cell.replace(/^"/, '').normalize('NFKC').trimStart(), `${name}: ${cell}`).not.toMatch(/^[=+\-@]/)
        }
      }
    }
    expect([...files.keys()]).toContain('contracts.csv')
    const kept = lines.filter(({ key }) => key.startsWith('PF#')).map(({ name }) => name)
    for (const name of nasty) expect(kept).toContain(name)
  })

  test('made in many parts, and stopped between any two, is the same', async () => {
    const [first, whole] = await made(ours.admin)
    const operationId = (await started(ours.admin)) as `opr_${string}`
    const run = runExport(house.deps, 20_000)
    let stops = 0
    for (let steps = 1; !(await run(ours.entityId, operationId, () => steps-- > 0)); steps = 1) stops += 1
    const parts = await opened(ours.admin, operationId)
    expect(stops).toBeGreaterThan(5)
    expect(parts.manifests.map(({ next }) => next).indexOf(null)).toBe(parts.manifests.length - 1)
    const without = (keys: readonly Line[], ...ids: string[]) =>
      keys
        .map(({ key }) => key)
        .filter((key) => !ids.some((id) => key.includes(id)))
        .sort()
    expect(without(parts.lines, first, operationId)).toEqual(without(whole.lines, first, operationId))
    expect(new Set(parts.lines.map(({ key }) => key)).size).toBe(parts.lines.length)
    await house.settle()
  })

  test('that died between putting a part away and noting it goes on from that part', async () => {
    const operationId = (await started(ours.admin)) as `opr_${string}`
    let dies = true
    const dying = {
      ...house.deps,
      commits: {
        ...house.deps.commits,
        commit: async (commit: any): Promise<any> => {
          if (!dies) return house.deps.commits.commit(commit)
          dies = false
          throw new Error('killed')
        },
      },
    }
    await expect(runExport(dying)(ours.entityId, operationId, () => true)).rejects.toThrow('killed')
    house.clock.advance(60_000)
    await house.settle()
    const { lines } = await opened(ours.admin, operationId)
    expect(lines.map(({ key }) => key).sort()).toEqual(await rowsOf(ours, operationId))
  })

  test('of a reseller holds the contracts it holds, with their documents, and nothing else', async () => {
    const { resellerAdmin } = ours.askOf
    const [, { lines }] = await made(resellerAdmin)
    const { resellerId } = ours.people.resellerAdmin as { resellerId: ResellerId }
    const heads = lines.filter(({ key }) => key.startsWith('PF#'))
    expect(heads.length).toBeGreaterThan(3)
    for (const { state } of heads) expect(state.holder ?? state.deal.seller).toBe(resellerId)
    const others = lines.filter(({ key }) => !key.startsWith('PF#')).map(({ key }) => key.replace(/_\w+/g, ''))
    expect(new Set(others)).toEqual(
      new Set(['LED#ctr|P#document-0001', 'ENT#ent|RSL#rsl', ...others.filter((key) => key.startsWith('MEM#'))]),
    )
  })

  test('is nobody else’s', async () => {
    const [operationId] = await made(ours.admin)
    for (const ask of [theirs.admin, ours.askOf.resellerAdmin, theirs.askOf.resellerAdmin]) {
      for (const path of ['', '/parts/1']) expect((await ask.get(`/v1/exports/${operationId}${path}`)).status).toBe(404)
      expect(JSON.stringify((await ask.get('/v1/operations?kind=exportHoldings')).body)).not.toContain(operationId)
    }
    expect((await ours.admin.get(`/v1/exports/${operationId}/parts/99`)).status).toBe(404)
    expect((await ours.staff.post('/v1/exports')).status).toBe(403)
  })
})
