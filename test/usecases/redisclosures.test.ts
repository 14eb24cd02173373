import { describe, expect, test } from 'vitest'
import { leave } from '../support/cancelling.ts'
import { newHouse } from '../support/house.ts'
import { draft, everyItem, good, nextNumber, paper, partiesIn } from '../support/parties.ts'
import { campaignIn, publishNext } from '../support/redisclosing.ts'
import { readyToSign, signature } from '../support/signing.ts'

const house = await newHouse()
const parties = await partiesIn(house)

describe('a changed version of a service', () => {
  const dueOn = '2026-10-31'

  test('lists the contracts under the old text, with who saw it, page by page', async () => {
    const net = await parties.service('NET', { as: `A${nextNumber()}` })
    const { ask, resellerId } = await parties.reseller(`A${nextNumber()}`, [net])
    const { signer, sha256, contractId } = await readyToSign(house, ask, draft(net))
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    const direct = good(await parties.admin.post('/v1/contracts/attest', paper(net))).contractId
    const ended = good(await ask.post('/v1/contracts/attest', paper(net))).contractId
    await leave(ask, ended, '2026-10-01')
    const number = await publishNext(
      parties,
      net,
      { consultationDesk: { phone: '0120-999-999', mail: null } },
      '2026-10-01',
    )
    good(await ask.post('/v1/contracts/attest', paper(net, { signedOn: '2026-10-01' })))

    const path = `/v1/services/${net}/versions/${number}/affected-contracts`
    const { items, nextCursor } = good(await parties.staff.get(`${path}?limit=50`))
    expect(nextCursor).toBeNull()
    expect(items.map((one: any) => one.contractId)).toEqual([direct, contractId])
    expect(items[0].saw).toEqual({ how: 'onPaper', name: null, title: null, on: '2026-09-01' })
    const { name, title } = signature('').signer
    expect(items[1]).toMatchObject({
      resellerId,
      serviceVersion: 1,
      items: ['helpDesk'],
      itemsToSign: [],
      document: { sha256 },
      saw: { how: 'signed', name, title, on: '2026-10-01' },
    })
    const first = good(await parties.staff.get(`${path}?limit=1`))
    const second = good(await parties.staff.get(`${path}?limit=1&cursor=${first.nextCursor}`))
    expect([...first.items, ...second.items].map((one) => one.contractId)).toEqual([direct, contractId])
    expect((await ask.get(path)).status).toBe(403)
    expect(good(await parties.staff.get(path.replace(`/${number}/`, '/1/'))).items).toEqual([])
  })

  test('is disclosed anew once; one that reads the same not at all', async () => {
    const { version, serviceId } = await campaignIn(house, parties)
    expect((await parties.staff.post(`${version}/redisclosures`, { dueOn })).body.kind).toBe('already-exists')
    const same = await publishNext(parties, serviceId, { placement: '別の場所' }, '2026-10-01')
    const quiet = good(await parties.staff.post(`/v1/services/${serviceId}/versions/${same}/redisclosures`, { dueOn }))
    // From version 1 it still reads differently.
    expect(quiet.items).toEqual(['devices'])
    const first = await parties.staff.post(`/v1/services/${serviceId}/versions/1/redisclosures`, { dueOn })
    expect(first.body.kind).toBe('does-not-fit')
  })

  test('of which only the device changed: told, ended or left, and closed when nothing is left', async () => {
    const net = await parties.service('NET', { as: `B${nextNumber()}` })
    const attest = async () => good(await parties.admin.post('/v1/contracts/attest', paper(net))).contractId as string
    const [told, ended, left] = [await attest(), await attest(), await attest()]
    const number = await publishNext(parties, net, { devices: [{ manufacturer: '架空', model: 'N' }] }, '2026-10-01')
    const opened = good(await parties.staff.post(`/v1/services/${net}/versions/${number}/redisclosures`, { dueOn }))
    expect(opened).toMatchObject({ stage: 'open', contracts: 3, items: ['devices'], daysLeft: 30 })
    const path = `/v1/redisclosures/${opened.redisclosureId}`
    house.clock.advance(60_000)
    const late = await attest()
    await leave(parties.admin, ended, '2026-10-01')
    good(await parties.staff.post(`${path}/contracts/${told}/tell`, { by: 'phone', spokeTo: '社長' }))
    const now = good(await parties.staff.get(path))
    expect(now.progress).toEqual({ contracts: 4, amended: 0, told: 1, left: 0, ended: 1, open: 2, overdue: 0 })
    expect(new Set(now.remaining.map((one: any) => one.contractId))).toEqual(new Set([left, late]))

    const refused = await parties.admin.post(`${path}/close`)
    expect([refused.body.kind, refused.body.missing[0].count]).toEqual(['incomplete', 2])
    house.clock.set('2026-11-01T00:00:00+09:00')
    expect(good(await parties.staff.get(path))).toMatchObject({ daysLeft: -1, progress: { open: 0, overdue: 2 } })
    const { text } = await parties.staff.get(`${path}/remaining.csv`)
    expect(text).toContain(`,${left}`)
    expect(text).toContain('期限切れ')
    expect(text).not.toContain(told)

    for (const one of [left, late])
      good(await parties.staff.post(`${path}/contracts/${one}/leave`, { reason: '来月で終わる。' }))
    expect((await parties.staff.post(`${path}/close`)).status).toBe(403)
    expect(good(await parties.admin.post(`${path}/close`)).stage).toBe('closed')
    expect((await parties.staff.post(`${path}/contracts/${left}/tell`, { by: 'phone' })).body.kind).toBe('wrong-stage')
    house.clock.set('2026-10-01T09:00:00+09:00')
  })

  test('of which the insurance changed takes a signature, and is not told away', async () => {
    const net = await parties.service('NET', { as: `C${nextNumber()}` })
    const { contractId } = good(await parties.admin.post('/v1/contracts/attest', paper(net)))
    const { facts } = good(await parties.admin.get(`/v1/services/${net}/versions/1`))
    const insurance = { ...facts.insurance, deductibleYen: 50_000 }
    const number = await publishNext(parties, net, { insurance }, '2026-10-01')
    const { redisclosureId } = good(
      await parties.staff.post(`/v1/services/${net}/versions/${number}/redisclosures`, { dueOn }),
    )
    const path = `/v1/redisclosures/${redisclosureId}/contracts/${contractId}`
    const { status, body } = await parties.staff.post(`${path}/tell`, { by: 'phone' })
    expect([status, body.kind, body.given]).toEqual([422, 'does-not-fit', 'insurance'])
    expect(everyItem).toContain(body.given)
    const other = await campaignIn(house, parties)
    const foreign = `/v1/redisclosures/${redisclosureId}/contracts/${other.contractId}/leave`
    expect((await parties.staff.post(foreign, { reason: '別のサービス' })).status).toBe(404)
  })
})
