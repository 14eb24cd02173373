import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, test } from 'vitest'
import { askedIn } from '../support/excepting.ts'
import { aPdf, stated } from '../support/files.ts'
import type { Ask } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'
import { good, nextNumber } from '../support/parties.ts'
import { campaignIn } from '../support/redisclosing.ts'
import { rowsIn, stateOf } from '../support/table-rows.ts'

const { house, parties, net, leaver, attested, proposed, stopped } = await marketplace()
const { admin, operator, ipa } = parties
const pdf = await aPdf()

type Row = Readonly<Record<string, unknown>>
type Spoil = (row: Row) => Row

const put = async (Item: Row) => house.table.db.send(new PutCommand({ TableName: house.table.name, Item }))

/** Does something while what is kept of one thing is spoilt; then it is as it was. */
const whileSpoilt = async <Done>(id: string, spoil: Spoil, act: () => Promise<Done>): Promise<Done> => {
  const isOf = ({ pk, sk }: Row) => [pk, sk].some((key) => String(key).endsWith(`#${id}`))
  const row = (await rowsIn(house.table)).find((one) => one['s'] !== undefined && isOf(one))
  if (!row) throw new Error(`no row of ${id}`)
  await put(spoil(row))
  const done = await act()
  await put(row)
  return done
}

const torn: Spoil = (row) => ({ ...row, s: '{"nothing that can be' })
const newer: Spoil = (row) => ({ ...row, s: JSON.stringify({ ...JSON.parse(String(row['s'])), v: 99 }) })
const spoils: readonly (readonly [string, Spoil])[] = [
  ['torn', torn],
  ['of a newer form', newer],
  ['with a key nobody knows', (row) => ({ ...row, s: JSON.stringify({ ...JSON.parse(String(row['s'])), zz: 1 }) })],
  ['that says less than it must', (row) => ({ ...row, s: '{}' })],
  ['of no text', (row) => ({ ...row, s: 7 })],
  ['of a kind nobody knows', (row) => ({ ...row, t: 'zz' })],
]

const raised = async (ask: Ask) =>
  good(await ask.post('/v1/concerns', { ground: 'staff', statement: '担当者が二人とも辞める。' })).concernId as string
const filed = async () => good(await admin.post('/v1/files', stated(net, 'trainingMaterial', pdf))).fileId as string
const nameOne = async (ask: Ask, role: string) =>
  good(await ask.post('/v1/members', { mail: `p${nextNumber()}@lists.example.jp`, name: '架空 太郎', role }))
    .sub as string
const exported = async (ask: Ask) => good(await ask.post('/v1/exports')).operationId as string
const submitted = async () => {
  const one = await leaver()
  await attested(one)
  const { discontinuanceId } = await stopped(one)
  await house.settle()
  const { items } = good(await admin.get('/v1/submissions'))
  return items.find((each: any) => each.discontinuanceId === discontinuanceId).submissionId as string
}

/** Each list of what a tenant has few of: its items are named by that field, and one more is made so. */
const lists: readonly (readonly [path: string, field: string, make: () => Promise<string>])[] = [
  ['/v1/resellers', 'resellerId', async () => (await leaver()).resellerId],
  ['/v1/services', 'serviceId', () => parties.service('NET', { as: `S${nextNumber()}` })],
  ['/v1/discontinuances', 'discontinuanceId', async () => proposed(await leaver())],
  ['/v1/obligations', 'discontinuanceId', async () => (await stopped(await leaver())).discontinuanceId],
  ['/v1/concerns', 'concernId', async () => raised((await leaver()).ask)],
  ['/v1/contract-exceptions', 'exceptionId', () => askedIn(admin, net)],
  ['/v1/redisclosures', 'redisclosureId', async () => (await campaignIn(house, parties)).redisclosureId],
  ['/v1/submissions', 'submissionId', submitted],
  ['/v1/operations', 'operationId', () => exported(admin)],
  ['/v1/members', 'sub', () => nameOne(admin, 'entityStaff')],
  ['/v1/files?of=NET', 'fileId', filed],
]

const named = ({ items }: any, field: string): readonly string[] => items.map((one: any) => one[field])

describe('what a tenant has few of, and cannot be shown', () => {
  test.each(lists)(
    '%s shows the others, names it as unreadable and raises a defect (attack 2)',
    async (asked, field, make) => {
      const path = asked.replace('NET', net)
      const [other, id] = [await make(), await make()]
      for (const [how, spoil] of spoils) {
        const before = house.defects.length
        const { status, body } = await whileSpoilt(id, spoil, () => admin.get(path))
        expect([how, status, body.unreadable]).toEqual([how, 200, [{ id }]])
        expect(named(body, field)).toContain(other)
        expect(named(body, field)).not.toContain(id)
        expect(house.defects.slice(before)).toHaveLength(1)
      }
      const whole = good(await admin.get(path))
      expect(whole).not.toHaveProperty('unreadable')
      expect(named(whole, field)).toEqual(expect.arrayContaining([other, id]))
    },
  )

  test('of registration bodies is named as well, to the operator and to who registers (attack 2)', async () => {
    const { registrationBodyId: id } = good(
      await operator.post('/v1/registration-bodies', {
        name: '架空第二登録機関',
        officer: { mail: `officer${nextNumber()}@second.example.jp`, name: '審査 二郎' },
      }),
    )
    for (const ask of [operator, admin]) {
      const { status, body } = await whileSpoilt(id, torn, () => ask.get('/v1/registration-bodies'))
      expect([status, body.unreadable]).toEqual([200, [{ id }]])
      expect(named(body, 'registrationBodyId')).toContain(parties.registrationBodyId)
    }
  })

  test('does not stand in the way of a page: what comes after it is found (attack 2)', async () => {
    const ids = [await exported(admin), await exported(admin), await exported(admin)]
    const seen: string[] = []
    const unread: string[] = []
    await whileSpoilt(ids[1] ?? '', torn, async () => {
      let cursor: string | null = ''
      while (cursor !== null) {
        const page: any = good(await admin.get(`/v1/operations?limit=1${cursor && `&cursor=${cursor}`}`))
        seen.push(...named(page, 'operationId'))
        unread.push(...(page.unreadable ?? []).map((one: any) => one.id))
        cursor = page.nextCursor
      }
    })
    expect(seen.filter((id) => ids.includes(id))).toEqual([ids[2], ids[0]])
    expect(unread).toEqual([ids[1]])
  })
})

describe('what is decided from a whole list', () => {
  test('which version of a file is in force is not said while another cannot be read', async () => {
    const number = (n: number) => stated(net, 'serviceTerms', pdf, { number: n, name: '規約.pdf' })
    const [one, other] = [1, 2].map(async (n) => good(await admin.post('/v1/files', number(n))).fileId as string)
    const path = `/v1/files/${await one}`
    expect((await whileSpoilt((await other) ?? '', torn, () => admin.get(path))).status).toBe(500)
    expect(good(await admin.get(path)).inForce).toBe(false)
  })

  test('an admin that cannot be read is not passed over when all are replaced', async () => {
    const { resellerId, ask } = await leaver()
    const person = { mail: 'next@lists.example.jp', name: '後任 一郎', reason: '連絡が取れないため' }
    const replaced = () => admin.post(`/v1/resellers/${resellerId}/replace-admin`, person)
    expect((await whileSpoilt(await nameOne(ask, 'resellerAdmin'), torn, replaced)).status).toBe(500)
    expect(good(await replaced()).removed).toHaveLength(2)
  })
})

describe('what cannot be shown and may be another’s', () => {
  const mine = [
    ['/v1/concerns', 'concernId', (ask: Ask) => raised(ask)],
    ['/v1/contract-exceptions', 'exceptionId', (ask: Ask) => askedIn(ask, net)],
    ['/v1/operations', 'operationId', exported],
  ] as const

  test.each(mine)(
    '%s names it to no reseller, shows each its own, and raises a defect (attack 2)',
    async (path, field, make) => {
      const [one, other] = [await leaver(), await leaver()]
      const [own, id] = [await make(one.ask), await make(other.ask)]
      for (const [ask, shown] of [
        [one.ask, [own]],
        [other.ask, []],
      ] as const) {
        const before = house.defects.length
        const { status, body } = await whileSpoilt(id, torn, () => ask.get(path))
        expect([status, named(body, field), body.unreadable]).toEqual([200, shown, undefined])
        expect(house.defects.slice(before)).toHaveLength(1)
      }
    },
  )

  test('a member of one reseller is not named to another, and raised all the same (attack 2)', async () => {
    const [one, other] = [await leaver(), await leaver()]
    const [own, id] = [await nameOne(one.ask, 'resellerStaff'), await nameOne(other.ask, 'resellerStaff')]
    const before = house.defects.length
    const { status, body } = await whileSpoilt(id, torn, () => one.ask.get('/v1/members'))
    expect([status, named(body, 'sub').includes(own), body.unreadable]).toEqual([200, true, undefined])
    expect(house.defects.slice(before)).toHaveLength(1)
  })

  test('a file of a service is named to no reseller, and raised all the same (attack 2)', async () => {
    const { ask } = await leaver()
    const id = await filed()
    const before = house.defects.length
    const { status, body } = await whileSpoilt(id, torn, () => ask.get(`/v1/files?of=${net}`))
    expect([status, body.items, body.unreadable]).toEqual([200, [], undefined])
    expect(house.defects.slice(before)).toHaveLength(1)
  })

  test('a service is every reseller’s to see, and named to it (attack 2)', async () => {
    const { ask } = await leaver()
    const id = await parties.service('NET', { as: `S${nextNumber()}` })
    const { body } = await whileSpoilt(id, torn, () => ask.get('/v1/services'))
    expect([body.unreadable, named(body, 'serviceId').includes(net)]).toEqual([[{ id }], true])
  })

  test('a submission is named to no authority, for it may be a draft (attack 2)', async () => {
    const id = await submitted()
    const { to } = good(await admin.get(`/v1/submissions/${id}`))
    const reader = to === 'ipa' ? ipa : parties.body
    const before = house.defects.length
    const { status, body } = await whileSpoilt(id, torn, () => reader.get('/v1/submissions'))
    expect([status, body.unreadable]).toEqual([200, undefined])
    expect(house.defects.slice(before)).toHaveLength(1)
  })

  test('a contract of an SME is named to no reseller, and raised all the same (attack 2)', async () => {
    const { ask } = await leaver()
    const contractId = await attested({ ask, resellerId: 'rsl_' })
    const { sme } = good(await ask.get(`/v1/contracts/${contractId}`))
    const head = (await rowsIn(house.table)).find(
      ({ t, sk }) => t === 'head' && contractId.endsWith(String(sk).slice(-26)),
    )
    await put({ ...head, r: 'nothing that can be read' })
    const before = house.defects.length
    const { status, body } = await ask.get(`/v1/contracts?corporateNumber=${sme.smeId}`)
    await put(head ?? {})
    expect([status, body.items, body.unreadable]).toEqual([200, [], undefined])
    expect(house.defects.slice(before)).toHaveLength(1)
  })
})

describe('what needs every row stops at one that cannot be read', () => {
  const span = 'from=2026-04-01&until=2026-10-31'
  /** What an act answers while a row is torn, and while it is of a newer form; and that nothing was written. */
  const stoppedAt = async (id: string, act: () => Promise<{ readonly status: number; readonly body: any }>) => {
    const before = await stateOf(house.table)
    const replies = [await whileSpoilt(id, torn, act), await whileSpoilt(id, newer, act)]
    const isAsBefore = (await stateOf(house.table)) === before
    return [...replies.map(({ status, body }) => `${status} ${body.kind}`), isAsBefore]
  }
  const stops = ['500 defect', '503 newer-form', true]

  test('a report and an export, at a reseller; the conformity of a service, at a reseller and a case (attack 2)', async () => {
    const { resellerId } = await leaver()
    const dsc = await proposed(await leaver())
    await house.settle()
    const conformity = () => admin.get(`/v1/services/${net}/versions/1/conformity`)
    expect(await stoppedAt(resellerId, () => admin.get(`/v1/reports/contracts?${span}`))).toEqual(stops)
    expect(await stoppedAt(resellerId, () => admin.post('/v1/exports'))).toEqual(stops)
    expect(await stoppedAt(resellerId, conformity)).toEqual(stops)
    expect(await stoppedAt(dsc, conformity)).toEqual(stops)
    expect(await stoppedAt(dsc, () => admin.get(`/v1/reports/contracts.csv?${span}`))).toEqual(stops)
  })

  test('a case does not close while a service cannot be read (attack 2)', async () => {
    const { path } = await stopped(await leaver())
    const id = await parties.service('NET', { as: `S${nextNumber()}` })
    await house.settle()
    expect(await stoppedAt(id, () => admin.post(`${path}/close`))).toEqual(stops)
  })
})
