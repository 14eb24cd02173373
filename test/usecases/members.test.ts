import { describe, expect, test } from 'vitest'
import { subOfMail } from '../../functions/adapters/accounts-by-mail.ts'
import { Unavailable } from '../../functions/ports/unavailable.ts'
import { newHouse, type Ask, type Reply } from '../support/house.ts'
import { corporateNumber, good, partiesIn, nextNumber } from '../support/parties.ts'

const house = await newHouse()
const parties = await partiesIn(house)
const other = await partiesIn(house)

const someone = (role = 'entityStaff') => ({ mail: `p${nextNumber()}@somewhere.example.jp`, name: '山田 花子', role })
const name = (ask: Ask, person: object, dryRun = false): Promise<Reply> =>
  ask.post(`/v1/members${dryRun ? '?dryRun=true' : ''}`, person)
/** All that can be seen of an answer, but for what is new each time. */
const seen = ({ status, body, headers: { 'musubi-request-id': _, ...headers } }: Reply, mail: string): string =>
  JSON.stringify({
    status,
    headers,
    body: { ...body, sub: /^usr_[0-9a-f]{24}$/.test(body.sub) || body.sub },
  }).replaceAll(mail, 'MAIL')
const lettersTo = (mail: string) => house.letters.filter(({ to }) => to === mail).map(({ subject }) => subject)
const membershipOf = async (mail: string) => (await house.deps.directory.member(subOfMail(mail)))?.state.membership
const reseller = await parties.reseller(`M${nextNumber()}`, [])

describe('a person who was named', () => {
  test('and has not come is sent the invitation again by naming it again (C38)', async () => {
    const person = someone()
    const opened: string[] = []
    const { accounts } = house.deps
    const { open } = accounts
    Object.assign(accounts, { open: (one: { mail: string; name: string }) => (opened.push(one.mail), open(one)) })
    const first = good(await name(parties.admin, person))
    expect(good(await name(parties.admin, person))).toEqual(first)
    Object.assign(accounts, { open })
    expect(opened).toEqual([person.mail, person.mail])
    expect(await membershipOf(person.mail)).toMatchObject({ role: 'entityStaff' })
  })

  test('and has come is named once, and its own organization is told so', async () => {
    const person = someone()
    good(await name(parties.admin, person))
    await house.signedIn(person.mail)
    for (const dryRun of [true, false])
      expect((await name(parties.admin, person, dryRun)).body).toMatchObject({ kind: 'already-exists', what: 'mail' })
  })

  test('as something else before it came is that', async () => {
    const person = someone()
    good(await name(parties.admin, person))
    good(await name(parties.admin, { ...person, role: 'entityAdmin' }))
    expect(await membershipOf(person.mail)).toMatchObject({ role: 'entityAdmin' })
  })
})

describe('an address known elsewhere and one known nowhere are answered alike (attack 6)', () => {
  const elsewhere = async (): Promise<string> => {
    const person = someone()
    good(await name(other.admin, person))
    await house.signedIn(person.mail)
    return person.mail
  }
  const askers: Readonly<Record<string, readonly [ask: () => Ask, role: string]>> = {
    'an implementing entity': [() => parties.admin, 'entityStaff'],
    'a reseller': [() => reseller.ask, 'resellerStaff'],
  }

  test.each(Object.entries(askers))(
    '%s names it, in a dry run and for real, once and again',
    async (_, [ask, role]) => {
      const [known, unknown] = [{ ...someone(role), mail: await elsewhere() }, someone(role)]
      for (const dryRun of [true, false, false, true]) {
        const [one, two] = [await name(ask(), known, dryRun), await name(ask(), unknown, dryRun)]
        expect(one.status).toBe(201)
        expect(seen(one, known.mail)).toBe(seen(two, unknown.mail))
      }
    },
  )

  test('as the first admin of a reseller', async () => {
    const invite = async (mail: string, dryRun: boolean) => {
      const code = `I${nextNumber()}`
      const body = { code, name: '架空販売', prefecture: '東京都', admin: { mail, name: '坂田' } }
      const { status, body: answer } = await parties.admin.post(`/v1/resellers${dryRun ? '?dryRun=true' : ''}`, body)
      return [status, Object.keys(answer), dryRun ? answer.admin.sub : /^usr_[0-9a-f]{24}$/.test(answer.admin.sub)]
    }
    for (const dryRun of [true, false])
      expect(await invite(await elsewhere(), dryRun)).toEqual(await invite(someone().mail, dryRun))
  })

  test('what was answered is the same each time, and is not the person’s own', async () => {
    const mail = await elsewhere()
    const subs = [
      good(await name(parties.admin, { ...someone(), mail })).sub,
      good(await name(parties.admin, { ...someone(), mail })).sub,
    ]
    expect(subs[0]).toBe(subs[1])
    expect(subs[0]).not.toBe(subOfMail(mail))
    expect(good(await name(reseller.ask, { ...someone('resellerStaff'), mail })).sub).not.toBe(subs[0])
  })

  test('the person keeps its role, and is written that it is invited, and by whom not', async () => {
    const mail = await elsewhere()
    const before = await membershipOf(mail)
    good(await name(parties.admin, { ...someone(), mail }))
    await house.settle()
    expect(await membershipOf(mail)).toEqual(before)
    expect(lettersTo(mail)).toEqual(['【結 Musubi】別の組織の利用者として招かれています'])
    const { text } = house.letters.find(({ to }) => to === mail) ?? { text: '' }
    expect(text).toContain('いまのご利用はそのまま続けられます')
  })

  test('an invitation that nobody accepted blocks nobody else: both stand, and signing in accepts neither', async () => {
    const person = someone()
    const first = good(await name(other.admin, person))
    const second = good(await name(parties.admin, person))
    await house.signedIn(person.mail)
    const stageAt = async (ask: Ask, sub: string) => good(await ask.get(`/v1/members/${sub}`)).stage
    expect([await stageAt(other.admin, first.sub), await stageAt(parties.admin, second.sub)]).toEqual([
      'invited',
      'invited',
    ])
  })
})

describe('parties whose first person has not come', () => {
  const first = () => ({ mail: `f${nextNumber()}@somewhere.example.jp`, name: '坂田 学' })
  const numbers = new Map<string, string>()
  const once = (key: string): string => {
    const kept = numbers.get(key) ?? corporateNumber(700_000 + nextNumber())
    numbers.set(key, kept)
    return kept
  }
  const kinds: Readonly<
    Record<string, readonly [by: Ask, path: string, body: (n: string) => object, who: string, id: string]>
  > = {
    'a reseller': [
      parties.admin,
      '/v1/resellers',
      (n) => ({ code: n.toUpperCase(), name: '架空販売', prefecture: '東京都' }),
      'admin',
      'resellerId',
    ],
    'an implementing entity': [
      parties.operator,
      '/v1/implementing-entities',
      (n) => ({ name: '架空実施', corporateNumber: once(n) }),
      'admin',
      'entityId',
    ],
    'a registration body': [
      parties.operator,
      '/v1/registration-bodies',
      (n) => ({ name: `架空審査${n}` }),
      'officer',
      'registrationBodyId',
    ],
  }

  test.each(Object.entries(kinds))(
    '%s is invited again by the same words, until it has come (C38)',
    async (_, kind) => {
      const [by, path, body, who, id] = kind
      const sent = { ...body(`k${nextNumber()}`), [who]: first() }
      const made = good(await by.post(path, sent))
      const again = good(await by.post(path, sent))
      expect([again[id], again[who]]).toEqual([made[id], made[who]])
      await house.signedIn((sent as any)[who].mail)
      expect((await by.post(path, sent)).body.kind).toBe('already-exists')
    },
  )

  test.each(Object.entries(kinds))(
    '%s is invited again all the same where its first person has an account elsewhere (attack 6)',
    async (_, [by, path, body, who]) => {
      const person = { ...first(), role: 'entityStaff' }
      good(await name(other.admin, person))
      await house.signedIn(person.mail)
      const { role: _role, ...named } = person
      const sent = { ...body(`k${nextNumber()}`), [who]: named }
      const made = good(await by.post(path, sent))
      for (const dryRun of ['?dryRun=true', '']) {
        const again = await by.post(`${path}${dryRun}`, sent)
        expect([again.status, again.body.kind]).toEqual([201, undefined])
        expect(dryRun === '' ? again.body[who] : made[who]).toEqual(made[who])
      }
      await house.settle()
      expect(lettersTo(person.mail).filter((one) => one.includes('別の組織'))).toHaveLength(2)
    },
  )

  test.each(Object.entries(kinds).slice(0, 2))('%s under the same number is not another’s', async (_, kind) => {
    const [by, path, body, who] = kind
    const sent = { ...body(`k${nextNumber()}`), [who]: first() }
    good(await by.post(path, sent))
    expect((await by.post(path, { ...sent, [who]: first() })).body.kind).toBe('already-exists')
  })
})

test('while no invitation can go out there is 503, with a time, and then it is done (C38)', async () => {
  const person = someone()
  const { accounts } = house.deps
  const { open } = accounts
  Object.assign(accounts, { open: () => Promise.reject(new Unavailable('limit', 3_600)) })
  const refused = await parties.admin.post('/v1/members', person, { key: 'limited' })
  expect([refused.status, refused.body.kind, refused.body.retryable]).toEqual([503, 'unavailable', true])
  expect(refused.headers['retry-after']).toBe('3600')
  Object.assign(accounts, { open })
  expect((await parties.admin.post('/v1/members', person, { key: 'limited' })).status).toBe(201)
  expect(house.defects).toEqual([])
})
