import { describe, expect, test } from 'vitest'
import { subOfMail } from '../../functions/adapters/accounts-by-mail.ts'
import { signIn } from '../../functions/application/tenants/sign-in.ts'
import { newHouse, type Ask } from '../support/house.ts'
import { good, nextNumber, partiesIn } from '../support/parties.ts'

const house = await newHouse()
const parties = await partiesIn(house)
const reseller = await parties.reseller(`S${nextNumber()}`, [])
const why = { reason: '部署の異動のため' }
const someone = (role: string) => ({ mail: `s${nextNumber()}@somewhere.example.jp`, name: '架空 花子', role })

const joined = async (role: 'entityAdmin' | 'entityStaff' = 'entityStaff') => {
  const person = someone(role)
  const { sub } = good(await parties.admin.post('/v1/members', person))
  await house.signedIn(person.mail)
  return { sub, mail: person.mail, ask: house.as({ role, sub, entityId: parties.entityId }) }
}
const done = (ask: Ask, sub: string, act: string, more = {}) =>
  ask.post(`/v1/members/${sub}/${act}`, { ...why, ...more })
const read = async (sub: string) => good(await parties.admin.get(`/v1/members/${sub}`))

describe('a member', () => {
  test('is invited, accepts by signing in, is suspended, reinstated and removed, each with its reason and by whom', async () => {
    const person = someone('entityStaff')
    const { sub } = good(await parties.admin.post('/v1/members', person))
    expect(await read(sub)).toMatchObject({ stage: 'invited', name: person.name, mail: person.mail, lastSeenOn: null })
    await house.signedIn(person.mail)
    expect(await read(sub)).toMatchObject({ stage: 'active', lastSeenOn: house.clock.today() })
    for (const [act, stage] of [
      ['suspend', 'suspended'],
      ['reinstate', 'active'],
      ['remove', 'removed'],
    ] as const)
      expect(good(await done(parties.admin, sub, act)).stage).toBe(stage)
    const { history } = await read(sub)
    expect(history.map(({ what }: any) => what)).toEqual([
      'member-named',
      'member-accepted',
      'member-suspended',
      'member-reinstated',
      'member-removed',
    ])
    expect(history.at(-1)).toMatchObject({ reason: why.reason, by: { name: '結城 京子' }, byRole: 'entityAdmin' })
  })

  test('has a reading in kana, kept in hiragana, or none', async () => {
    const named = (reading: string) => parties.admin.post('/v1/members', { ...someone('entityStaff'), reading })
    const { sub } = good(await named('カクウ ハナコ'))
    expect((await read(sub)).reading).toBe('かくう　はなこ')
    expect((await named('架空')).status).toBe(400)
  })

  test('who was suspended or removed is refused from the next command on, and is given no token', async () => {
    const { sub, mail, ask } = await joined('entityAdmin')
    const years = () => ask.post('/v1/implementing-entity/retention-years', { years: 12 })
    expect((await years()).status).toBe(200)
    for (const act of ['suspend', 'remove']) {
      good(await done(parties.admin, sub, act))
      expect((await years()).body.kind).toBe('no-longer-member')
      expect(await signIn(house.deps)({ account: subOfMail(mail), groups: [] })).toBeUndefined()
      if (act === 'suspend') good(await done(parties.admin, sub, 'reinstate'))
    }
  })

  test('whose role was changed acts in the new one only', async () => {
    const { sub, mail, ask } = await joined('entityAdmin')
    good(await done(parties.admin, sub, 'role', { role: 'entityStaff' }))
    const years = await ask.post('/v1/implementing-entity/retention-years', { years: 12 })
    expect(years.body.kind).toBe('no-longer-member')
    expect(await signIn(house.deps)({ account: subOfMail(mail), groups: [] })).toMatchObject({ role: 'entityStaff' })
  })

  test('of another organization is not there, and staff acts on nobody', async () => {
    const { sub, ask } = await joined()
    const elsewhere = await partiesIn(house)
    const none = await done(elsewhere.admin, 'usr_nobody', 'suspend')
    for (const by of [elsewhere.admin, reseller.ask]) {
      const refused = await done(by, sub, 'suspend')
      expect([refused.status, { ...refused.body }]).toEqual([404, { ...none.body }])
    }
    expect((await done(ask, sub, 'suspend')).body.kind).toBe('not-permitted')
    expect((await done(ask, (await joined('entityAdmin')).sub, 'suspend')).status).toBe(403)
    expect((await read(sub)).stage).toBe('active')
  })

  test('is listed by role and stage, those of a reseller for the reseller alone', async () => {
    const { sub } = good(await reseller.ask.post('/v1/members', someone('resellerStaff')))
    const subs = async (ask: Ask, query = '') =>
      good(await ask.get(`/v1/members${query}`)).items.map((one: any) => one.sub)
    expect(await subs(reseller.ask)).toContain(sub)
    expect(await subs(parties.admin)).not.toContain(sub)
    expect(await subs(reseller.ask, '?role=resellerStaff&stage=invited')).toEqual([sub])
    expect(await subs(reseller.ask, '?role=resellerStaff&stage=active')).toEqual([])
  })
})

describe('the last admin', () => {
  const tenant = async () => {
    const own = await partiesIn(house)
    const { items } = good(await own.admin.get('/v1/members'))
    return { ...own, sub: items[0].sub as string, mail: items[0].mail as string }
  }

  test('does not suspend, remove or demote itself: 409, and nothing is changed', async () => {
    const { admin, sub, mail } = await tenant()
    await house.signedIn(mail)
    for (const [act, more] of [['suspend'], ['remove'], ['role', { role: 'entityStaff' }]] as const) {
      const refused = await done(admin, sub, act, more)
      expect([refused.status, refused.body.kind]).toEqual([409, 'last-admin'])
    }
    // One who was invited and has not come is no other admin yet.
    const second = someone('entityAdmin')
    good(await admin.post('/v1/members', second))
    expect((await done(admin, sub, 'remove')).body.kind).toBe('last-admin')
    await house.signedIn(second.mail)
    good(await done(admin, sub, 'remove'))
  })

  test('of two that remove each other at once, one stays', async () => {
    const { admin, sub, mail, entityId } = await tenant()
    await house.signedIn(mail)
    const second = someone('entityAdmin')
    const { sub: other } = good(await admin.post('/v1/members', second))
    await house.signedIn(second.mail)
    const theOther = house.as({ role: 'entityAdmin', sub: other, entityId })
    const answers = await Promise.all([done(admin, other, 'remove'), done(theOther, sub, 'remove')])
    expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, 403])
  })

  test('of a reseller is replaced by its implementing entity, of an entity and a body by the operator, with the reason', async () => {
    const { operator, admin, entityId, registrationBodyId } = await tenant()
    const { resellerId } = await (async () => reseller)()
    const replace = async (by: Ask, path: string) => {
      const person = { mail: `r${nextNumber()}@somewhere.example.jp`, name: '後任 一郎', ...why }
      return good(
        await by.post(`${path}/replace-admin`.replace(/(bodies.*)replace-admin/, '$1replace-officer'), person),
      )
    }
    expect((await replace(operator, `/v1/implementing-entities/${entityId}`)).removed).toHaveLength(1)
    expect((await replace(operator, `/v1/registration-bodies/${registrationBodyId}`)).removed).toHaveLength(1)
    const made = await replace(parties.admin, `/v1/resellers/${resellerId}`)
    expect(made.removed).toHaveLength(1)
    expect((await admin.post('/v1/members', someone('entityStaff'))).body.kind).toBe('no-longer-member')
    const now = house.as({ role: 'resellerAdmin', sub: made.sub, entityId: parties.entityId, resellerId })
    const { history } = good(await now.get(`/v1/members/${made.removed[0]}`))
    expect(history.at(-1)).toMatchObject({ what: 'member-removed', reason: why.reason, by: { name: '結城 京子' } })
    expect((await parties.admin.post(`/v1/resellers/${resellerId}x/replace-admin`, {})).status).toBe(404)
  })
})

describe('an account of several organizations', () => {
  test('is invited elsewhere by a letter, accepts by choosing, and its next token is for what it chose', async () => {
    const { mail, sub, ask } = await joined()
    const elsewhere = await partiesIn(house)
    const named = good(await elsewhere.admin.post('/v1/members', { ...someone('entityAdmin'), mail }))
    await house.settle()
    expect(house.letters.filter(({ to }) => to === mail).map(({ subject }) => subject)).toEqual([
      '【結 Musubi】別の組織の利用者として招かれています',
    ])
    const me = good(await ask.get('/v1/me'))
    expect(me).toMatchObject({ sub, name: '架空 花子', role: 'entityStaff' })
    expect(me.memberships.map((one: any) => [one.sub, one.stage, one.current])).toEqual([
      [sub, 'active', true],
      [named.sub, 'invited', false],
    ])
    const token = () => signIn(house.deps)({ account: subOfMail(mail), groups: [] })
    expect(await token()).toMatchObject({ entityId: parties.entityId })
    expect(good(await elsewhere.admin.get(`/v1/members/${named.sub}`)).stage).toBe('invited')
    expect(good(await ask.post('/v1/me/membership', { sub: named.sub }))).toMatchObject({ stage: 'active' })
    expect(await token()).toEqual({ role: 'entityAdmin', entityId: elsewhere.entityId, member: named.sub })
    const there = house.as({ role: 'entityAdmin', sub: named.sub, entityId: elsewhere.entityId, account: sub })
    expect(good(await there.get('/v1/me'))).toMatchObject({ sub: named.sub, tenant: elsewhere.entityId })
    // Removed there, it goes on here.
    good(await done(elsewhere.admin, named.sub, 'remove'))
    expect((await there.post('/v1/me/membership', { sub })).body.kind).toBe('no-longer-member')
    expect(await token()).toMatchObject({ role: 'entityStaff', entityId: parties.entityId })
  })

  test('nobody chooses what is another person’s, nor what one was removed from', async () => {
    const [one, other] = [await joined(), await joined()]
    expect((await one.ask.post('/v1/me/membership', { sub: other.sub })).body.kind).toBe('not-found')
    good(await done(parties.admin, other.sub, 'suspend'))
    expect((await other.ask.post('/v1/me/membership', { sub: other.sub })).body.kind).toBe('no-longer-member')
  })
})

test('whoever was erased leaves no name and no mail, a removed one only, and what was done stays readable', async () => {
  const { sub, mail, ask } = await joined('entityAdmin')
  const made = good(await ask.post('/v1/members', someone('entityStaff'))).sub
  expect((await done(parties.admin, sub, 'erase')).body.kind).toBe('wrong-stage')
  good(await done(parties.admin, sub, 'remove'))
  good(await done(parties.admin, sub, 'erase'))
  expect((await done(parties.admin, sub, 'erase')).body.kind).toBe('wrong-stage')
  expect(await read(sub)).toMatchObject({ erased: true, mail: null, name: '（削除済みの利用者）', lastSeenOn: null })
  expect(good(await parties.admin.get(`/v1/members/${made}`)).history[0].by.name).toBe('（削除済みの利用者）')
  expect(JSON.stringify((await house.deps.people.onRecord([sub])).get(sub))).not.toContain(mail)
  // The checker looks into every chain of this table when these tests are over.
})
