import { beforeEach, describe, expect, test } from 'vitest'
import { newHouse } from '../support/house.ts'
import { marketplace, type Marketplace } from '../support/marketplace.ts'
import { everyObligationIn, obligationMet } from '../support/obliging.ts'
import { good, paper, partiesIn } from '../support/parties.ts'

const settings = '/v1/implementing-entity/obligation-settings'
const noticeMail = 'takeover@entity.example.jp'
const plan = { plan: '引き受ける', expectedCompletionOn: null, contact: '結城' }
const codes = ['tellSmes', 'reportToIpa', 'reportToRegistrationBody', 'notifyChange', 'continueInsurance']

describe('what is owed from the instant of a discontinuance on', () => {
  let house: Marketplace['house']
  let parties: Marketplace['parties']
  let net: Marketplace['net']
  let leaver: Marketplace['leaver']
  let stopped: Marketplace['stopped']
  // Each in a house of its own: its clock never goes back behind what was set for another.
  beforeEach(async () => {
    ;({ house, parties, net, leaver, stopped } = await marketplace())
  })

  /** A reseller with one SME whom no mail reaches stops, in the morning of 1 October 2026, a Thursday. */
  const stop = async (now = '2026-10-01T09:00:00+09:00') => {
    house.clock.set(now)
    const one = await leaver()
    const contract = paper(net, {
      resellerId: one.resellerId,
      sme: { noticeContact: { mail: null, phone: '03-0000-0000' } },
    })
    const { contractId } = good(await parties.admin.post('/v1/contracts/attest', contract))
    const { path } = await stopped(one)
    await house.settle()
    return { path, contractId: contractId as string, resellerId: one.resellerId }
  }
  const obligations = async (path: string) => good(await parties.staff.get(path)).obligations as any[]
  const stages = async (path: string) =>
    Object.fromEntries((await obligations(path)).map(({ code, stage }) => [code, stage]))
  const due = async (path: string) =>
    Object.fromEntries((await obligations(path)).map(({ code, dueOn }) => [code, dueOn]))
  const escalations = async (path: string) =>
    (await house.deps.ledger.eventsOf(path.split('/').at(-1) ?? ''))
      .filter(({ event }) => event.type === 'obligation-escalated')
      .flatMap(({ deliveries }) => deliveries)
      // The people of the entity are told beside the address it named.
      .filter(({ to }) => to !== 'people')

  test('is born with the approval, by the usual business days, with clause and our reading', async () => {
    const { path } = await stop()
    expect(await due(path)).toEqual({
      tellSmes: '2026-10-08',
      reportToIpa: '2026-10-06',
      reportToRegistrationBody: '2026-10-06',
      // 12 October is a holiday.
      notifyChange: '2026-10-16',
      continueInsurance: '2026-10-08',
    })
    const [first] = await obligations(path)
    expect(first).toMatchObject({ code: 'tellSmes', clause: '第2章1.(10)', stage: 'scheduled', met: null })
    expect(first.ourReading.ja).toMatch('当社解釈')
  })

  test.each([
    ['2026-12-28T23:59:59+09:00', '2027-01-06'],
    ['2026-12-29T00:00:00+09:00', '2027-01-06'],
    ['2026-12-25T23:59:59+09:00', '2027-01-05'],
  ])('counts from the day in Japan: approved at %s, both reports are due on %s', async (now, dueOn) => {
    const { path } = await stop(now)
    expect((await due(path))['reportToIpa']).toBe(dueOn)
  })

  test('第2章1.(10) a report that is sent fulfils its obligation, and no other', async () => {
    const { path } = await stop()
    const { reports } = good(await parties.staff.get(path))
    const ipa = reports.find(({ to }: { to: string }) => to === 'ipa').submissionId
    good(await parties.staff.post(`/v1/submissions/${ipa}/send`, plan))
    expect(await stages(path)).toMatchObject({ reportToIpa: 'fulfilled', reportToRegistrationBody: 'scheduled' })
    const { met } = (await obligations(path)).find(({ code }) => code === 'reportToIpa')
    expect(met).toMatchObject({ by: 'platform' })
  })

  test('that everyone was told is not for a person to say while the platform knows better', async () => {
    const { path, contractId } = await stop()
    const fulfil = () => parties.staff.post(`${path}/obligations/tellSmes/fulfil`, obligationMet('2026-10-01'))
    const refused = await fulfil()
    expect([refused.status, refused.body.missing[0].code]).toEqual([409, 'smeToTell'])
    good(await parties.staff.post(`${path}/takeovers/${contractId}/tell`, { by: 'phone' }))
    expect(good(await fulfil())).toMatchObject({ stage: 'fulfilled', met: { by: 'person' } })
    expect((await fulfil()).body).toMatchObject({ kind: 'wrong-stage', what: 'obligation', stage: 'fulfilled' })
  })

  test('is in time on its due day, overdue the day after, and escalated once, with one letter each', async () => {
    good(await parties.admin.post(settings, { businessDays: everyObligationIn(3), noticeMail }))
    const { path } = await stop()
    house.clock.set('2026-10-06T23:59:59.999+09:00')
    await house.runObligationSchedule()
    expect(new Set(Object.values(await stages(path)))).toEqual(new Set(['scheduled']))
    house.clock.set('2026-10-07T00:00:00+09:00')
    expect(new Set(Object.values(await stages(path)))).toEqual(new Set(['overdue']))
    expect(good(await parties.staff.get('/v1/obligations?stage=overdue')).items.length).toBeGreaterThanOrEqual(5)
    await Promise.all([house.runObligationSchedule(), house.runObligationSchedule()])
    expect(new Set(Object.values(await stages(path)))).toEqual(new Set(['escalated']))
    await house.settle()
    expect(await house.runObligationSchedule()).toBe(0)
    await house.settle()
    const owed = await escalations(path)
    expect(owed.map(({ outcome }) => outcome)).toEqual(codes.map(() => 'accepted'))
    const ids = new Set(owed.map(({ id }) => id))
    const about = house.letters.filter(({ reference }) => ids.has(reference))
    expect(about.map(({ to }) => to)).toEqual(codes.map(() => noticeMail))
    expect(about.every(({ subject, text }) => subject.includes('期限超過') && text.includes('当社解釈'))).toBe(true)
  })

  test('that everyone was told in time is noted on the day after, without a letter', async () => {
    const { path, contractId } = await stop()
    good(await parties.staff.post(`${path}/takeovers/${contractId}/tell`, { by: 'phone' }))
    house.clock.set('2026-10-09T09:00:00+09:00')
    await house.runObligationSchedule()
    expect(await stages(path)).toMatchObject({ tellSmes: 'fulfilled', reportToIpa: 'escalated' })
  })

  test('where no address is set, the letter is given up to a person, and the ledger says so', async () => {
    good(await parties.admin.post(settings, { businessDays: everyObligationIn(1), noticeMail: null }))
    const { path } = await stop()
    house.clock.set('2026-10-05T09:00:00+09:00')
    await house.runObligationSchedule()
    await house.settle()
    expect((await escalations(path)).map(({ outcome }) => outcome)).toEqual(codes.map(() => 'givenUp'))
  })

  test('is waived by another admin than its owner, with a reason, and never where the standard orders it', async () => {
    const { path } = await stop()
    const waive = (code: string) => parties.admin.post(`${path}/obligations/${code}/waive`, { reason: '要らない。' })
    const { sub: owner } = (await obligations(path))[0].owner
    const asOwner = house.as({ role: 'entityAdmin', sub: owner, entityId: parties.entityId })
    const own = await asOwner.post(`${path}/obligations/notifyChange/waive`, { reason: '要らない。' })
    expect([own.status, own.body.kind]).toEqual([403, 'second-person-needed'])
    expect(good(await waive('notifyChange'))).toMatchObject({ stage: 'waived' })
    expect((await waive('reportToIpa')).body).toMatchObject({ kind: 'does-not-fit' })
    expect((await waive('notifyChange')).body).toMatchObject({ kind: 'wrong-stage' })
  })

  test('keeps a case open until people have said what only they know', async () => {
    const { path } = await stop()
    const missing = async () =>
      (await parties.admin.post(`${path}/close`)).body.missing.map(({ code }: { code: string }) => code)
    expect(await missing()).toEqual(expect.arrayContaining(['notifyChange', 'continueInsurance']))
    good(await parties.staff.post(`${path}/obligations/continueInsurance/fulfil`, obligationMet('2026-10-01')))
    expect(await missing()).not.toContain('continueInsurance')
  })

  test('is listed over all cases, the earliest due day first, and another tenant’s not at all', async () => {
    await stop()
    await stop('2026-10-02T09:00:00+09:00')
    const { items } = good(await parties.staff.get('/v1/obligations'))
    expect(items.length).toBeGreaterThan(5)
    const days = (items as readonly { readonly dueOn: string }[]).map(({ dueOn }) => dueOn)
    expect(days).toEqual([...days].sort())
    const elsewhere = await partiesIn(house)
    expect(good(await elsewhere.staff.get('/v1/obligations')).items).toEqual([])
  })
})

describe('by when obligations are owed', () => {
  test('is ours until it is set, within bounds; the address lies in a paper and not in the ledger', async () => {
    const house = await newHouse()
    const { admin, staff, entityId } = await partiesIn(house)
    const usual = good(await staff.get(settings))
    expect(usual.noticeMail).toBeNull()
    expect(usual.obligations.map(({ businessDays }: { businessDays: number }) => businessDays)).toEqual([
      5, 3, 3, 10, 5,
    ])
    for (const { ourReading } of usual.obligations) expect(ourReading.ja).toMatch('当社解釈')

    const set = (n: number) => admin.post(settings, { businessDays: everyObligationIn(n), noticeMail })
    for (const n of [0, 21, 1.5]) expect((await set(n)).status).toBe(400)
    for (const n of [1, 20]) good(await set(n))
    const now = good(await staff.get(settings))
    expect(now).toMatchObject({ noticeMail, obligations: codes.map((code) => ({ code, businessDays: 20 })) })
    expect((await staff.post(settings, { businessDays: everyObligationIn(2), noticeMail })).status).toBe(403)
    expect(JSON.stringify(await house.deps.ledger.eventsOf(entityId))).not.toContain(noticeMail)
  })
})
