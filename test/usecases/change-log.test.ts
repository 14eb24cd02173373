import { beforeAll, describe, expect, test } from 'vitest'
import { eventRows } from '../../functions/adapters/dynamodb/event-rows.ts'
import { transact } from '../../functions/adapters/dynamodb/transact.ts'
import { systemMetadata } from '../../functions/application/system-metadata.ts'
import { change } from '../../functions/application/change.ts'
import { fresh } from '../../functions/ports/records.ts'
import { instant } from '../../shared/domain/plain-date.ts'
import { shortNumberOf } from '../../shared/domain/short-number.ts'
import { newHouse, type House } from '../support/house.ts'
import { meterOn } from '../support/meter.ts'
import { draft, explanation, good, partiesIn, since } from '../support/parties.ts'
import { factsOf, sampleServices } from '../support/sample-books.ts'

type Log = readonly any[]

/** Every page of a log. */
const whole = async (ask: any, query = ''): Promise<Log> => {
  const items: any[] = []
  let cursor = ''
  do {
    const page = good(await ask.get(`/v1/change-log?limit=20${query}${cursor && `&cursor=${cursor}`}`))
    items.push(...page.items)
    cursor = page.nextCursor ?? ''
  } while (cursor)
  return items
}

describe('one change log for a tenant', () => {
  let house: House
  let parties: Awaited<ReturnType<typeof partiesIn>>
  let serviceId: `svc_${string}`
  let r1: any
  let r2: any
  let contractId: string
  beforeAll(async () => {
    house = await newHouse()
    parties = await partiesIn(house)
    const { admin } = parties
    const facts = factsOf(sampleServices.conforming[0])
    serviceId = good(await admin.post('/v1/services', { code: 'NET', facts })).serviceId
    good(await admin.post(`/v1/services/${serviceId}/versions/1/publish`, { offeredFrom: since }, { ifMatch: '"1"' }))
    good(
      await admin.post(`/v1/services/${serviceId}/registration`, {
        registrationBodyId: parties.registrationBodyId,
        number: '架空-1',
        from: since,
        until: null,
      }),
    )
    r1 = await parties.reseller('R1', [serviceId])
    r2 = await parties.reseller('R2', [serviceId])
    contractId = good(await r1.ask.post('/v1/contracts', draft(serviceId))).contractId
    good(await r1.ask.post(`/v1/contracts/${contractId}/explain`, explanation(house.clock.today())))
    good(await r2.ask.post('/v1/contracts', draft(serviceId)))
    await house.settle()
  })

  test('says who did what, when, to what, in words: newest first', async () => {
    const items = await whole(parties.admin)
    const moments = items.map(({ at }) => Date.parse(at))
    expect(moments).toEqual(moments.toSorted((one, other) => other - one))
    const explained = items.find(({ event }) => event === 'contract-explained')
    expect(explained).toMatchObject({
      by: { role: 'resellerAdmin' },
      roleName: '再販協力会社の管理者',
      object: { kind: 'contract', kindName: '契約', id: contractId, shortNumber: shortNumberOf(contractId as never) },
      eventName: '重要事項を説明',
    })
    const kinds = new Set(items.map(({ object }) => object.kind))
    expect([...kinds]).toEqual(expect.arrayContaining(['contract', 'reseller', 'service', 'entity']))
  })

  test('says what was before, what is after, and why', async () => {
    const { admin } = parties
    const { version } = good(await admin.get(`/v1/contracts/${contractId}`))
    good(await r1.ask.post(`/v1/contracts/${contractId}/withdraw`, undefined, { ifMatch: `"${version}"` }))
    good(await admin.post(`/v1/resellers/${r2.resellerId}/restrict`, { reason: '設備の点検のため' }))
    good(await admin.post(`/v1/resellers/${r2.resellerId}/lift`, { reason: '点検が済んだため' }))
    await house.settle()
    const items = await whole(admin)
    const voided = items.find(({ event }) => event === 'contract-voided')
    expect(voided).toMatchObject({ details: 'whole', why: '販売者が取り下げた' })
    expect(voided.changes).toContainEqual({
      field: 'stage',
      label: '状態',
      labelEn: 'stage',
      before: '起案中',
      after: '取りやめ',
    })
    const restricted = items.find(({ event }) => event === 'reseller-restricted')
    expect(restricted).toMatchObject({ why: '設備の点検のため' })
    expect(restricted.changes[0]).toMatchObject({ label: '状態', before: '承認済み', after: '新規停止' })
    const drafted = items.findLast(({ event }) => event === 'contract-drafted')
    expect(drafted.changes).toContainEqual(
      expect.objectContaining({ label: '契約の内容：サービス', before: null, after: 'NET' }),
    )
    const authorized = items.find(({ event }) => event === 'resale-authorized')
    expect(authorized.effectiveOn).toBe(since)
    expect(authorized.changes[0].after).toContain('NET')
    const member = items.find(({ event }) => event === 'member-named')
    expect(member.changes).toContainEqual(expect.objectContaining({ label: '役割' }))
  })

  test('a reseller sees what it did and what was done to it, and nothing of another', async () => {
    const items = await whole(r1.ask)
    expect(items.some(({ event }) => event === 'contract-drafted')).toBe(true)
    expect(items.some(({ event }) => event === 'reseller-approved')).toBe(true)
    expect(JSON.stringify(items)).not.toContain(r2.resellerId)
    const others = await whole(r2.ask)
    expect(JSON.stringify(others)).not.toContain(contractId)
    expect(JSON.stringify(others)).not.toContain(r1.resellerId)
    expect(await whole(r2.ask, `&object=${contractId}`)).toEqual([])
    expect(items.filter(({ object }) => object.kind === 'service')).toEqual([])
  })

  test('is filtered by object, by its short number as well, by kind, by person and by day', async () => {
    const all = await whole(parties.admin)
    const ofContract = all.filter(({ object }) => object.id === contractId)
    expect(ofContract).toHaveLength(3)
    expect(await whole(parties.admin, `&object=${contractId}`)).toEqual(ofContract)
    expect(await whole(parties.admin, `&object=${shortNumberOf(contractId as never)}`)).toEqual(ofContract)
    expect(await whole(parties.admin, '&kind=service')).toEqual(all.filter(({ object }) => object.kind === 'service'))
    const { sub } = ofContract[0].by
    expect(await whole(parties.admin, `&person=${sub}`)).toEqual(all.filter(({ by }) => by.sub === sub))
    const today = house.clock.today()
    expect(await whole(parties.admin, `&from=${today}&until=${today}`)).toEqual(all)
    expect(await whole(parties.admin, '&until=2020-01-01')).toEqual([])
    const backwards = await parties.admin.get('/v1/change-log?from=2030-01-02&until=2030-01-01')
    expect([backwards.status, backwards.body.type]).toEqual([422, expect.stringContaining('out-of-order')])
  })

  test('what happened to members is read by those who read members', async () => {
    const staff = await whole(parties.staff)
    expect(staff.some(({ object }) => object.kind === 'contract')).toBe(true)
    expect(staff.some(({ object }) => object.kind === 'member')).toBe(false)
    expect(await whole(parties.staff, '&kind=member')).toEqual([])
    expect((await whole(parties.admin, '&kind=member')).length).toBeGreaterThan(0)
  })

  test('an operator and a registration body have logs of their own', async () => {
    const operator = await whole(parties.operator)
    expect(operator.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['entity-registered', 'registration-body-registered']),
    )
    expect(operator.some(({ object }) => object.kind === 'contract')).toBe(false)
    const body = await whole(parties.body)
    expect(body.map(({ event }) => event)).toContain('registration-body-registered')
    expect(JSON.stringify(body)).not.toContain(parties.entityId)
  })

  test('as a CSV it has a byte order mark, a row an event, and nothing a spreadsheet would run', async () => {
    const { status, text, headers } = await r1.ask.get('/v1/change-log.csv')
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
    expect(text.startsWith('\u{feff}記録した日時（日本時間）,')).toBe(true)
    expect(text.trim().split('\r\n')).toHaveLength((await whole(r1.ask)).length + 1)
    expect(text).toContain('重要事項を説明')
    expect(text).toContain(',変更前,変更後,理由')
    expect(text).toContain('状態：取りやめ')
    expect(text).toContain('販売者が取り下げた')
  })

  test('costs the same whether the book holds ten events or 2,000', async () => {
    const cost = async () => {
      const meter = meterOn(house.table)
      good(await parties.admin.get('/v1/change-log'))
      return meter.read()
    }
    const before = await cost()
    const { entityId } = parties
    const at = instant('2020-01-01T00:00:00.000Z')
    const seeded: { readonly pk: string; readonly sk: string }[][] = []
    for (let n = 0; n < 2_000; n += 50) {
      const id = `cnc_${String(n).padStart(26, '0')}`
      const events = Array.from({ length: 50 }, () => ({
        type: 'concern-raised' as const,
        concernId: id as `cnc_${string}`,
        entityId,
        resellerId: r1.resellerId,
        cause: 'noticed' as const,
        ground: null,
        statementSha256: '0'.repeat(64),
      }))
      const raised = change('concern', id, { state: { stage: 'none' }, ...fresh }, events, at)
      const { rows } = eventRows(raised, systemMetadata('seed', id, at))
      seeded.push(rows.map(({ pk, sk }) => ({ pk, sk })))
      await transact(house.table, (TableName) => rows.map((Item) => ({ Put: { TableName, Item } })))
    }
    expect((await whole(parties.admin, '&kind=concern')).length).toBe(2_000)
    expect(await cost()).toEqual(before)
    // Copies hold no places, and have no states: none is left behind.
    for (const keys of seeded)
      await transact(house.table, (TableName) => keys.map((Key) => ({ Delete: { TableName, Key } })))
  }, 120_000)
})
