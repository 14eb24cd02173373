import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { beforeAll, describe, expect, test } from 'vitest'
import { packed, unpacked } from '../../functions/adapters/canonical.ts'
import { commandKey } from '../../functions/adapters/dynamodb/keys.ts'
import { takesDryRun } from '../../shared/api/route.ts'
import { figure } from '../support/figures.ts'
import { newHouse } from '../support/house.ts'
import { draft, good, paper, partiesIn } from '../support/parties.ts'
import { lines, sceneIn, send, type Scene } from '../support/scene.ts'
import { rowsIn, stateOf } from '../support/table-rows.ts'

describe('a command is done once', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await sceneIn(await newHouse())
  })

  test('every writing line wants a key, and writes nothing without a good one', async () => {
    const before = await stateOf(scene.house.table)
    const writing = lines.filter(([, { effect }]) => effect === 'changes')
    for (const [name, line] of writing) {
      const [role] = line.who === 'anyone' ? (['sme'] as const) : line.who
      for (const key of ['', 'with a blank', 'ü', 'x'.repeat(256)]) {
        const { status, body } = await scene.askOf[role ?? 'sme'].post(
          scene.requests[name].path,
          scene.requests[name].body,
          {
            key,
            ...(scene.requests[name].ifMatch ? { ifMatch: scene.requests[name].ifMatch } : {}),
          },
        )
        expect([name, status, body.kind]).toEqual([name, 400, 'idempotency-key-missing'])
      }
    }
    expect(await stateOf(scene.house.table)).toBe(before)
    figure('writing lines that want a key', writing.length)
  })

  test('a replay is answered with the very bytes of the first answer, whatever happened since', async () => {
    const { resellerAdmin } = scene.askOf
    const given = draft(scene.requests.draftContract.body && (scene.requests.draftContract.body as any).terms.serviceId)
    const first = await resellerAdmin.post('/v1/contracts', given, { key: 'draft-1' })
    good(await resellerAdmin.post(`/v1/contracts/${first.body.contractId}/withdraw`))
    const before = await stateOf(scene.house.table)
    const again = await resellerAdmin.post('/v1/contracts', given, { key: 'draft-1' })
    expect([again.status, again.text]).toEqual([first.status, first.text])
    expect(again.headers['idempotency-replayed']).toBe('true')
    expect(first.headers['idempotency-replayed']).toBeUndefined()
    expect(await stateOf(scene.house.table)).toBe(before)
  })

  test('a command that would now be refused still finds its first answer', async () => {
    const { resellerAdmin } = scene.askOf
    const serviceId = (scene.requests.draftContract.body as any).terms.serviceId
    const { contractId } = good(await resellerAdmin.post('/v1/contracts', draft(serviceId)))
    const first = await resellerAdmin.post(`/v1/contracts/${contractId}/withdraw`, undefined, { key: 'withdraw-1' })
    const other = await resellerAdmin.post(`/v1/contracts/${contractId}/withdraw`, undefined, { key: 'withdraw-2' })
    const again = await resellerAdmin.post(`/v1/contracts/${contractId}/withdraw`, undefined, { key: 'withdraw-1' })
    expect([first.status, other.status, again.status]).toEqual([200, 409, 200])
    expect(again.text).toBe(first.text)
  })

  test('a key an older version answered is answered as that version did, whatever the output says today', async () => {
    const { entityAdmin } = scene.askOf
    const { table } = scene.house
    const reseller = { code: 'OLD', name: '架空旧版販売株式会社', prefecture: '東京都' }
    const given = { ...reseller, admin: { mail: 'old@reseller.example.jp', name: '坂田 学' } }
    const first = await entityAdmin.post('/v1/resellers', given, { key: 'of-an-older-version' })
    const row = (await rowsIn(table)).find(({ pk }) => String(pk).endsWith('#inviteReseller#of-an-older-version'))
    if (!row) throw new Error('the command is not on record')
    // 0.2.0 knew neither of the two, and a field that has gone since.
    const { restrictedSince: _, readiness: __, ...rest } = unpacked(row['z'] as Uint8Array) as Record<string, unknown>
    const older = { ...rest, gone: 'since' }
    await table.db.send(new PutCommand({ TableName: table.name, Item: { ...row, z: packed(older) } }))
    const again = await entityAdmin.post('/v1/resellers', given, { key: 'of-an-older-version' })
    expect([again.status, again.headers['idempotency-replayed']]).toEqual([first.status, 'true'])
    expect(again.body).toEqual(older)
  })

  test('so it is where the request itself has no place in the form of today, and only for that very request', async () => {
    const { entityAdmin } = scene.askOf
    const { table, deps } = scene.house
    // As 0.2.0 recorded a cancellation.
    const path = scene.requests.cancelContract.path
    const given = { on: '2026-10-01', reason: '閉店', askedBy: '代表者', how: 'phone' }
    expect((await entityAdmin.post(path, given, { key: 'cancel-of-0.2.0' })).body.kind).toBe('malformed')
    const [contractId] = /ctr_\w+/.exec(path) ?? []
    const key = commandKey({ tenant: scene.entityId, route: 'cancelContract', key: 'cancel-of-0.2.0' })
    const i = deps.digest({ params: { contractId }, query: {}, body: given })
    const answer = { contractId, stage: 'ended' }
    const Item = { ...key, t: 'command', c: 'c', i, at: deps.clock.now(), z: packed(answer) }
    await table.db.send(new PutCommand({ TableName: table.name, Item }))
    const again = await entityAdmin.post(path, given, { key: 'cancel-of-0.2.0' })
    expect([again.status, again.body, again.headers['idempotency-replayed']]).toEqual([200, answer, 'true'])
    const other = await entityAdmin.post(path, { ...given, how: 'mail' }, { key: 'cancel-of-0.2.0' })
    expect([other.status, other.body.kind]).toEqual([400, 'malformed'])
    for (const raw of ['{"reason":"\\ud800"}', '{"reason":1e400}'])
      expect((await entityAdmin.post(path, undefined, { key: 'cancel-of-0.2.0', raw })).body.kind).toBe('malformed')
    await table.db.send(new DeleteCommand({ TableName: table.name, Key: key }))
  })

  test('the same key for something else is refused and changes nothing', async () => {
    const { resellerAdmin } = scene.askOf
    const serviceId = (scene.requests.draftContract.body as any).terms.serviceId
    good(await resellerAdmin.post('/v1/contracts', draft(serviceId), { key: 'taken' }))
    const before = await stateOf(scene.house.table)
    const { status, body } = await resellerAdmin.post('/v1/contracts', draft(serviceId), { key: 'taken' })
    expect([status, body.kind]).toEqual([422, 'idempotency-key-reused'])
    expect(await stateOf(scene.house.table)).toBe(before)
  })

  test('one key of two tenants is two commands', async () => {
    const other = await partiesIn(scene.house)
    const ids = await Promise.all(
      [scene, other].map(async ({ admin }) => {
        const body = { code: 'SAME', facts: (scene.requests.registerService.body as any).facts }
        return good(await admin.post('/v1/services', body, { key: 'same-key' })).serviceId as string
      }),
    )
    expect(new Set(ids).size).toBe(2)
  })

  test('sixteen at once under one key are one, and all are answered alike', async () => {
    const { entityAdmin } = scene.askOf
    const serviceId = (scene.requests.draftContract.body as any).terms.serviceId
    const given = paper(serviceId)
    const before = (await rowsIn(scene.house.table)).filter(({ t }) => t === 'head').length
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => entityAdmin.post('/v1/contracts/attest', given, { key: 'sixteen' })),
    )
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(answers[0]?.status).toBe(201)
    expect((await rowsIn(scene.house.table)).filter(({ t }) => t === 'head').length).toBe(before + 1)
  })

  test('a dry run of any writing line writes nothing', async () => {
    const before = await stateOf(scene.house.table)
    for (const [name, line] of lines.filter(([, line]) => takesDryRun(line))) {
      const [role] = line.who === 'anyone' ? (['sme'] as const) : line.who
      const { status } = await send(scene.askOf[role ?? 'sme'], line, scene.requests[name], { dryRun: true })
      expect(status, name).toBeLessThan(500)
    }
    expect(await stateOf(scene.house.table)).toBe(before)
    expect(scene.house.defects).toEqual([])
  })
})

describe('a version that was read', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await sceneIn(await newHouse())
  })

  test('must be named where the line asks for it', async () => {
    for (const [name, line] of lines.filter(([, { ifMatch }]) => ifMatch === 'required')) {
      const { path, body } = scene.requests[name]
      const answer = await scene.askOf[line.who === 'anyone' ? 'sme' : (line.who[0] ?? 'sme')].post(path, body)
      expect([name, answer.status, answer.body.kind]).toEqual([name, 428, 'version-required'])
    }
  })

  test('must be the last one, on any line that names it', async () => {
    const { resellerAdmin } = scene.askOf
    const { path, body } = scene.requests.reviseContract
    const before = await stateOf(scene.house.table)
    const stale = await resellerAdmin.post(path, body, { ifMatch: '"7"' })
    expect([stale.status, stale.body.kind]).toEqual([412, 'changed-since-read'])
    const withdraw = await resellerAdmin.post(scene.requests.withdrawContract.path, undefined, { ifMatch: '"7"' })
    expect([withdraw.status, withdraw.body.kind]).toEqual([412, 'changed-since-read'])
    expect(await stateOf(scene.house.table)).toBe(before)
    const read = await resellerAdmin.get(scene.requests.getContract.path)
    expect(good(await resellerAdmin.post(path, body, { ifMatch: read.headers['etag'] ?? '' })).version).toBe(2)
  })

  test.each(['7', '"seven"', '*', '"-1"', '"1", "2"'])('and must look like one: %s does not', async (ifMatch) => {
    const { status, body } = await scene.askOf.resellerAdmin.post(scene.requests.withdrawContract.path, undefined, {
      ifMatch,
    })
    expect([status, body.kind, body.errors[0].where]).toEqual([400, 'malformed', 'If-Match'])
  })
})
