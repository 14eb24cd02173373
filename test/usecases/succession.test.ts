import { describe, expect, test } from 'vitest'
import { givenIdentity, merger } from '../support/identifying.ts'
import { marketplace } from '../support/marketplace.ts'
import { corporateNumber, good, nextNumber, paper } from '../support/parties.ts'
import { approvedIn } from '../support/excepting.ts'

const { house, parties, net } = await marketplace()
const { ask, resellerId } = await parties.reseller('R1', [net])
const { staff, admin } = parties
const today = () => house.clock.today()

const recorded = async (more: object = {}): Promise<{ id: string; number: string }> => {
  const n = nextNumber()
  const one = paper(net, { n }) as any
  const sme = { ...one.sme, ...more }
  const { contractId } = good(await ask.post('/v1/contracts/attest', { ...one, sme }))
  return { id: contractId, number: sme.corporateNumber }
}
const place = (number: string) => house.deps.commits.holderOf({ scope: `place/${net}`, value: number })
const consents = ['transferor', 'transferee', 'seller'].map((party) => ({
  party,
  name: '代表 太郎',
  title: '代表取締役',
  on: '2026-10-01',
}))

describe('a contract whose SME another succeeds', () => {
  test('by a merger is the successor’s without consent, its lock in the same transaction, found by old and new', async () => {
    const { id, number } = await recorded()
    const to = corporateNumber(nextNumber())
    const before = good(await staff.get(`/v1/contracts/${id}`))
    const after = good(await staff.post(`/v1/contracts/${id}/succeed`, merger(to, today())))
    expect(after.sme).toMatchObject({ smeId: to, name: '株式会社架空存続' })
    expect(after.responsibility).toEqual(before.responsibility)
    expect([await place(number), await place(to)]).toEqual([null, id])
    await house.settle()
    for (const asked of [number, to])
      expect(good(await staff.get(`/v1/contracts/search?corporateNumber=${asked}`)).items).toMatchObject([
        { contractId: id, sme: { smeId: to, formerSmeIds: [number] } },
      ])
    for (const name of ['株式会社架空存続', before.sme.name])
      expect(
        good(await staff.get(`/v1/contracts/search?name=${encodeURIComponent(name)}`)).items.map(
          (one: any) => one.contractId,
        ),
      ).toContain(id)
    const letter = house.letters.findLast(({ subject }) => subject.includes('承継'))
    expect(letter?.text).toContain(`合併により`)
    good(await ask.post('/v1/contracts/attest', { ...paper(net), sme: { ...paper(net).sme, corporateNumber: number } }))
  })

  test('by a transfer of business is so with the consent of all three alone', async () => {
    const { id } = await recorded()
    const to = corporateNumber(nextNumber())
    const path = `/v1/contracts/${id}/succeed`
    const given = merger(to, today(), { ground: 'businessTransfer' })
    const without = await staff.post(path, { ...given, consents: consents.slice(0, 1) })
    expect([without.status, without.body.missing.map((one: any) => one.code)]).toEqual([409, ['transferee', 'seller']])
    expect(good(await staff.post(path, { ...given, consents })).sme.smeId).toBe(to)
    expect(good(await staff.get(`/v1/contracts/${id}/successions`)).items).toMatchObject([
      { to, ground: 'businessTransfer', consents, evidence: { description: '登記事項証明書' } },
    ])
  })

  test('by incorporation has a 法人番号 from then on, and the id it had is nobody’s', async () => {
    const smeId = await givenIdentity(ask, staff, today())
    const { id } = await recorded({ corporateNumber: smeId })
    const to = corporateNumber(nextNumber())
    good(await staff.post(`/v1/contracts/${id}/succeed`, merger(to, today(), { ground: 'incorporation', consents })))
    expect(good(await staff.get(`/v1/sme-identities/${smeId}`))).toMatchObject({ stage: 'succeeded', succeededBy: to })
    const again = { ...paper(net), sme: { ...paper(net).sme, corporateNumber: smeId } }
    expect((await ask.post('/v1/contracts/attest', again)).body.what).toBe('sme.corporateNumber')
  })

  test('stands in a listed conflict where the successor has the service, until the other ends', async () => {
    const [one, other] = [await recorded(), await recorded()]
    good(await staff.post(`/v1/contracts/${one.id}/succeed`, merger(other.number, today())))
    expect(await place(other.number)).toBe(other.id)
    await house.settle()
    const listed = async () =>
      good(await staff.get('/v1/contracts?smeConflict=open&limit=200')).items.map((line: any) => line.contractId)
    expect(await listed()).toContain(one.id)
    const settle = `/v1/contracts/${one.id}/sme-conflict/settle`
    expect((await staff.post(settle, {})).body).toMatchObject({ kind: 'does-not-fit', what: 'exceptionId' })
    expect(good(await ask.get(`/v1/contracts/${one.id}`)).smeConflict).toBe('open')
    good(await admin.post(`/v1/contracts/${other.id}/annul`, { words: '重複している。', by: '社長' }))
    good(await staff.post(settle, {}))
    expect(await place(other.number)).toBe(one.id)
    expect(await listed()).not.toContain(one.id)
    await house.settle()
    expect(good(await ask.get(`/v1/contracts/${one.id}`)).smeConflict).toBeNull()
  })

  test('is out of its conflict by itself once the other has ended, one of several after the other', async () => {
    const [first, second, other] = [await recorded(), await recorded(), await recorded()]
    for (const { id } of [first, second])
      good(await staff.post(`/v1/contracts/${id}/succeed`, merger(other.number, today())))
    const conflicts = async () =>
      Promise.all([first, second].map(async ({ id }) => good(await ask.get(`/v1/contracts/${id}`)).smeConflict))
    await house.settle()
    expect(await conflicts()).toEqual(['open', 'open'])
    good(await admin.post(`/v1/contracts/${other.id}/annul`, { words: '重複している。', by: '社長' }))
    await house.settle()
    const after = await conflicts()
    expect(new Set(after)).toEqual(new Set([null, 'open']))
    const [took, waits] = after[0] === null ? [first, second] : [second, first]
    expect(await place(other.number)).toBe(took.id)
    good(await admin.post(`/v1/contracts/${took.id}/annul`, { words: '重複している。', by: '社長' }))
    await house.settle()
    expect(await place(other.number)).toBe(waits.id)
  })

  const conflictOf = async ({ id }: { id: string }) => good(await ask.get(`/v1/contracts/${id}`)).smeConflict
  const passes = async ({ id }: { id: string }, to: string) =>
    good(await staff.post(`/v1/contracts/${id}/succeed`, merger(to, today())))

  test('is out of its conflict by itself once the other has passed to a third SME, also where that has the service', async () => {
    const [third, taken] = [corporateNumber(nextNumber()), await recorded()]
    for (const to of [third, taken.number]) {
      const [one, other] = [await recorded(), await recorded()]
      await passes(one, other.number)
      await passes(other, to)
      await house.settle()
      expect([await conflictOf(one), await place(other.number)]).toEqual([null, one.id])
      expect(await conflictOf(other)).toBe(to === third ? null : 'open')
    }
    expect(await place(third)).not.toBeNull()
  })

  test('passes on to a third itself, and stands in conflict no more; or in one with who has the service there', async () => {
    const [one, other, third] = [await recorded(), await recorded(), await recorded()]
    await passes(one, other.number)
    await passes(one, third.number)
    await house.settle()
    expect([await conflictOf(one), await place(other.number)]).toEqual(['open', other.id])
    const free = corporateNumber(nextNumber())
    await passes(one, free)
    expect([await conflictOf(one), await place(free)]).toEqual([null, one.id])
  })

  test('stays as it is where the other passes away and back before anyone came round, and takes turns after', async () => {
    const [one, other] = [await recorded(), await recorded()]
    await passes(one, other.number)
    await passes(other, corporateNumber(nextNumber()))
    await passes(other, other.number)
    await house.settle()
    expect([await conflictOf(one), await conflictOf(other), await place(other.number)]).toEqual([
      'open',
      null,
      other.id,
    ])
    await passes(other, corporateNumber(nextNumber()))
    await house.settle()
    await passes(other, other.number)
    await house.settle()
    expect([await conflictOf(one), await conflictOf(other), await place(other.number)]).toEqual([null, 'open', one.id])
  })

  test('under an exception takes the place that nobody else holds, once the other ended or passed on', async () => {
    for (const goes of ['ends', 'passes']) {
      const [one, other] = [await recorded(), await recorded()]
      await passes(one, other.number)
      const exceptionId = await approvedIn(staff, admin, net, { resellerId, corporateNumbers: [other.number] })
      good(await staff.post(`/v1/contracts/${one.id}/sme-conflict/settle`, { exceptionId }))
      await house.settle()
      if (goes === 'ends') good(await admin.post(`/v1/contracts/${other.id}/annul`, { words: '重複。', by: '社長' }))
      else await passes(other, corporateNumber(nextNumber()))
      await house.settle()
      expect([await conflictOf(one), await place(other.number)], goes).toEqual([null, one.id])
    }
  })

  test('waits on where someone else signs for the free place first, and has it after that one', async () => {
    const [one, other] = [await recorded(), await recorded()]
    await passes(one, other.number)
    await passes(other, corporateNumber(nextNumber()))
    const given = paper(net) as any
    const sme = { ...given.sme, corporateNumber: other.number }
    const { contractId } = good(await ask.post('/v1/contracts/attest', { ...given, sme }))
    await house.settle()
    expect([await conflictOf(one), await place(other.number)]).toEqual(['open', contractId])
    good(await admin.post(`/v1/contracts/${contractId}/annul`, { words: '重複。', by: '社長' }))
    await house.settle()
    expect([await conflictOf(one), await place(other.number)]).toEqual([null, one.id])
  })

  test('is listed by the number of the SME it had before as well, to whoever holds it', async () => {
    const { id, number } = await recorded()
    const to = corporateNumber(nextNumber())
    good(await staff.post(`/v1/contracts/${id}/succeed`, merger(to, today())))
    await house.settle()
    for (const by of [ask, staff])
      for (const asked of [number, to])
        expect(good(await by.get(`/v1/contracts?corporateNumber=${asked}`)).items).toMatchObject([
          { contractId: id, sme: { smeId: to } },
        ])
    const other = (await parties.reseller(`R${nextNumber()}`, [net])).ask
    expect(good(await other.get(`/v1/contracts?corporateNumber=${number}`)).items).toEqual([])
  })

  test('stands beside it under an approved exception', async () => {
    const [one, other] = [await recorded(), await recorded()]
    good(await staff.post(`/v1/contracts/${one.id}/succeed`, merger(other.number, today())))
    const settle = `/v1/contracts/${one.id}/sme-conflict/settle`
    const exceptionId = await approvedIn(staff, admin, net, { resellerId, corporateNumbers: [other.number] })
    const another = await approvedIn(staff, admin, net, { corporateNumbers: [other.number] })
    expect((await staff.post(settle, { exceptionId: another })).body).toMatchObject({ what: 'exceptionId' })
    good(await staff.post(settle, { exceptionId }))
    expect(await place(other.number)).toBe(other.id)
    expect((await staff.post(settle, { exceptionId })).status).toBe(409)
  })

  test.each<[string, object, string]>([
    ['the same number', {}, 'successor.corporateNumber'],
    ['a day to come', { on: '2199-01-01' }, 'on'],
    ['incorporation of who has a number', { ground: 'incorporation', consents }, 'ground'],
  ])('is refused by %s, and nothing changes', async (_, more, what) => {
    const { id, number } = await recorded()
    const to = what === 'successor.corporateNumber' ? number : corporateNumber(nextNumber())
    const reply = await staff.post(`/v1/contracts/${id}/succeed`, merger(to, today(), more))
    expect([reply.status, reply.body.what]).toEqual([422, what])
    expect(await place(number)).toBe(id)
  })

  test('is not the seller’s: its own number is refused, and no reseller records a succession', async () => {
    const { id } = await recorded()
    const own = good(await admin.get(`/v1/resellers/${resellerId}`)).corporateNumber
    const reply = await staff.post(`/v1/contracts/${id}/succeed`, merger(own, today()))
    expect([reply.status, reply.body.what]).toEqual([422, 'successor.corporateNumber'])
    expect((await ask.post(`/v1/contracts/${id}/succeed`, merger(corporateNumber(1), today()))).status).toBe(403)
  })
})
