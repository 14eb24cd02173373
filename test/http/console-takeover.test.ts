import { describe, expect, test } from 'vitest'
import { atConsole } from '../support/console.ts'
import { marketplace } from '../support/marketplace.ts'
import { good } from '../support/parties.ts'

const { house, parties, leaver, attested, stopped, read } = await marketplace()

describe('a takeover at the console', () => {
  const transfer = { kind: 'positionTransfer', askedBy: '社長', how: 'phone' }
  const atStaff = async () => atConsole(parties.staff, good(await parties.staff.get('/v1/me')), house.clock.today())
  const settlingAt = async (place: string) =>
    (await (await atStaff()).screenAt(place)).blocks.find(({ name }: { name?: string }) => name === 'settle')

  test('tells where the SME consented in advance to move, and asks no word of it then', async () => {
    const one = await leaver()
    const contractId = await attested(one)
    const consents = `/v1/contracts/${contractId}/consents`
    good(await one.ask.post(consents, transfer))
    const { discontinuanceId } = await stopped(one)
    await house.settle()
    const place = `#/cases/${discontinuanceId}/takeovers/${contractId}`
    const asksFor = async () => {
      const { fields } = await settlingAt(place)
      return fields.find(({ name }: { name: string }) => name === 'consent.givenBy').when.slice(1)
    }
    expect((await settlingAt(place)).lead.join('')).toContain('あらかじめ承諾しています')
    expect(await asksFor()).toEqual(['movedToReseller', 'endedBySme'])

    good(await parties.staff.post(`${consents}/withdraw`, transfer))
    expect((await settlingAt(place)).lead.join('')).not.toContain('あらかじめ承諾しています')
    expect(await asksFor()).toEqual(['movedToImplementingEntity', 'movedToReseller', 'endedBySme'])

    good(await parties.staff.post(consents, transfer))
    await (await atStaff()).sends(place, 'settle', { settlement: 'movedToImplementingEntity' })
    expect((await read(contractId)).counterparty.now).toBe(parties.entityId)
  })

  test('has its notice sent again, to the known address or to one that was stated', async () => {
    const one = await leaver()
    const contractId = await attested(one)
    const { discontinuanceId } = await stopped(one)
    await house.settle()
    const place = `#/cases/${discontinuanceId}/takeovers/${contractId}`
    const staff = await atStaff()
    expect(await staff.sends(place, 'notice', { to: 'known' })).toBe(place)
    const stated = { to: 'stated', 'address.mail': 'stated@example.jp', 'address.statedBy': '社長' }
    expect(await staff.sends(place, 'notice', stated)).toBe(place)
    const before = house.letters.length
    await house.settle()
    expect(house.letters.slice(before).map(({ to }) => to)).toEqual([expect.any(String), 'stated@example.jp'])
    const { blocks } = await staff.screenAt(`#/contracts/${contractId}`)
    const said = blocks.find(({ heading }: { heading?: string }) => heading === '台帳').rows.map((row: any) => row[1])
    expect(said).toContain('引継ぎのお知らせを、もう一度送った')
    expect(said).toContain('引継ぎのお知らせを、もう一度送った（伺った新しい宛先へ）')
  })
})
