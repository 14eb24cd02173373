import type { ContractId } from '../../shared/domain/ids.ts'
import { shortNumberOf } from '../../shared/domain/short-number.ts'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { sha256 } from '../../functions/adapters/canonical.ts'
import { clearExports } from '../../functions/processes/export/clear-exports.ts'
import { runExport } from '../../functions/processes/export/run-export.ts'
import type { OperationId, ResellerId } from '../../shared/domain/ids.ts'
import { opened, type Opened } from '../support/exports.ts'
import { figure } from '../support/figures.ts'
import { newHouse, type Ask, type House } from '../support/house.ts'
import { draft, good, partiesIn } from '../support/parties.ts'
import { sceneIn, type Scene } from '../support/scene.ts'
import { readyToSign, signature } from '../support/signing.ts'

type Filed = { readonly path: string; readonly contractId: string; readonly sha256: string }

/** Every file the archives in an export name. */
const filedIn = ({ lines }: Opened): readonly Filed[] =>
  lines
    .filter(({ key, state }) => key.startsWith('ARC#') && state.stage === 'kept')
    .flatMap(({ state: { contractId, sealings } }) =>
      sealings
        .flatMap(({ documents, stamp }: any) => [...documents, stamp])
        .map(({ name, sha256: hash }: any) => ({ path: `files/${contractId}/${name}`, contractId, sha256: hash })),
    )
const rowsOf = ({ files }: Opened, table: string): readonly (readonly string[])[] =>
  (files.get(table) ?? []).flatMap((text) =>
    text
      .slice(1)
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')),
  )

describe('the files of an export', () => {
  let house: House
  let scene: Scene
  beforeAll(async () => {
    house = await newHouse()
    scene = await sceneIn(house)
    const net = (scene.requests.draftContract.body as any).terms.serviceId
    for (const seller of [scene.admin, scene.askOf.resellerAdmin, scene.askOf.resellerAdmin, scene.admin]) {
      const ready = await readyToSign(house, seller, draft(net))
      good(await ready.signer.post('/v1/signing/sign', signature(ready.sha256)))
    }
    await house.settle()
  })

  const started = async (ask: Ask): Promise<OperationId> => good(await ask.post('/v1/exports')).operationId
  const made = async (ask: Ask): Promise<readonly [OperationId, Opened]> => {
    const operationId = await started(ask)
    await house.settle()
    return [operationId, await opened(ask, operationId)]
  }
  const lyingOf = (operationId: string): readonly string[] =>
    readdirSync(join(inject('vaults'), house.table.name)).filter((name) => name.startsWith(`exports~${operationId}~`))

  test('are all that the vault holds for its contracts, each named with contract, hash and size', async () => {
    const [operationId, all] = await made(scene.admin)
    const filed = filedIn(all)
    expect(filed.length).toBeGreaterThan(10)
    expect(new Set(filed.map(({ path }) => path.replace(/^.*\/|-\d+/g, '')))).toEqual(
      new Set(['contract.pdf', 'certificate.pdf', 'stamp.tst']),
    )
    expect([...all.vaulted.keys()].sort()).toEqual(filed.map(({ path }) => path).sort())
    const listed = rowsOf(all, 'files.csv').map((cells) => cells.join(','))
    expect(listed.sort()).toEqual(
      filed
        .map(({ path, contractId, sha256: hash }) => {
          expect(sha256(all.vaulted.get(path) ?? ''), path).toBe(hash)
          return `${path},${shortNumberOf(contractId as ContractId)},${hash},${all.vaulted.get(path)?.length},,${contractId}`
        })
        .sort(),
    )
    const contracts = new Set(filed.map(({ contractId }) => contractId)).size
    const bytes = [...all.vaulted.values()].reduce((sum, file) => sum + file.length, 0)
    figure('export: bytes of files for a contract that was signed', Math.round(bytes / contracts))
    const { parts } = good(await scene.admin.get(`/v1/exports/${operationId}`))
    for (const part of parts) expect([part.bytes < 4_400_000, part.missing]).toEqual([true, 0])
  })

  test('stopped and killed at every part, a part a file, are the same, and each part lies in the vault once', async () => {
    const [, whole] = await made(scene.admin)
    const operationId = await started(scene.admin)
    let dies = false
    const commit = async (asked: any): Promise<any> => {
      dies = !dies
      if (dies) throw new Error('killed')
      return house.deps.commits.commit(asked)
    }
    const run = runExport({ ...house.deps, commits: { ...house.deps.commits, commit } }, 1)
    let kills = 0
    for (let over = false; !over; ) {
      try {
        over = await run(scene.entityId, operationId, () => true)
      } catch {
        kills += 1
      }
    }
    await house.settle()
    const parts = await opened(scene.admin, operationId)
    expect(kills).toBe(parts.manifests.length)
    expect(lyingOf(operationId)).toHaveLength(parts.manifests.length)
    expect(parts.vaulted).toEqual(whole.vaulted)
    expect(rowsOf(parts, 'files.csv')).toEqual(rowsOf(whole, 'files.csv'))
    const { total, done } = good(await scene.admin.get(`/v1/operations/${operationId}`))
    expect(done).toBe(total)
  })

  test('of a reseller are those of the contracts it holds', async () => {
    const [, all] = await made(scene.askOf.resellerAdmin)
    const { resellerId } = scene.people.resellerAdmin as { resellerId: ResellerId }
    const [, whole] = await made(scene.admin)
    const held = new Set(
      whole.lines
        .filter(({ key, state }) => key.startsWith('PF#') && (state?.holder ?? state?.deal?.seller) === resellerId)
        .map(({ stream }) => stream),
    )
    const due = filedIn(whole).filter(({ contractId }) => held.has(contractId))
    expect(due.length).toBeGreaterThan(3)
    expect(due.length).toBeLessThan(filedIn(whole).length)
    expect([...all.vaulted.keys()].sort()).toEqual(due.map(({ path }) => path).sort())
  })

  test.each([
    ['is not there', '保管庫にない', async () => undefined],
    ['is not what the ledger says', '台帳のSHA256と異なるため入れていない', async () => Buffer.from('other')],
  ])('one that %s is named and left out, and keeps none of the others back', async (_, note, get) => {
    const [, whole] = await made(scene.admin)
    const [spoilt] = filedIn(whole)
    const name = spoilt?.path.replace('files/ctr_', 'arc_') ?? ''
    const operationId = await started(scene.admin)
    const vault = {
      ...house.deps.vault,
      get: (asked: string) => (asked === name ? get() : house.deps.vault.get(asked)),
    }
    expect(await runExport({ ...house.deps, vault })(scene.entityId, operationId, () => true)).toBe(true)
    await house.settle()
    const all = await opened(scene.admin, operationId)
    expect([...all.vaulted.keys()].sort()).toEqual(
      [...whole.vaulted.keys()].filter((path) => path !== spoilt?.path).sort(),
    )
    expect(rowsOf(all, 'files.csv').filter(([path]) => path === spoilt?.path)).toEqual([
      [spoilt?.path, shortNumberOf(spoilt?.contractId as ContractId), spoilt?.sha256, '', note, spoilt?.contractId],
    ])
    const { parts } = good(await scene.admin.get(`/v1/exports/${operationId}`))
    expect(parts.map(({ missing }: any) => missing).reduce((sum: number, one: number) => sum + one)).toBe(1)
  })

  test('beside them, exceptions and campaigns have tables for people', async () => {
    const [, all] = await made(scene.admin)
    const ids = (kind: string) => all.lines.filter(({ key }) => key.includes(`|${kind}#`)).map(({ stream }) => stream)
    expect(ids('EXC').length * ids('RDC').length).toBeGreaterThan(0)
    expect(rowsOf(all, 'exceptions.csv').map(([id]) => id)).toEqual(ids('EXC'))
    expect(rowsOf(all, 'redisclosures.csv').map(([id]) => id)).toEqual(ids('RDC'))
    expect(rowsOf(all, 'members.csv').map(([, name]) => name)).toContain('結城 京子')
  })
})

describe('an export whose week is over', () => {
  const day = (n: number) => `2026-10-${String(n).padStart(2, '0')}T00:00:00+09:00`

  test('is there through its last day; on the next its files go, and it says so', async () => {
    const house = await newHouse({ now: '2026-10-01T23:59:59+09:00' })
    const { admin } = await partiesIn(house)
    await house.settle()
    const { operationId } = good(await admin.post('/v1/exports'))
    const read = async () => good(await admin.get(`/v1/exports/${operationId}`))
    expect((await read()).files).toBeNull()
    await house.settle()
    const madeOn = house.clock.today()
    const { parts, files } = await read()
    expect([madeOn, files]).toEqual(['2026-10-01', { keptThrough: '2026-10-08', goneOn: null }])
    const names = parts.map(({ part }: any) => `exports/${operationId}/part-${String(part).padStart(4, '0')}.zip`)
    const lie = async () => (await Promise.all(names.map((name: string) => house.deps.vault.get(name)))).filter(Boolean)
    expect(await lie()).toHaveLength(parts.length)

    house.clock.set('2026-10-08T23:59:59+09:00')
    expect(await clearExports(house.deps)()).toBe(0)
    expect((await admin.get(`/v1/exports/${operationId}/parts/1`)).status).toBe(200)

    house.clock.set(day(9))
    expect(await clearExports(house.deps)(() => false)).toBe(0)
    expect(await clearExports(house.deps)()).toBe(1)
    expect(await clearExports(house.deps)()).toBe(0)
    expect((await read()).files).toEqual({ keptThrough: '2026-10-08', goneOn: '2026-10-09' })
    const gone = await admin.get(`/v1/exports/${operationId}/parts/1`)
    expect([gone.status, gone.body.kind]).toEqual([409, 'wrong-stage'])
    await house.settle()
    expect(await lie()).toEqual([])
    expect((await read()).parts).toEqual(parts)
    expect(await house.deps.directory.exportsToClear(house.clock.today(), 10)).toEqual([])
  })

  test('whose files the vault keeps still owes their removal, until it lets them go', async () => {
    const house = await newHouse({ now: day(1) })
    const { admin } = await partiesIn(house)
    const { operationId } = good(await admin.post('/v1/exports'))
    await house.settle()
    const name = `exports/${operationId}/part-0001.zip`
    await house.deps.vault.extend(name, '2026-10-12' as never)
    house.clock.set(day(9))
    expect(await clearExports(house.deps)()).toBe(1)
    await expect(house.settle()).rejects.toThrow('the vault keeps files')
    house.clock.set(day(13))
    await house.settle()
    expect(await house.deps.vault.get(name)).toBeUndefined()
  })
})
