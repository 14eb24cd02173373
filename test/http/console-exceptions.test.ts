import { describe, expect, test } from 'vitest'
import { atConsole } from '../support/console.ts'
import { boundWithout, exceptionGiven } from '../support/excepting.ts'
import { newHouse, type Ask } from '../support/house.ts'
import { corporateNumber, good, nextNumber, paper, partiesIn } from '../support/parties.ts'
import { campaignIn, publishNext } from '../support/redisclosing.ts'

const at = async (ask: Ask) => atConsole(ask, good(await ask.get('/v1/me')), house.clock.today())
const text = (screen: unknown) => JSON.stringify(screen)

const house = await newHouse()
const parties = await partiesIn(house)

describe('第2章1.(6) an exception at the console', () => {
  test('is asked for by a reseller, approved by an admin, and shown to have lapsed', async () => {
    const net = await parties.service('NET')
    const { ask } = await parties.reseller('R1', [net])
    const n = nextNumber()
    const { evidence, ...rest } = exceptionGiven(net)
    const given = {
      ...rest,
      corporateNumbers: corporateNumber(n),
      'evidence.description': evidence.description,
      'evidence.documentSha256': evidence.documentSha256,
    }
    const seller = await at(ask)
    const place = await seller.sends('#/exceptions/new', 'ask', given)
    expect(text(await seller.screenAt('#/exceptions?stage=asked'))).toContain('承認待ち')
    expect(text(await seller.screenAt(place))).not.toContain('承認する')

    const admin = await at(parties.admin)
    expect(await admin.sends(place, 'approve')).toBe(place)
    const exceptionId = place.split('/').at(-1)
    good(await ask.post('/v1/contracts/attest', { ...paper(net, { n }), functions: boundWithout, exceptionId }))
    house.clock.set('2027-04-01T00:00:00+09:00')
    const lapsed = await admin.screenAt(place)
    expect(text(lapsed)).toContain('1日過ぎています')
    expect(lapsed.blocks[0]).toMatchObject({ kind: 'words', tone: 'alert' })
    await seller.sends(place, 'withdraw', { reason: '今後は要らない。' })
    expect(text(await admin.screenAt(place))).toContain('今後は要らない。')
    house.clock.set('2026-10-01T09:00:00+09:00')
  })

  test('is declined with a reason; whoever asked does not approve it', async () => {
    const net = await parties.service('NET', { as: `X${nextNumber()}` })
    const { exceptionId } = good(await parties.admin.post('/v1/contract-exceptions', exceptionGiven(net)))
    const admin = await at(parties.admin)
    const screen = await admin.screenAt(`#/exceptions/${exceptionId}`)
    expect(screen.blocks.filter(({ kind }: any) => kind === 'form').map(({ name }: any) => name)).toEqual([
      'decline',
      'withdraw',
    ])
    await admin.sends(`#/exceptions/${exceptionId}`, 'decline', { reason: '根拠が違う。' })
    expect(text(await admin.screenAt(`#/exceptions/${exceptionId}`))).toContain('根拠が違う。')
  })
})

describe('a re-disclosure at the console', () => {
  test('is opened from what a version changes, carried out and closed', async () => {
    const net = await parties.service('NET', { as: `Y${nextNumber()}` })
    const { contractId } = good(await parties.admin.post('/v1/contracts/attest', paper(net)))
    const number = await publishNext(parties, net, { devices: [{ manufacturer: '架空', model: '新型' }] }, '2026-10-01')
    const staff = await at(parties.staff)
    expect(text(await staff.screenAt('#/redisclosures'))).toContain(`/redisclosures/of/${net}/2`)
    const of = `#/redisclosures/of/${net}/${number}`
    expect(text(await staff.screenAt(of))).toContain('紙の契約（確認待ち）')
    const place = await staff.sends(of, 'open', { dueOn: '2026-10-01' })
    expect((await staff.isRefused(of, 'open', { dueOn: '2026-10-01' })).what).toBe('すでに同じものがあります')
    expect(text(await staff.screenAt(place))).toContain('今日が期限です')

    const admin = await at(parties.admin)
    expect((await admin.isRefused(place, 'close')).what).toBe('まだ足りないものがあります')
    await staff.sends(`${place}/${contractId}`, 'tell', { by: 'phone', spokeTo: '社長' })
    await admin.sends(place, 'close')
    expect(text(await staff.screenAt('#/redisclosures'))).toContain('完了')
  })

  test('keeps a contract under the old text for a reason', async () => {
    const { redisclosureId, contractId } = await campaignIn(house, parties)
    const staff = await at(parties.staff)
    await staff.sends(`#/redisclosures/${redisclosureId}/${contractId}`, 'leave', { reason: '来月で終わる。' })
    expect(text(await staff.screenAt(`#/redisclosures/${redisclosureId}`))).toContain('理由を記録して残す')
  })
})
