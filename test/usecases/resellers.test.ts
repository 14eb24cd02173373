import { describe, expect, test } from 'vitest'
import { newHouse } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'
import { good, nextNumber, paper, requirementsGiven, resaleAgreement } from '../support/parties.ts'

const { house, parties, net } = await marketplace()

describe('第1章2.(4) a reseller', () => {
  const invited = async () => {
    const code = `N${nextNumber()}`
    const { resellerId } = good(
      await parties.admin.post('/v1/resellers', {
        code,
        name: '架空販売株式会社',
        prefecture: '大阪府',
        admin: { mail: `${code}@reseller.example.jp`, name: '坂田' },
      }),
    )
    const ask = house.as({ role: 'resellerAdmin', sub: code, entityId: parties.entityId, resellerId })
    const path = `/v1/resellers/${resellerId}`
    return { code, resellerId, ask, path, supply: (given: object) => ask.post(`${path}/requirements`, given) }
  }
  const stages = (reseller: any) =>
    Object.fromEntries(reseller.requirements.map(({ code, stage }: any) => [code, stage]))

  test('owes six things at first, each with who must supply it and by when', async () => {
    const { path } = await invited()
    const reseller = good(await parties.admin.get(path))
    expect(reseller).toMatchObject({ stage: 'invited', corporateNumber: null })
    expect(
      reseller.requirements.map(({ code, suppliedBy, dueOn, stage }: any) => [code, suppliedBy, dueOn, stage]),
    ).toEqual([
      ['corporateNumber', 'reseller', '2026-10-31', 'due'],
      ['representative', 'reseller', '2026-10-31', 'due'],
      ['contact', 'reseller', '2026-10-31', 'due'],
      ['pledge', 'reseller', '2026-10-31', 'due'],
      ['training', 'reseller', '2026-10-31', 'due'],
      ['resaleAgreement', 'implementingEntity', '2026-10-31', 'due'],
    ])
  })

  test('is late on the day after, and not on the day', async () => {
    const late = await newHouse({ now: '2026-10-31T23:59:59.999+09:00', table: house.table })
    const { path, resellerId } = await invited()
    const admin = late.as({ role: 'entityAdmin', sub: 'a', entityId: parties.entityId })
    expect(stages(good(await admin.get(path)))).toMatchObject({ pledge: 'due' })
    late.clock.advance(1)
    expect(stages(good(await admin.get(path)))).toMatchObject({ pledge: 'pastDue' })
    expect(resellerId).toMatch(/^rsl_/)
  })

  test('is approved only when nothing is owed, and is told all that is', async () => {
    const { path, supply } = await invited()
    const given = requirementsGiven()
    for (const one of given.slice(0, 4)) good(await supply(one))
    const { status, body } = await parties.admin.post(`${path}/approve`)
    expect([status, body.kind, body.missing.map(({ code, suppliedBy }: any) => [code, suppliedBy])]).toEqual([
      409,
      'incomplete',
      [
        ['training', 'reseller'],
        ['resaleAgreement', 'implementingEntity'],
      ],
    ])
    good(await supply(given[4] as object))
    good(await parties.admin.post(`${path}/requirements`, resaleAgreement))
    expect(good(await parties.admin.post(`${path}/approve`)).stage).toBe('active')
    expect((await parties.admin.post(`${path}/approve`)).body).toMatchObject({ kind: 'wrong-stage', stage: 'active' })
  })

  test('supplies its own things, and the implementing entity its own', async () => {
    const { path, supply } = await invited()
    expect((await supply(resaleAgreement)).body).toMatchObject({ kind: 'does-not-fit', what: 'code' })
    expect((await parties.admin.post(`${path}/requirements`, requirementsGiven()[3])).body).toMatchObject({
      kind: 'does-not-fit',
      what: 'code',
    })
  })

  test('cannot pledge tomorrow', async () => {
    const { supply } = await invited()
    const { body } = await supply({ code: 'pledge', edition: '1.2', pledgedBy: '代表', pledgedOn: '2026-10-02' })
    expect(body).toMatchObject({
      kind: 'out-of-order',
      what: 'pledgedOn',
      given: '2026-10-01',
      notBefore: '2026-10-02',
    })
  })

  test('is one company once, also when it corrects its number', async () => {
    const [first, second] = [await invited(), await invited()]
    const [number] = requirementsGiven()
    const [corrected] = requirementsGiven()
    good(await first.supply(number as object))
    expect((await second.supply(number as object)).body).toMatchObject({
      kind: 'already-exists',
      what: 'corporateNumber',
    })
    good(await first.supply(number as object))
    good(await first.supply(corrected as object))
    good(await second.supply(number as object))
  })

  test('has a code that no other has', async () => {
    const { code } = await invited()
    const again = await parties.admin.post('/v1/resellers', {
      code,
      name: '別の会社',
      prefecture: '大阪府',
      admin: { mail: `x${code}@example.jp`, name: '誰か' },
    })
    expect([again.status, again.body.kind, again.body.what]).toEqual([409, 'already-exists', 'code'])
  })

  test('sells from the first day it is authorized to the last, and not a day before or after', async () => {
    const { resellerId, ask } = await parties.reseller(`D${nextNumber()}`, [])
    const on = (signedOn: string) => ask.post('/v1/contracts/attest', paper(net, { signedOn }))
    expect((await on('2026-09-01')).body.clause).toBe('第1章2.(4)')
    const path = `/v1/resellers/${resellerId}/authorizations`
    good(await parties.admin.post(path, { serviceId: net, from: '2026-06-10', until: '2026-06-20' }))
    good(await parties.admin.post(path, { serviceId: net, from: '2026-08-01', until: null }))
    good(await parties.admin.post(`${path}/${net}/end`, { lastDay: '2026-08-31' }))
    for (const [day, clause] of [
      ['2026-06-09', '第1章2.(4)'],
      ['2026-06-10', undefined],
      ['2026-06-20', undefined],
      ['2026-06-21', '第1章2.(4)'],
      ['2026-07-31', '第1章2.(4)'],
      ['2026-08-01', undefined],
      ['2026-08-31', undefined],
      ['2026-09-01', '第1章2.(4)'],
    ] as const) {
      expect([day, (await on(day)).body.clause]).toEqual([day, clause])
    }
  })

  test('is not yet anyone to sell through while it is invited', async () => {
    const { ask } = await invited()
    expect((await ask.post('/v1/contracts/attest', paper(net))).body.breaches.map(({ clause }: any) => clause)).toEqual(
      ['第1章2.(4)', '第2章1.(10)'],
    )
  })

  test('a rehearsed invitation opens no account', async () => {
    const opened: string[] = []
    const { accounts } = house.deps
    const { open } = accounts
    Object.assign(accounts, {
      open: (person: { mail: string; name: string }) => (opened.push(person.mail), open(person)),
    })
    const person = { mail: 'rehearsed@example.jp', name: '試し', role: 'entityStaff' }
    expect((await parties.admin.post('/v1/members?dryRun=true', person)).status).toBe(201)
    expect(opened).toEqual([])
    expect((await parties.admin.post('/v1/members', person)).status).toBe(201)
    expect(opened).toEqual([person.mail])
    await house.signedIn(person.mail)
    expect((await parties.admin.post('/v1/members?dryRun=true', person)).body.kind).toBe('already-exists')
    Object.assign(accounts, { open })
  })

  test('people: an admin names people of its own tenant, each once', async () => {
    const { ask } = await parties.reseller(`P${nextNumber()}`, [net])
    const person = { mail: `clerk${nextNumber()}@reseller.example.jp`, name: '事務 一郎' }
    expect(good(await ask.post('/v1/members', { ...person, role: 'resellerStaff' }))).toMatchObject({
      role: 'resellerStaff',
    })
    await house.signedIn(person.mail)
    expect((await ask.post('/v1/members', { ...person, role: 'resellerStaff' })).body.kind).toBe('already-exists')
    expect(
      (await ask.post('/v1/members', { mail: 'x@example.jp', name: '誰か', role: 'entityAdmin' })).body,
    ).toMatchObject({ kind: 'does-not-fit', what: 'role' })
  })
})
