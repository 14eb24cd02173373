import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, test } from 'vitest'
import { daysAfter, type PlainDate } from '../../shared/domain/plain-date.ts'
import { leaving } from '../support/leaving.ts'
import { newHouse } from '../support/house.ts'
import { meterOn } from '../support/meter.ts'
import { evidence, good, nextNumber, partiesIn, since } from '../support/parties.ts'
import { rowsIn } from '../support/table-rows.ts'

/** A house with an implementing entity that has one member, and what the calendar tells it of. */
const houseWithDays = async () => {
  const house = await newHouse()
  const parties = await partiesIn(house)
  const net = await parties.service('NET')
  const come = async (role: string, by = parties.admin) => {
    const mail = `p${nextNumber()}@people.example.jp`
    good(await by.post('/v1/members', { mail, name: '架空 花子', role }))
    await house.signedIn(mail)
    return mail
  }
  const mail = await come('entityStaff')
  await house.settle()
  /** Lets the calendar come at a moment; gives what an address was told by that. */
  const at = async (moment: string, to = mail) => {
    house.clock.set(moment)
    const before = house.letters.length
    await house.calendar.ahead()
    return house.letters
      .slice(before)
      .filter((one) => one.to === to)
      .map(({ subject }) => subject)
  }
  /** The last moment before a day, and its first. */
  const before = (day: PlainDate) => `${daysAfter(day, -1)}T23:59:59.999+09:00`
  const on = (day: PlainDate) => `${day}T00:00:00+09:00`
  return { house, parties, net, come, mail, at, before, on }
}

describe('what is about to lapse is told 90, 30 and 7 days before its last day, each once', () => {
  test('a registration, at the first instant of the day and not before', async () => {
    const { parties, net, at, before, on } = await houseWithDays()
    const until = '2027-03-31' as PlainDate
    const { registrationBodyId } = parties
    const entry = { registrationBodyId, number: 'R-1', from: '2026-04-01', until }
    good(await parties.admin.post(`/v1/services/${net}/registration`, entry))
    for (const days of [90, 30, 7]) {
      const day = daysAfter(until, -days)
      expect(await at(before(day))).toEqual([])
      expect(await at(on(day))).toEqual([`【登録の期限】サービスNET（あと${days}日）`])
      expect(await at(`${day}T12:00:00+09:00`)).toEqual([])
      expect(await at(on(daysAfter(day, 1)))).toEqual([])
    }
    expect(await at(on(until))).toEqual([])
  })

  test('evidence, but not where newer evidence for the same duty lasts longer or has no last day', async () => {
    const { parties, net, at, before, on, house } = await houseWithDays()
    const path = `/v1/services/${net}/evidence`
    const today = house.clock.today()
    const record = async (until: string | null) =>
      good(await parties.admin.post(path, evidence('第2章1.(11)', today, until)))
    const until = '2027-01-31' as PlainDate
    await record(until)
    const day = daysAfter(until, -90)
    expect(await at(before(day))).toEqual([])
    expect(await at(on(day))).toEqual(['【証拠の期限】サービスNETの第2章1.(11)（あと90日）'])
    await record('2027-02-28')
    // The ninety days of the newer one came while the calendar stayed away; the older one counts no more.
    expect(await at(on(daysAfter(until, -30)))).toEqual(['【証拠の期限】サービスNETの第2章1.(11)（あと58日）'])
    expect(await at(on(daysAfter('2027-02-28' as PlainDate, -30)))).toHaveLength(1)
    await record(null)
    expect(await at(on(daysAfter('2027-02-28' as PlainDate, -7)))).toEqual([])
  })

  test('an authorization, to the entity alone; the nearest where the calendar stayed away for weeks', async () => {
    const { parties, net, come, at, on, before } = await houseWithDays()
    const { resellerId, ask, name } = await parties.reseller(`A${nextNumber()}`, [])
    const seller = await come('resellerAdmin', ask)
    const until = '2027-01-31' as PlainDate
    good(await parties.admin.post(`/v1/resellers/${resellerId}/authorizations`, { serviceId: net, from: since, until }))
    expect(await at(before(daysAfter(until, -90)))).toEqual([])
    expect(await at(on(daysAfter(until, -6)))).toEqual([`【再販許諾の期限】${name}・サービスNET（あと6日）`])
    expect(await at(on(daysAfter(until, -5)), seller)).toEqual([])
  })

  test('nobody is told of what lapsed before the calendar came, nor of a near day that came before its record', async () => {
    const { parties, net, at, on, house } = await houseWithDays()
    await at(on(house.clock.today()))
    const record = async (until: PlainDate) => {
      const { registrationBodyId } = parties
      const entry = { registrationBodyId, number: 'R-1', from: '2026-04-01', until }
      good(await parties.admin.post(`/v1/services/${net}/registration`, entry))
    }
    const until = daysAfter(house.clock.today(), 20)
    await record(until)
    expect(await at(on(daysAfter(until, -19)))).toEqual([])
    expect(await at(on(daysAfter(until, 1)))).toEqual([])
  })
})

describe('what is due', () => {
  test('an obligation is told to the entity three days before, once; not one that is fulfilled', async () => {
    const { house, parties, net, at, before, on } = await houseWithDays()
    house.clock.set('2026-10-01T09:00:00+09:00')
    const { leaver, stopped } = leaving({ house, parties, net })
    const { path } = await stopped(await leaver())
    await house.settle()
    const { obligations, reports } = good(await parties.staff.get(path))
    const dueOn = obligations.find(({ code }: any) => code === 'reportToIpa').dueOn as PlainDate
    const ipa = reports.find(({ to }: any) => to === 'ipa').submissionId
    const filledIn = { plan: '引き受ける', expectedCompletionOn: null, contact: '結城' }
    good(await parties.staff.post(`/v1/submissions/${ipa}/send`, filledIn))
    expect(await at(before(daysAfter(dueOn, -3)))).toEqual([])
    const subjects = await at(on(daysAfter(dueOn, -3)))
    expect(subjects).toEqual([expect.stringMatching(/^【期限のお知らせ】.*審査登録機関/)])
    expect(await at(`${daysAfter(dueOn, -3)}T18:00:00+09:00`)).toEqual([])
    expect(await at(on(daysAfter(dueOn, -2)))).toEqual([])
  })

  test('a requirement is told to its seller seven days before, once', async () => {
    const { house, parties, at, before, on, mail } = await houseWithDays()
    const admin = { mail: `r${nextNumber()}@reseller.example.jp`, name: '坂田 学' }
    const code = `B${nextNumber()}`
    const { resellerId } = good(
      await parties.admin.post('/v1/resellers', { code, name: '架空販売株式会社', prefecture: '東京都', admin }),
    )
    await house.signedIn(admin.mail)
    const { requirements } = good(await parties.admin.get(`/v1/resellers/${resellerId}`))
    const dueOn = requirements[0].dueOn as PlainDate
    expect(await at(before(daysAfter(dueOn, -7)), admin.mail)).toEqual([])
    expect(await at(on(daysAfter(dueOn, -7)), admin.mail)).toEqual(['【期限のお知らせ】再販の要件（架空販売株式会社）'])
    expect(await at(on(daysAfter(dueOn, -6)), admin.mail)).toEqual([])
    expect(house.letters.filter(({ to, subject }) => to === mail && subject.includes('再販の要件'))).toEqual([])
  })
})

test('what cannot be read keeps nothing else waiting, is told of as a fault, and comes again', async () => {
  const { house, parties, net, mail, at, on } = await houseWithDays()
  const until = '2027-03-31' as PlainDate
  const { registrationBodyId } = parties
  const entry = { registrationBodyId, number: 'R-1', from: '2026-04-01', until }
  const broken = await parties.service('END', { as: 'BROKEN' })
  for (const id of [broken, net]) good(await parties.admin.post(`/v1/services/${id}/registration`, entry))
  const day = daysAfter(until, -90)
  await at(on(daysAfter(day, -1)))
  const key = { pk: `ENT#${parties.entityId}`, sk: `SVC#${broken}` }
  const write = (text: unknown) =>
    house.table.db.send(
      new UpdateCommand({
        TableName: house.table.name,
        Key: key,
        UpdateExpression: 'SET s = :s',
        ExpressionAttributeValues: { ':s': text },
      }),
    )
  const asItWas = (await rowsIn(house.table)).find(({ pk, sk }) => pk === key.pk && sk === key.sk)?.['s']
  await write('{')
  const before = house.letters.length
  await expect(at(on(day))).rejects.toThrow('1 things could not be told ahead')
  const told = () =>
    house.letters
      .slice(before)
      .filter(({ to }) => to === mail)
      .map(({ subject }) => subject)
  expect(told()).toEqual(['【登録の期限】サービスNET（あと90日）'])
  await write(asItWas)
  expect(await at(`${day}T00:01:00+09:00`)).toEqual(['【登録の期限】サービスBROKEN（あと90日）'])
})

test('it costs one request a minute, and on the day’s first what has come near, whatever the book holds', async () => {
  const { house, at, on } = await houseWithDays()
  await at(on('2026-11-01' as PlainDate))
  const meter = meterOn(house.table)
  meter.reset()
  await at('2026-11-01T00:01:00+09:00')
  expect(meter.read()).toMatchObject({ requests: 1, readUnits: 1, writeUnits: 0 })
  meter.reset()
  await at(on('2026-11-02' as PlainDate))
  expect(meter.read().requests).toBe(5)
})
